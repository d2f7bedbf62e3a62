import type { VerbSense } from '../../lexicon.ts'
import { lowerBound } from '../../text/lower-bound.ts'
import { TAG } from '../../text/tags.ts'
import type { Place, Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { isDenied, isUnderDenial } from '../grammar/denials.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import type { Words } from '../grammar/mentions.ts'
import { isHeard } from '../grammar/subjects.ts'
import { textAt } from '../grammar/text-at.ts'
import { LEAD, TRAIL } from '../traits.ts'

/** So many words may stand between a verb of saying and what it says: "told her", "told the inquest on Monday". */
const OBJECT = 4

/**
 * The cues of a frame that can give a marked span its speaker. What the grammar of the sentence settles is not left to
 * weights: words under a denial are nobody's, and of verbs of saying on one side the nearest one that leads straight to
 * the span says it, however surely the others report that it was said.
 */
export function governing(reading: Reading, place: Place, near: readonly Cue[]): readonly Cue[] {
  const frame = reading.frames[place.frame]!
  const { position } = place
  const open = ofOwnClause(reading, frame, near, position).filter(
    (cue) => !isDenied(reading, frame, cue) && !isUnderDenial(reading, frame, near, cue, position),
  )
  const before = open.findLast((cue) => cue.last < position && leadsStraight(reading, frame, cue, position))
  const after = open.find((cue) => cue.first > position && followsStraight(reading, frame, cue, position))
  if (before === undefined && after === undefined) return open
  // “Lee, whom Egan called “x”, said”: words at once behind their verb are its own.
  const isOwned = before !== undefined && position - before.last === 1 && after === undefined
  return open.filter((cue) =>
    cue.first > position
      ? !isOwned && (after === undefined || cue.first <= after.first)
      : before === undefined || cue.first >= before.first,
  )
}

/** “…,” admitted Carr; “…,” said Egan: a semicolon parts what each says, where each part has a cue of its own. */
function ofOwnClause(reading: Reading, frame: Frame, near: readonly Cue[], position: number): readonly Cue[] {
  let [start, end] = [-1, frame.items.length]
  for (let at = position - 1; at >= 0 && start === -1; at -= 1) if (textAt(reading, frame, at) === ';') start = at
  for (let at = position + 1; at < end; at += 1) if (textAt(reading, frame, at) === ';') end = at
  if (start === -1 && end === frame.items.length) return near
  const own = near.filter(({ first, last }) => first > start && last < end)
  return own.length === 0 ? near : own
}

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
    wasNotDone(reading, frame, cues, position)
  )
}

/** "said: “…”", "told her that “…”": a verb of saying with a subject of its own and nothing but its object between. */
function leadsStraight(
  reading: Reading,
  frame: Frame,
  cue: Cue,
  position: number,
  speaks = isWording,
  // "Egan said, “…”": American for the colon.
  marks = position - cue.last === 2 ? ':,' : ':',
): boolean {
  const isHeardSaying =
    cue.shape === 'beside' && cue.verb?.forms.has('ing') === true && isHeard(reading.words, cue.mention)
  if (!isHeardSaying && (!speaks(cue) || !isOwnSubject(reading.words, cue))) return false
  if (position - cue.last - 1 > OBJECT) return false
  // "said it was “thin”" is said; "speculates are “thin”" is not all that is speculated.
  const barrier = isSaying(cue) ? TAG.conjunction : TAG.conjunction | TAG.auxiliary
  for (let at = cue.last + 1; at < position; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return false
    const { kind, text, tags, verb } = reading.words.tokens[item]!
    if (kind === 'mark' ? !marks.includes(text) || at !== position - 1 : verb !== undefined || (tags & barrier) !== 0)
      return false
  }
  return isSomebody(reading, cue)
}

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

/** Egan called her “a liar”: somebody, of somebody. */
function isCalled(reading: Reading, place: Place): boolean {
  const frame = reading.frames[place.frame]!
  const object = frame.items[place.position - 1]!
  if (isQuote(object) || !SOMEBODY.test(reading.words.tokens[object]!.lower)) return false
  return reading.cues[place.frame]!.some(
    (cue) =>
      cue.last === place.position - 2 &&
      (cue.mention.kind === 'name' || cue.mention.number === 'one') &&
      isCalling(cue) &&
      !isDenied(reading, frame, cue) &&
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

const isOwnSubject = ({ names }: Words, { shape, mention: { name } }: Cue): boolean =>
  shape === 'beside' ||
  shape === 'relative' ||
  (shape === 'apposition' && name !== null && names[name]!.kind !== 'place')

/** “…,” Lund said; “…,” said Lund: the verb and its subject stand at once behind the span. */
function followsStraight(reading: Reading, frame: Frame, cue: Cue, position: number, speaks = isSaying): boolean {
  if (!speaks(cue) || (cue.shape !== 'beside' && cue.shape !== 'inverted') || !isSomebody(reading, cue)) return false
  const first = cue.shape === 'inverted' ? frame.items[cue.first]! : cue.mention.first
  for (let at = position + 1; at < cue.first + 1 && at < frame.items.length; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return false
    if (item >= first) return true
    if (reading.words.tokens[item]!.kind !== 'mark') return false
  }
  return false
}

/** Whether a cue's verb says something in one of these senses, of its own subject and in the past or with an s. */
const speaksBy =
  (...senses: readonly VerbSense[]) =>
  ({ verb, passive }: Cue): boolean =>
    verb !== null &&
    !passive &&
    senses.some((sense) => verb.senses.has(sense)) &&
    (verb.forms.has('past') || verb.forms.has('s'))

const isSaying = speaksBy('say')
/** Verbs that take their words as an object too: "called it “thin”", "predicted a “long winter”". */
const isWording = speaksBy('say', 'state', 'ask', 'voice', 'describe')
/** In any form: "did not call". */
const isUttered = ({ verb, passive }: Cue): boolean =>
  verb !== null && !passive && (verb.senses.has('say') || verb.senses.has('describe'))
const isCalling = speaksBy('describe')
const isSpeaking = speaksBy('say', 'state', 'respond', 'ask', 'voice', 'write')

/** A statement or a sign passes on what somebody else says. */
const isSomebody = ({ words }: Reading, { mention }: Cue): boolean =>
  mention.kind !== 'nominal' ||
  (words.tokens[mention.head]!.tags & (TAG.role | TAG.body)) !== 0 ||
  SOME.test(words.tokens[mention.head]!.lower)

const SOME = /^(?:one|another|others|some|many|most)$/
