import type { Span } from '../../text/span.ts'
import { TAG } from '../../text/tags.ts'
import { type Reading, tokenAt } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { isFiniteVerb } from '../grammar/finite.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { textAt } from '../grammar/text-at.ts'

/** So many words may stand between "and" and the marked words that end the sentence: "and had almost | “no inkling”". */
const REACH = 5
/** Longest "the inquiry in Leeds on Monday" between "told" and what is told, in tokens. */
const LISTENER = 8

/**
 * "Lund said | she had been asked as a guest | and had “no inkling” of it": the first of two things told, of which the second
 * is given in marks. Both are what she said, and its grammar leaves no doubt where the first ends.
 */
export function isFirstHalf(reading: Reading, frame: Frame, cue: Cue, span: Span): boolean {
  const { words } = reading
  const { items } = frame
  if (cue.verb === null || !leadsTo(reading, frame, cue, tokenAt(words, span.start))) return false
  const joint = items.indexOf(tokenAt(words, span.end), cue.last)
  if (joint === -1 || !/^(?:and|but)$/.test(textAt(reading, frame, joint))) return false
  const next = items[joint + 1]
  if (next === undefined || isQuote(next)) return false
  if (words.tokens[next]!.lower !== 'that' && !isFiniteVerb(reading, next)) return false
  for (let at = joint + 2; at <= joint + REACH && at < items.length; at += 1) {
    const item = items[at]!
    if (isQuote(item)) return true
    const { kind, tags } = words.tokens[item]!
    if (kind === 'mark' || (tags & (TAG.subordinator | TAG.conjunction)) !== 0) return false
  }
  return false
}

/** At once behind the verb, behind "that", or behind whom it is told. */
function leadsTo({ words: { tokens } }: Reading, { items }: Frame, { verb, last }: Cue, start: number): boolean {
  const from = items[last]! + 1
  const end = tokens[start - 1]?.lower === 'that' ? start - 1 : start
  if (end === from) return verb!.lemma !== 'tell'
  if (verb!.lemma !== 'tell' || end - from > LISTENER) return false
  for (let at = from; at < end; at += 1) {
    const { kind, tags } = tokens[at]!
    if (kind === 'mark' || (tags & (TAG.auxiliary | TAG.relative | TAG.subordinator)) !== 0) return false
  }
  return true
}
