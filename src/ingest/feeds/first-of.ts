import { LIMITS } from './limits.ts'
import type { Notes } from './notes.ts'

/** As many entries as are looked at. A list so long that this cuts it was made to hurt. */
export function firstOf<Entry>(entries: readonly Entry[], notes: Notes): readonly Entry[] {
  if (entries.length <= LIMITS.itemsRead) return entries
  const [most, all] = [LIMITS.itemsRead, entries.length].map((count) => count.toLocaleString('en'))
  notes.add('endless', () => `Only the first ${most} of its ${all} items were looked at.`)
  return entries.slice(0, LIMITS.itemsRead)
}
