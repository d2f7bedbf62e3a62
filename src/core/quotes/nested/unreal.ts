import type { Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { positionsOf } from '../grammar/positions.ts'
import { textAt } from '../grammar/text-at.ts'

/** What makes of "said" what could be, ought to be or was not said. */
const NOT_YET: ReadonlySet<string> = new Set(
  "will would can could may might must should shall 'll 'd won't can't cannot couldn't wouldn't shouldn't let's please".split(
    ' ',
  ),
)
/** In front of "to say": it was said after all. */
const WENT_ON: ReadonlySet<string> = new Set(['on', 'continued', 'used', 'began', 'started', 'as'])
/** In front of a subject: a question, or "not once has anybody said". */
const ASKING: ReadonlySet<string> = new Set(
  "do does did don't doesn't didn't has have had is are was were will would can could should".split(' '),
)
/** Subjects that say nothing. */
const NONE: ReadonlySet<string> = new Set(['no', 'none', 'nobody', 'neither', 'no-one', 'few', 'hardly'])
const SUPPOSING: ReadonlySet<string> = new Set(['if', 'unless', 'whether', 'suppose', 'imagine'])
/** So many words in front of a verb can tell its mood. */
const NEAR = 4
const FAR = 30

/**
 * Words that nobody has said: "they will say ‘…’", "if he says ‘…’", "you can’t tell people ‘…’", "say to yourself ‘…’".
 * Speech is full of them, and to put them into somebody's mouth would be to invent a quote.
 */
export function isUnreal(reading: Reading, frame: Frame, cue: Cue): boolean {
  if (cue.kind !== 'verb' || cue.verb === null) return false
  const { verb, mention } = cue
  const isBare = verb.forms.has('base') && !verb.forms.has('past')
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
  for (let at = subject.first - 1; at >= 0 && at >= subject.first - NEAR; at -= 1) {
    if (isQuote(frame.items[at]!) || /^[,;:—–]$/.test(word(at))) break
    if (SUPPOSING.has(word(at))) return true
  }
  // "Say ‘…’", "people to say": a bare verb has a subject of its own only where that is "I", "you" or many.
  return isBare && mention.number !== 'self' && mention.number !== 'many'
}
