import { within } from './tempo.ts'

export interface Workload {
  /** Runs the task when fewer than the agreed number run; first come, first served. */
  run<T>(task: () => Promise<T>): Promise<T>
  /** Counts a piece of work as under way until it settles. */
  track(work: Promise<unknown>): void
  /** Waits until nothing is under way, at most this long; says how much still is. */
  drained(ms: number): Promise<number>
}

export function workload(most: number): Workload {
  let running = 0
  const waiting: (() => void)[] = []
  const underWay = new Set<Promise<unknown>>()
  return {
    async run(task) {
      // A finishing task hands its place to the next in line, so `running` stays as it is then.
      if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
      else running++
      try {
        return await task()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else running--
      }
    },
    track(work) {
      const settled: Promise<unknown> = work.catch(() => undefined).finally(() => underWay.delete(settled))
      underWay.add(settled)
    },
    async drained(ms) {
      await within(Promise.all(underWay), ms)
      return underWay.size
    },
  }
}
