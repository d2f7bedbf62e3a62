/** Before this nobody published on the Web: a date there is the zero of some clock, not a time of publication. */
const EARLIEST = Date.UTC(1990, 0, 1)
/** Zones that are missing or wrong put an item up to 14 hours ahead; more is no slip of a zone. In milliseconds. */
const AHEAD = 2 * 24 * 3_600_000

/** Whether something that was there at `seen` can have been published then. */
export const isPossible = (date: Date, seen: Date): boolean =>
  date.getTime() >= EARLIEST && date.getTime() <= seen.getTime() + AHEAD
