import { agree } from '../../people/agree.ts'
import type { Reading } from '../features.ts'
import { isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import { phraseAfter } from '../grammar/phrases.ts'
import type { Attribution } from '../speakers/attribution.ts'
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

/** By the token of the noun: whom each "the mayor", "the 33-year-old" of a sentence means, in front of the token `end`. */
export function takenIn(
  reading: Reading,
  known: Known,
  frame: number,
  end: number,
  before: readonly Attribution[],
): ReadonlyMap<number, Described> {
  const { words, frames } = reading
  const { items } = frames[frame]!
  const taken = new Map<number, Described>()
  for (const [position, item] of items.entries()) {
    if (isQuote(item) || item >= end || words.tokens[item]!.lower !== 'the') continue
    const mention = phraseAfter(words, frames[frame]!, position)
    if (mention === null || mention.kind !== 'nominal' || mention.last >= end) continue
    const who = takenFor(reading, known, frame, mention, before)
    if (who.speaker !== null) taken.set(mention.head, who)
  }
  return taken
}

/** "A trader lost her savings", "“…,” the judge said": who was told of or spoke a paragraph before, without a name in the whole article. */
export function isAnother(
  reading: Reading,
  known: Known,
  frame: number,
  one: Mention,
  { gender }: Mention,
  before: readonly Attribution[],
): boolean {
  const { lower } = reading.words.tokens[one.first]!
  const isBare = lower === 'the' && one.last === one.first + 1
  if (!isBare && !/^(?:an?|another|one)$/.test(lower)) return false
  const isSaying = reading.cues[frame]!.some(({ mention, verb }) => mention.head === one.head && verb?.senses.say)
  // "A teacher lost her savings": whoever is new there is whom the sentence is about.
  return (
    (isSaying || !isBare) && agree(one.gender, gender) && takenFor(reading, known, frame, one, before).speaker === null
  )
}
