import type { Place, Reading } from '../features.ts'
import { isDenied, isUnderDenial } from '../grammar/denials.ts'
import { isQuote } from '../grammar/frames.ts'
import { LEAD, TRAIL } from '../traits.ts'
import { isSomebody } from './cue-subjects.ts'
import { isCalling, isSpeaking } from './cue-verbs.ts'
import { followsStraight, leadsStraight } from './straight.ts'

/**
 * Whether the grammar of the sentence leaves no doubt that somebody says the span, however short it is: it opens the
 * sentence, ends as speech ends, and a verb of speech with its subject stands at once behind it; or it ends the
 * sentence, is one itself, and such a verb leads to it with a colon or comma; or it is what somebody calls somebody.
 * “Shame on you!” one woman yelled. Another added: “Never.”
 */
export function isSpoken(reading: Reading, place: Place): boolean {
  const frame = reading.frames[place.frame]!
  const { position } = place
  if (position > 0) return isLedTo(reading, place) || isCalled(reading, place)
  if (place.ending === 0 && TRAIL[place.trail] !== 'comma') return false
  return reading.cues[place.frame]!.some(
    (cue) => followsStraight(reading, frame, cue, position, isSpeaking) && !isDenied(reading, frame, cue),
  )
}

/** Egan called her “a liar”: somebody, of somebody. */
function isCalled(reading: Reading, place: Place): boolean {
  const frame = reading.frames[place.frame]!
  const object = frame.items[place.position - 1]!
  if (isQuote(object) || !SOMEBODY.test(reading.words.tokens[object]!.lower)) return false
  const cues = reading.cues[place.frame]!
  return cues.some(
    (cue) =>
      cue.last === place.position - 2 &&
      (cue.mention.kind === 'name' || cue.mention.number === 'one') &&
      isCalling(cue) &&
      !isDenied(reading, frame, cue) &&
      !isUnderDenial(reading, frame, cues, cue, place.position) &&
      isSomebody(reading, cue),
  )
}

const SOMEBODY = /^(?:him|her|them|me|us)$/

/** Another added: “Never.” */
function isLedTo(reading: Reading, place: Place): boolean {
  const frame = reading.frames[place.frame]!
  const { position } = place
  const lead = LEAD[place.lead]
  if (!place.capital || place.ending !== 2 || position < frame.items.length - 1) return false
  if (lead !== 'colon' && lead !== 'comma') return false
  return reading.cues[place.frame]!.some(
    (cue) =>
      cue.last < position &&
      leadsStraight(reading, frame, cue, position, isSpeaking, ':,') &&
      !isDenied(reading, frame, cue),
  )
}
