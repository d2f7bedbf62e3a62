import { type ScheduledTask, schedule } from 'node-cron'
import type { Log } from '#platform.ts'

export interface Beat {
  stop(): Promise<void>
}

const WATCH_MS = 30_000
/** A minute and a half without a beat: the clock stepped back. */
const TOO_LONG_MS = 90_000

/**
 * Calls `tick` at once and then each minute; it must bear being called while the last call is under way.
 *
 * node-cron 4.6 waits for an instant: after a clock has stepped back by a year, for a year. So a timer that
 * knows no clock watches it, and sets it up anew.
 */
export function startBeat(tick: () => Promise<void>, log: Log): Beat {
  let last = performance.now()
  const beat = () => {
    last = performance.now()
    void tick()
  }
  const start = (): ScheduledTask => schedule('* * * * *', beat, { suppressMissedWarning: true })

  let task = start()
  beat()
  const watch = setInterval(() => {
    if (performance.now() - last < TOO_LONG_MS) return
    log.warn({}, 'The clock seems to have stepped back; the schedule goes by the new time.')
    void task.destroy()
    task = start()
    beat()
  }, WATCH_MS)

  return {
    async stop() {
      clearInterval(watch)
      await task.destroy()
    },
  }
}
