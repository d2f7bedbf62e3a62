import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import type { Attribution } from '../speakers/attribution.ts'
import { isCueBy, RESPONDS } from '../speakers/cue-verbs.ts'
import type { Known } from './known.ts'
import { isRelativeTold, OF, spokenOfIn } from './spoken-of.ts'

/**
 * Whether a description cannot mean the one it seems to take up: who hears the words, who has just asked, and of whom the
 * words say "he" or "she". `last` is the quote before its sentence.
 */
export function isSomebodyElse(
  reading: Reading,
  known: Known,
  frame: number,
  mention: Mention,
  one: number,
  last: Attribution | undefined,
): boolean {
  if (isListening(reading, known, frame, mention, one)) return true
  const hasSpoken = last !== undefined && last.speaker === one
  // “She has the will to do it,” the expert added: of whom she speaks.
  if (hasSpoken && isCueBy(reading, frame, mention, GOES_ON)) return false
  if (hasSpoken && isAnswered(reading, frame, mention, last)) return true
  return isSpokenOf(reading, known, frame, mention, one)
}

/** So far behind the description the verb may have who hears it: "the singer then told her". */
const REACH = 4

/** "The singer told her", "told Lund": who hears it. */
function isListening(
  { words, frames }: Reading,
  { cast, genders }: Known,
  frame: number,
  { last }: Mention,
  at: number,
): boolean {
  const { tokens, nameAt } = words
  const { items } = frames[frame]!
  const from = items.indexOf(last) + 1
  for (let position = from; position < Math.min(items.length, from + REACH); position += 1) {
    const item = items[position]!
    if (isQuote(item) || tokens[item]!.kind === 'mark') return false
    if (nameAt[item] !== -1) return cast.of[nameAt[item]!] === at
    const { lower, tags } = tokens[item]!
    if ((tags & (TAG.pronoun | TAG.subordinator | TAG.determiner)) !== 0) return false
    if ((tags & TAG.object) !== 0) return fits(OF[lower], genders[at]!) && !(lower === 'her' && isNoun(position + 1))
  }
  return false

  /** "told her | fans": hers. */
  function isNoun(position: number): boolean {
    const item = items[position]
    return item !== undefined && !isQuote(item) && tokens[item]!.kind === 'word' && (tokens[item]!.tags & NO_NOUN) === 0
  }
}

const NO_NOUN =
  TAG.preposition | TAG.conjunction | TAG.subordinator | TAG.time | TAG.adverb | TAG.pronoun | TAG.determiner

/** “She was superb,” the striker said: of somebody else; but of his mother, where the text has just told of her. */
function isSpokenOf(reading: Reading, { genders }: Known, frame: number, { first }: Mention, at: number): boolean {
  const own = [...spokenOfIn(reading, frame)].filter((gender) => fits(gender, genders[at]!))
  return own.some((gender) => !isRelativeTold(reading, frame, first, gender))
}

const fits = (own: 'male' | 'female' | undefined, gender: 'male' | 'female' | null): boolean =>
  own !== undefined && (gender === null || gender === own)

/** “Did you see it?” asked Lund. “I did,” the actor answered: who asked is not who answers. */
function isAnswered(reading: Reading, frame: number, mention: Mention, { place }: Attribution): boolean {
  const { words, outer } = reading
  if (words.text[outer[place.quote]!.content.end - 1] === '?') return true
  return isCueBy(reading, frame, mention, RESPONDS)
}

const GOES_ON = /^(?:add|continue|conclude|go on)$/
