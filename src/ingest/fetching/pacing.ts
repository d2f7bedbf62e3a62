import { FetchFault } from './failure.ts'

export interface Pacing {
  /**
   * Runs `task` when its turn has come: one at a time for each host, in the order of asking, `gap` milliseconds
   * after the one before it has ended. Throws `FetchFault` `queue` where too many wait, and `closed`.
   */
  run<T>(host: string, gap: () => number, task: () => Promise<T>): Promise<T>
  close(): void
}

export interface PacingLimits {
  /** Requests under way in all. */
  readonly atOnce: number
  readonly waiting: number
  readonly waitingPerHost: number
}

interface Host {
  readonly name: string
  readonly waiting: Turn[]
}
interface Turn {
  start(): Promise<void>
  cancel(): void
  gap(): number
}

/**
 * Turns go round the hosts, so that one with a long queue holds up nobody else. `after` runs something
 * later and returns what calls it off; the clock of a test comes in there.
 */
export function createPacing(limits: PacingLimits, after: (ms: number, then: () => void) => () => void): Pacing {
  const hosts = new Map<string, Host>()
  /** Hosts with somebody waiting, none of which is busy or resting. */
  const ready: Host[] = []
  const resting = new Set<() => void>()
  let underWay = 0
  let waiting = 0
  let closed = false

  function pump(): void {
    while (underWay < limits.atOnce) {
      const host = ready.shift()
      const turn = host?.waiting.shift()
      if (host === undefined || turn === undefined) return
      underWay += 1
      waiting -= 1
      void turn.start().finally(() => {
        underWay -= 1
        rest(host, turn.gap())
        pump()
      })
    }
  }

  function rest(host: Host, gap: number): void {
    if (closed) return
    const stop = after(gap, () => {
      resting.delete(stop)
      if (host.waiting.length === 0) hosts.delete(host.name)
      else ready.push(host)
      pump()
    })
    resting.add(stop)
  }

  return {
    run: (name, gap, task) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new FetchFault('closed'))
        const known = hosts.get(name)
        const host = known ?? { name, waiting: [] }
        if (waiting >= limits.waiting || host.waiting.length >= limits.waitingPerHost) {
          return reject(new FetchFault('queue'))
        }
        host.waiting.push({
          start: () => task().then(resolve, reject),
          cancel: () => reject(new FetchFault('closed')),
          gap,
        })
        waiting += 1
        if (known === undefined) {
          hosts.set(name, host)
          ready.push(host)
        }
        pump()
      }),
    close() {
      closed = true
      for (const stop of resting) stop()
      for (const host of hosts.values()) for (const turn of host.waiting.splice(0)) turn.cancel()
    },
  }
}
