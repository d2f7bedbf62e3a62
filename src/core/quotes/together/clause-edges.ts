import { PAST_VERB } from '../../people/descriptions.ts'
import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { isFiniteVerb } from '../grammar/finite.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { textAt } from '../grammar/text-at.ts'

/** Whether a subject can begin at a position: nothing in front of it governs it. */
export function opensClause({ words }: Reading, frame: Frame, at: number): boolean {
  const before = frame.items[at - 1]
  if (before === undefined || isQuote(before)) return true
  const { kind, text, tags } = words.tokens[before]!
  if (words.nameAt[before] !== -1) return false
  return kind === 'mark'
    ? /^[,;:—–-]$/.test(text)
    : (tags & (TAG.conjunction | TAG.subordinator)) !== 0 || text === 'that'
}

/** Whether nothing but an adverb, an auxiliary, a time or what commas set off stands between a subject and its verb. */
export function reachesVerb(reading: Reading, frame: Frame, end: number, verb: number): boolean {
  let at = end
  while (at < verb) {
    if (isQuote(frame.items[at]!)) return false
    if (textAt(reading, frame, at) === ',') {
      const closing = nextComma(reading, frame, at + 1, verb)
      at = closing === -1 ? at + 1 : closing + 1
    } else if (isBetween(reading, frame.items[at]!)) at += 1
    else return false
  }
  return at === verb
}

function nextComma(reading: Reading, frame: Frame, from: number, to: number): number {
  for (let at = from; at < to; at += 1) if (textAt(reading, frame, at) === ',') return at
  return -1
}

function isBetween({ words }: Reading, item: number): boolean {
  const { tags, lower } = words.tokens[item]!
  if (words.nameAt[item] !== -1) return false
  return (tags & (TAG.auxiliary | TAG.adverb | TAG.time)) !== 0 || /^(?:both|each|all|on|last|this)$/.test(lower)
}

/** Whether a verb of one's own stands behind a name, at once or behind what commas set off: "Berg, a pilot, | applauded". */
export function actsBehind(reading: Reading, frame: Frame, end: number): boolean {
  if (hasVerb(reading, frame, end)) return true
  if (textAt(reading, frame, end) !== ',') return false
  const closing = nextComma(reading, frame, end + 1, frame.items.length)
  return hasVerb(reading, frame, end + 1) || (closing !== -1 && hasVerb(reading, frame, closing + 1))
}

/** Whether a verb stands at a position, adverbs in front of it passed over: "| agreed", "| later left". */
export function hasVerb(reading: Reading, frame: Frame, at: number): boolean {
  for (let position = at; position < frame.items.length; position += 1) {
    const item = frame.items[position]!
    if (isQuote(item)) return false
    const { kind, lower, tags } = reading.words.tokens[item]!
    if (kind === 'mark') return false
    if (isFiniteVerb(reading, item) || PAST_VERB.test(lower) || lower.endsWith('ed')) return true
    if ((tags & TAG.adverb) === 0) return false
  }
  return false
}
