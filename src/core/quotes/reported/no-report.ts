import { VERB_SENSES } from '../../lexicon.ts'
import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { type Cue, isObject } from '../grammar/cues.ts'
import { isDenied } from '../grammar/denials.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { QUOTATIVE } from '../grammar/quotatives.ts'
import { lowerAt, textAt } from '../grammar/text-at.ts'

/** Whether nothing without marks is reported by a cue, whatever stands beside it. */
export function reportsNothing(reading: Reading, frame: Frame, cues: readonly Cue[], cue: Cue): boolean {
  if (cue.kind === 'noun' || isBelief(cue) || isOpening(cue) || cue.verb === QUOTATIVE) return true
  if (isClaimed(reading, frame, cue) || isDue(reading, frame, cue) || isOnlyTold(reading, frame, cues, cue)) return true
  // "He said if the mayor says it is shut": of one verb, what its own subject did not say nobody says.
  return (
    cues.some((own) => own.first === cue.first && own.shape === 'beside' && isDenied(reading, frame, own)) ||
    isDenied(reading, frame, cue)
  )
}

/** "thinks", "wants": nobody said so. */
export const isBelief = (cue: Cue): boolean =>
  cue.verb !== null && cue.verb.senseNumbers.length === 1 && cue.verb.senses.think

/** "made", "has", "went on": they lead to somebody's words between marks, and report none without. */
const isOpening = ({ verb }: Cue): boolean => {
  if (verb === null || !verb.senses.open) return false
  return VERB_SENSES.every((sense) => !verb.senses[sense] || sense === 'open' || sense === 'think')
}

/** "rejected claims that …": see isObject. */
const isClaimed = ({ words }: Reading, frame: Frame, { first, verb }: Cue): boolean =>
  verb !== null && isObject(words, frame, first, verb)

/** "ought to publish it", "should publish it": nobody has yet. */
const isDue = (reading: Reading, frame: Frame, { kind, first, verb }: Cue): boolean =>
  kind === 'verb' && verb?.forms.base === true && DUE.test(lowerAt(reading, frame, first - 1))

const DUE = /^(?:should|must|may|might|shall)$/

/** "People briefed on the plan said": whom it was told, with what they say behind it. */
function isOnlyTold(reading: Reading, frame: Frame, cues: readonly Cue[], cue: Cue): boolean {
  const { verb, mention, last, shape } = cue
  if (shape !== 'beside' || mention.kind !== 'nominal' || verb?.senses.listener !== true) return false
  const item = frame.items[last + 1]
  if (item === undefined || isQuote(item) || (reading.words.tokens[item]!.tags & TAG.preposition) === 0) return false
  const next = cues.find((other) => other.first > last && other.mention.head === mention.head)
  if (next === undefined) return false
  for (let at = last + 1; at < next.first; at += 1) {
    const between = frame.items[at]!
    if (isQuote(between) || JOINS.test(reading.words.tokens[between]!.lower)) return false
  }
  return true
}

const JOINS = /^(?:and|but|that|,|;)$/

/** "warned against sums of that kind": against what, which nobody said. */
export function isOnlyWarned(reading: Reading, frame: Frame, piece: { first: number; last: number }): boolean {
  if (textAt(reading, frame, piece.first - 1) !== 'against') return false
  for (let at = piece.first; at <= piece.last; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) continue
    const { lower, tags } = reading.words.tokens[item]!
    if ((tags & TAG.auxiliary) !== 0 || (at === piece.first && lower.endsWith('ing'))) return false
  }
  return true
}

const QUESTION: ReadonlySet<string> = new Set(['to', 'for', 'if', 'whether', 'who', 'that', 'not'])

/** "asked a lawyer first": whom, and not what. */
export function isOnlyAsked(
  reading: Reading,
  frame: Frame,
  { verb, first, mention }: Cue,
  piece: { first: number; last: number },
): boolean {
  if (verb === null || !verb.senses.ask || !verb.senses.listener) return false
  // "Lund, asked whether it was shut, said": it was put to her.
  if (verb.forms.past && textAt(reading, frame, first - 1) === ',' && frame.items[first - 2] === mention.last)
    return true
  if (QUESTION.has(textAt(reading, frame, piece.first - 1))) return false
  for (let at = piece.first; at <= piece.last; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return false
    const { lower, tags } = reading.words.tokens[item]!
    if ((tags & (TAG.subordinator | TAG.auxiliary)) !== 0 || QUESTION.has(lower)) return false
  }
  return true
}
