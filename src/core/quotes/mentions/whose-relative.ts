import type { Gender } from '../../lexicon.ts'
import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import type { Attribution } from '../speakers/attribution.ts'
import { countBefore } from './count-before.ts'
import type { Known } from './known.ts'
import { spokenOfIn } from './spoken-of.ts'

const POSSESSIVE: Readonly<Record<Gender, string>> = { male: 'his', female: 'her' }

/**
 * "Her husband, Carl, died. “…,” she said": whether a sentence of the paragraph before a pronoun, or its own, opens with
 * somebody's relative, so that the pronoun is rather whose that is.
 */
export function opensWithRelative({ words, frames }: Reading, frame: number, { gender }: Mention): boolean {
  if (gender === null) return false
  const { tokens, nameAt } = words
  return [frame, frame - 1].some((at) => {
    const one = frames[at]
    if (one === undefined || one.paragraph !== frames[frame]!.paragraph) return false
    const first = one.items.find((item) => !isQuote(item) && tokens[item]!.kind !== 'mark')
    if (first === undefined || tokens[first]!.lower !== POSSESSIVE[gender]) return false
    return [first + 1, first + 2].some(
      (noun) => nameAt[noun] === -1 && (tokens[noun]!.tags & (TAG.role | TAG.kin)) !== 0,
    )
  })
}

/**
 * Jordan Berg wrote: “She mended my jacket.” And a paragraph on, "Her husband died": rather she of whom Berg wrote. The one
 * who spoke last, an index in the cast, where that is so and nothing tells that it is a woman; else null.
 */
export function speaksOfHer(
  reading: Reading,
  { genders }: Known,
  frame: number,
  mention: Mention,
  before: readonly Attribution[],
): number | null {
  const last = before[countBefore(reading, before, mention) - 1]
  if (last === undefined || last.speaker === null || genders[last.speaker] !== null || mention.gender === null)
    return null
  const { paragraph } = reading.frames[last.place.frame]!
  if (paragraph >= reading.frames[frame]!.paragraph || !opensWithRelative(reading, frame, mention)) return null
  return spokenOfIn(reading, last.place.frame).has(mention.gender) ? last.speaker : null
}
