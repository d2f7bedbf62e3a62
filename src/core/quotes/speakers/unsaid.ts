import { lowerBound } from '../../text/lower-bound.ts'
import type { Place, Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { isDenied, isUnderDenial } from '../grammar/denials.ts'
import type { Frame } from '../grammar/frames.ts'
import { textAt } from '../grammar/text-at.ts'
import { isUttered, isWording } from './cue-verbs.ts'
import { leadsStraight } from './straight.ts'

/**
 * Whether the verb that leads straight to a marked span tells what was not said, or is only asked or wished: "never said
 * “…”", "I wish Lund had said “…”". Nobody else in the sentence says it then.
 */
export function isUnsaid(reading: Reading, { frame: at, position }: Place): boolean {
  const frame = reading.frames[at]!
  const cues = reading.cues[at]!
  let end = lowerBound(cues.length, (index) => cues[index]!.first < position)
  const verb = cues[end - 1]
  const nearest: Cue[] = []
  while (end > 0 && cues[end - 1]!.first === verb!.first) nearest.push(cues[--end]!)
  return (
    (nearest.some((cue) => leadsStraight(reading, frame, cue, position, isWording, ':,')) &&
      nearest.every((cue) => isDenied(reading, frame, cue))) ||
    wasNotDone(reading, frame, cues, position) ||
    isDeniedThere(reading, frame, cues, position)
  )
}

/**
 * "Lee said she did not call him “a liar”": told of as not done, by the verb that leads straight to the words. What
 * somebody would not call a thing is perhaps their own words still.
 */
function wasNotDone(reading: Reading, frame: Frame, cues: readonly Cue[], position: number): boolean {
  const cue = cues.findLast((one) => one.last < position && leadsStraight(reading, frame, one, position, isUttered))
  if (cue === undefined) return false
  const [far, near] = [textAt(reading, frame, cue.first - 2), textAt(reading, frame, cue.first - 1)]
  return near === 'never' || NOT_DONE.test(near) || (near === 'not' && DONE.test(far))
}

const DONE = /^(?:did|has|had|have)$/
const NOT_DONE = /^(?:did|has|had|have)n['’]t$/

/** “I did nothing,” Lee said, denying he was “soft on crime”: whoever denies it, and whoever else speaks there. */
function isDeniedThere(reading: Reading, frame: Frame, cues: readonly Cue[], position: number): boolean {
  const last = cues.findLast((cue) => cue.last < position)
  return last !== undefined && isUnderDenial(reading, frame, cues, last, position)
}
