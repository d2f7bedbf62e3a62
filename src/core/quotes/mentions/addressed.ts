import { agree } from '../../people/agree.ts'
import { isLikelyPerson } from '../../people/people.ts'
import { type Reading, tokenAt } from '../features.ts'
import type { Mention } from '../grammar/mentions.ts'
import type { Attribution } from '../speakers/attribution.ts'
import { isCueBy, RESPONDS } from '../speakers/cue-verbs.ts'
import { countBefore } from './count-before.ts'
import type { Known } from './known.ts'
import { spokenOfIn } from './spoken-of.ts'

/** So many quotes back the question is. */
const QUOTES = 12

/**
 * “You lied, Mr Peake?” asked Thole. “I did,” the witness replied: whom the question before calls by name, where the
 * description is of somebody who is there to answer. Null where nobody is called so, or the answer is about him.
 */
export function whoWasAsked(
  reading: Reading,
  { cast, genders }: Known,
  frame: number,
  mention: Mention,
  before: readonly Attribution[],
): number | null {
  const { words, frames, outer } = reading
  const { tokens, names, nameAt, lexicon } = words
  if (!lexicon.answering.has(tokens[mention.head]!.lower) || !isCueBy(reading, frame, mention, RESPONDS)) return null
  const behind = countBefore(reading, before, mention)
  const question = before.slice(Math.max(0, behind - QUOTES), behind).findLast(({ place }) => place.frame < frame)
  if (question === undefined || frames[frame]!.paragraph - frames[question.place.frame]!.paragraph > 1) return null
  const { content } = outer[question.place.quote]!
  if (words.text[content.end - 1] !== '?') return null
  const asked = new Set<number>()
  const start = tokenAt(words, content.start)
  for (let token = start; token < tokens.length && tokens[token]!.end <= content.end; token += 1) {
    const name = nameAt[token]!
    if (name !== -1 && names[name]!.last === token && isCalled(name)) asked.add(cast.of[name]!)
  }
  const [one] = asked
  if (one === undefined || asked.size > 1 || one === question.speaker) return null
  const gender = genders[one]!
  if (!isLikelyPerson(cast.named[one]!, gender) || !agree(gender, mention.gender)) return null
  return [...spokenOfIn(reading, frame)].some((of) => agree(gender, of)) ? null : one

  /** "Mr Peake, you lied?", "You lied, Mr Peake?" */
  function isCalled(name: number): boolean {
    const { titled, last } = names[name]!
    const behind = tokens[last + 1]?.text ?? ''
    return titled === start ? behind === ',' : tokens[titled - 1]!.text === ',' && /^[,.?!]$/.test(behind)
  }
}
