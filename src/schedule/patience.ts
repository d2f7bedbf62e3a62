const MINUTE = 60_000

/** Minutes to wait after each failure in a row; the last goes on for as long as it takes. */
const WAITS = [1, 2, 4, 8, 15, 30].map((minutes) => minutes * MINUTE)
const LONGEST = 30 * MINUTE

export interface Patience {
  /** Whether this place may be tried at this moment. */
  mayTry(place: string, now: Date): boolean
  /** How many times in a row it failed now. */
  failed(place: string, now: Date): number
  worked(place: string): void
}

/** Which places failed lately and when to try them again. In memory: a restart may well be the cure. */
export function patience(): Patience {
  const failures = new Map<string, { count: number; until: number }>()
  return {
    mayTry(place, now) {
      const until = failures.get(place)?.until ?? 0
      // A wait longer than the longest was begun by a clock that ran ahead.
      return until <= now.getTime() || until - now.getTime() > LONGEST
    },
    failed(place, now) {
      const count = (failures.get(place)?.count ?? 0) + 1
      failures.set(place, { count, until: now.getTime() + (WAITS[count - 1] ?? LONGEST) })
      return count
    },
    worked(place) {
      failures.delete(place)
    },
  }
}
