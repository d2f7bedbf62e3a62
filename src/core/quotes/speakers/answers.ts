import { lowerBound } from '../../text/lower-bound.ts'
import type { Reading } from '../features.ts'
import type { Mention } from '../grammar/mentions.ts'
import { markedFrom } from '../marks/marked-from.ts'
import { equalOf } from './equals.ts'
import type { Known } from './known.ts'

/** So many sentences back something was put to somebody. */
const LOOK_BACK = 2
/** So many names back "him" looks. */
const NAMES_BACK = 12
/** No sentence of news is as long; keeps a text of one sentence linear. */
const LONGEST_SENTENCE = 300

/**
 * “Thole put it to Peake that there was no folder. “It existed,” he said”, “Thole accused him of lying. “I never lied,” he
 * replied”: who answers whom a pronoun seems to mean. Null where that is nobody with a name, undefined where nobody answers.
 */
export function whoAnswers(
  reading: Reading,
  known: Known,
  frame: number,
  mention: Mention,
  speaker: number,
): number | null | undefined {
  const isAnswer = reading.cues[frame]!.some(
    (cue) => cue.mention.head === mention.head && ANSWERS.test(cue.verb?.lemma ?? ''),
  )
  for (let at = frame; at >= Math.max(0, frame - LOOK_BACK); at -= 1) {
    const { items } = reading.frames[at]!
    if (items.length > LONGEST_SENTENCE) return undefined
    const equal = equalOf(reading, known, at, mention, speaker, isAnswer)
    if (equal !== undefined) {
      if (!equal.presses || equal.acts) return undefined
      const first = items.find((item) => item >= 0) ?? 0
      return equal.other ?? himBefore(reading, known, first, mention, speaker)
    }
    const names = items.filter((item) => item >= 0 && item < mention.first && reading.words.nameAt[item] !== -1)
    if (names.length > 0) return undefined
  }
  return undefined
}

const ANSWERS = /^(?:answer|reply|respond|retort|counter)$/

/** Whom "him" takes up in a sentence that begins with the token `first`: the last who fits and is not its subject. */
function himBefore(
  { words: { names, tokens }, outer }: Reading,
  { cast, genders, isSomebody }: Known,
  first: number,
  { gender }: Mention,
  subject: number,
): number | null {
  const newest = lowerBound(names.length, (at) => names[at]!.last < first) - 1
  for (let name = newest; name >= Math.max(0, newest - NAMES_BACK); name -= 1) {
    const { start } = tokens[names[name]!.first]!
    const marked = outer[markedFrom(outer, start)]
    const at = cast.of[name]!
    const own = genders[at]!
    if ((marked !== undefined && marked.start <= start) || at === subject || isSomebody(at) !== true) continue
    if (own === null || gender === null || own === gender) return at
  }
  return null
}
