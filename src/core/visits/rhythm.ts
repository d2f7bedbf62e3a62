/** As many items as tell how a source publishes of late. */
const RECENT = 20
/** Fewer dates than this tell no rhythm. */
const ENOUGH = 3

/** How a source publishes when it does, in milliseconds. */
export interface Rhythm {
  /** From one item to the next, on average. */
  readonly gap: number
  readonly longestGap: number
}

/** The gaps between the latest items. Undefined where too few are dated. */
export function rhythmOf(published: readonly Date[], now: Date): Rhythm | undefined {
  const latest = published
    .map((date) => date.getTime())
    .filter((time) => time <= now.getTime())
    .sort((a, b) => b - a)
    .slice(0, RECENT)
  if (latest.length < ENOUGH) return undefined
  const gaps = latest.slice(1).map((time, at) => latest[at]! - time)
  return { gap: (latest[0]! - latest.at(-1)!) / gaps.length, longestGap: Math.max(...gaps) }
}

/**
 * What to expect from one item to the next right now: the rhythm, or a part of the quiet since the last item where
 * that is longer, so that a source which falls silent slows down by itself and is quick again with its next item.
 */
export function paceOf(rhythm: Rhythm | undefined, lastItem: Date | undefined, now: Date): number | undefined {
  if (lastItem === undefined) return rhythm?.gap
  const quiet = (now.getTime() - lastItem.getTime()) / 4
  return rhythm === undefined ? undefined : Math.max(rhythm.gap, quiet)
}

export const newestOf = (published: readonly Date[]): Date | undefined =>
  published.reduce<Date | undefined>(
    (newest, date) => (newest === undefined || date > newest ? date : newest),
    undefined,
  )
