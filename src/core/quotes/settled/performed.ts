import { TAG } from '../../text/tags.ts'
import { type Place, type Reading, tokenAt } from '../features.ts'
import { lowerAt } from '../grammar/text-at.ts'
import { TITLED } from '../traits.ts'

/**
 * "Lund sang “Cold Morning”", "Dahl covered “I Will Not Go”", "“Cold Morning” was sung by Lund": the name of what is
 * performed, where “You’ll never get home” is a line of it.
 */
export function isPerformed(reading: Reading, place: Place): boolean {
  const { lexicon } = reading.words
  const frame = reading.frames[place.frame]!
  const { position, clause, titled } = place
  const before = lowerAt(reading, frame, position - 1)
  const isSung =
    lexicon.performs.has(before) ||
    (/^(?:is|are|was|were)$/.test(lowerAt(reading, frame, position + 1)) &&
      lexicon.performs.has(lowerAt(reading, frame, position + 2)))
  if (!isSung) return false
  const isTitled = TITLED[titled] === 'all titled' || TITLED[titled] === 'one titled'
  return (isTitled && !clause) || hasCapitals(reading, place)
}

/** “I Will Not Go”, “You Belong to Me”: a capital on every word but the small ones, and on two behind the first. */
function hasCapitals({ words, outer }: Reading, { quote }: Place): boolean {
  const { tokens } = words
  const { start, end } = outer[quote]!.content
  let capitals = 0
  const first = tokenAt(words, start)
  for (let at = first + 1; tokens[at] !== undefined && tokens[at]!.start < end; at += 1) {
    const { kind, capital, tags } = tokens[at]!
    if (kind !== 'word') continue
    if (capital) capitals += 1
    else if ((tags & SMALL) === 0) return false
  }
  return capitals >= 2 && tokens[first]!.capital
}

const SMALL = TAG.determiner | TAG.preposition | TAG.conjunction
