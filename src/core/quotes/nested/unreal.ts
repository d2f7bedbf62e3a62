import type { Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { positionsOf } from '../grammar/positions.ts'
import { textAt } from '../grammar/text-at.ts'
import { WENT_ON } from './inner-frames.ts'

/** What makes of "said" what could be, ought to be or was not said. */
const NOT_YET: ReadonlySet<string> = new Set(
  "will would can could may might must should shall 'll 'd won't can't cannot couldn't wouldn't shouldn't let's please".split(
    ' ',
  ),
)
/** In front of a subject: a question, or "not once has anybody said". */
const ASKING: ReadonlySet<string> = new Set(
  "do does did don't doesn't didn't has have had is are was were will would can could should".split(' '),
)
/** Subjects that say nothing. */
const NONE: ReadonlySet<string> = new Set(['no', 'none', 'nobody', 'neither', 'no-one', 'few', 'hardly'])
const SUPPOSING: ReadonlySet<string> = new Set(['if', 'unless', 'whether', 'suppose', 'imagine'])
/** Leads to what was not said: "I wish she had said". */
const WISHING: ReadonlySet<string> = new Set(['wish', 'wishes', 'wished', 'wishing'])
/** With a verb in the present, what is said again and again, and word for word not once: "when he says ‘…’, you run". */
const HABIT: ReadonlySet<string> = new Set(['when', 'whenever'])
/** So many words in front of a verb can tell its mood. */
const NEAR = 4
const FAR = 30

/**
 * Words that nobody has said: "they will say ‘…’", "if he says ‘…’", "you can’t tell people ‘…’", "I wish she had said ‘…’".
 * Speech is full of them, and to put them into somebody's mouth would be to invent a quote.
 */
export function isUnreal(reading: Reading, frame: Frame, cue: Cue): boolean {
  if (cue.kind !== 'verb' || cue.verb === null) return false
  const { verb, mention } = cue
  const isBare = verb.forms.base && !verb.forms.past
  const word = (at: number) => textAt(reading, frame, at).toLowerCase().replace('’', "'")
  const subject = positionsOf(frame, cue)
  // "You can walk off and say": one verb for both.
  const back = cue.shape === 'shared' && isBare ? FAR : NEAR
  const from = cue.shape === 'inverted' ? cue.first - 1 : Math.max(subject.last + 1, cue.first - back)
  for (let at = cue.first - 1; at >= from && at >= 0; at -= 1) {
    if (isBare && word(at) === 'to') return !WENT_ON.has(word(at - 1))
    if (NOT_YET.has(word(at))) return true
  }
  if (NONE.has(word(subject.first))) return true
  if (cue.shape === 'inverted') return false
  // "Did she say, ‘…’": asked, not told.
  if (ASKING.has(word(subject.first - 1))) return true
  if (isSupposed(frame, cue, subject.first, word)) return true
  // "Say ‘…’", "people to say": a bare verb has a subject of its own only where that is "I", "you" or many.
  return isBare && mention.number !== 'self' && mention.number !== 'many'
}

/** Whether "if", "when" or a wish leads to the verb; what is read as the subject may begin with it: "I wish Berg | had said". */
function isSupposed(frame: Frame, cue: Cue, subject: number, word: (at: number) => string): boolean {
  const isPast = cue.verb?.forms.past === true
  let isJoined = false
  for (let at = cue.first - 1; at >= 0 && at >= subject - NEAR; at -= 1) {
    const lower = word(at)
    if (isQuote(frame.items[at]!) || /^[,;:—–]$/.test(lower)) return false
    if (at <= subject && (SUPPOSING.has(lower) || (HABIT.has(lower) && !isPast))) return true
    // "I wished to go but Berg said": another clause.
    isJoined ||= /^(?:and|but|so)$/.test(lower)
    const isRather = lower === 'rather' && /^(?:would|'d)$/.test(word(at - 1))
    if (!isJoined && (isRather || WISHING.has(lower))) return true
  }
  return false
}
