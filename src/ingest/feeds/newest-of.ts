import { LIMITS } from './limits.ts'
import type { Notes } from './notes.ts'
import { isPossible } from './possible-date.ts'

/**
 * The newest of too many entries, in their own order; chosen before they are read, since reading one costs ten times
 * what its date does. An entry without a possible date is as new as the one before it.
 */
export function newestOf<Entry>(
  entries: readonly Entry[],
  dateOf: (entry: Entry) => Date | undefined,
  seen: Date,
  notes: Notes,
): readonly Entry[] {
  if (entries.length <= LIMITS.items) return entries
  const [all, taken, looked] = [entries.length, LIMITS.items, LIMITS.itemsRead].map((count) =>
    count.toLocaleString('en'),
  )
  const among = entries.length > LIMITS.itemsRead ? ` of the first ${looked}` : ''
  notes.add('many', `It has ${all} items; the newest ${taken}${among} were taken.`)
  let last = Number.POSITIVE_INFINITY
  const chosen = entries
    .slice(0, LIMITS.itemsRead)
    .map((entry, index) => {
      const date = dateOf(entry)
      if (date !== undefined && isPossible(date, seen)) last = date.getTime()
      return { index, at: last }
    })
    .toSorted((one, other) => (one.at === other.at ? one.index - other.index : other.at - one.at))
    .slice(0, LIMITS.items)
  const indexes = new Set(chosen.map(({ index }) => index))
  return entries.filter((_, index) => indexes.has(index))
}
