import { setTimeout as sleep } from 'node:timers/promises'

export interface Busy {
  /** Runs now, or when fewer than `most` run. What it throws goes to `report`: nobody awaits it. */
  run(work: () => Promise<void>): void
  /** Settles when all is done, or after `ms`. */
  idle(ms: number): Promise<void>
}

/** The work under way, bounded: two hundred commands at once queue here and not in the store. */
export function busy(most: number, report: (error: unknown) => void): Busy {
  const waiting: (() => Promise<void>)[] = []
  const running = new Set<Promise<void>>()
  const next = () => {
    const work = running.size < most ? waiting.shift() : undefined
    if (!work) return
    const done: Promise<void> = work()
      .catch(report)
      .finally(() => {
        running.delete(done)
        next()
      })
    running.add(done)
  }
  return {
    run(work) {
      waiting.push(work)
      // After what Slack has sent meanwhile was acknowledged: that has three seconds, this has not.
      setImmediate(next)
    },
    async idle(ms) {
      const late = new AbortController()
      const timeout = sleep(ms, undefined, { signal: late.signal }).catch(() => {})
      const drained = (async () => {
        while ((running.size > 0 || waiting.length > 0) && !late.signal.aborted) {
          await (running.size > 0 ? Promise.race(running) : new Promise((resolve) => setImmediate(resolve)))
        }
      })()
      await Promise.race([drained, timeout])
      late.abort()
    },
  }
}
