import { schedule } from 'node-cron'

export interface Beat {
  stop(): Promise<void>
}

/** Calls `tick` at once and then each minute. It may be called while one is under way; see `scheduler`. */
export function startBeat(tick: () => Promise<void>, options: { expression?: string } = {}): Beat {
  void tick()
  const task = schedule(options.expression ?? '* * * * *', tick, { noOverlap: true })
  return {
    async stop() {
      await task.destroy()
    },
  }
}
