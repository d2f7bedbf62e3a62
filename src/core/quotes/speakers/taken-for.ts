import type { Reading } from '../features.ts'
import type { Mention } from '../grammar/mentions.ts'
import type { Attribution } from './attribution.ts'
import { type Described, describedBy } from './by-description.ts'
import { countBefore } from './count-before.ts'
import type { Known } from './known.ts'

/** So many quotes back it was settled whom a description means. */
const LOOK_BACK = 12

/**
 * Whom a description that stands in front of others was taken for: “…,” the mayor said, where a quote is hers, and else
 * whom it means, as in "The mayor nodded".
 */
export function takenFor(
  reading: Reading,
  known: Known,
  frame: number,
  mention: Mention,
  before: readonly Attribution[],
): Described {
  const end = countBefore(reading, before, mention)
  // The quote that it tells of may stand on either side.
  const said = before
    .slice(Math.max(0, end - LOOK_BACK), end + LOOK_BACK)
    .findLast(({ candidate }) => candidate.mention?.kind === 'nominal' && candidate.mention.head === mention.head)
  if (said !== undefined) return { speaker: said.speaker, sure: said.sure ?? 1 }
  return describedBy(reading, known, frame, mention, before)
}
