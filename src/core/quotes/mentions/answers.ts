import { agree } from '../../people/agree.ts'
import { lowerBound } from '../../text/lower-bound.ts'
import type { Reading } from '../features.ts'
import type { Mention } from '../grammar/mentions.ts'
import { isMarked } from '../marks/marked-from.ts'
import { isCueBy, RESPONDS } from '../speakers/cue-verbs.ts'
import { equalOf } from './equals.ts'
import type { Known } from './known.ts'

/** So many sentences back something was put to somebody. */
const LOOK_BACK = 2
/** So many names back "him" looks. */
const NAMES_BACK = 12

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
  const isAnswer = isCueBy(reading, frame, mention, RESPONDS)
  for (let at = frame; at >= Math.max(0, frame - LOOK_BACK); at -= 1) {
    const { items } = reading.frames[at]!
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
    const at = cast.of[name]!
    if (isMarked(outer, tokens[names[name]!.first]!.start) || at === subject || isSomebody(at) !== true) continue
    if (agree(genders[at]!, gender)) return at
  }
  return null
}
