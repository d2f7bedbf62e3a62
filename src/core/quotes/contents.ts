import { TAG } from '../text/tags.ts'
import type { Cue } from './cues.ts'
import type { Reading } from './features.ts'
import { type Frame, isQuote } from './frames.ts'
import { PARTICLE } from './reported-features.ts'

/** Fewer words are no clause. */
export const SHORTEST = 3

/** Longest content in items; keeps a text of one sentence linear. */
export const LONGEST = 120

/** "thinks", "wants": nobody said so. */
export const isBelief = (cue: Cue): boolean =>
  cue.verb !== null && cue.verb.senses.size === 1 && cue.verb.senses.has('think')

/** "did not say", "never said": nothing is reported. */
export function isDenied(reading: Reading, frame: Frame, { first, kind }: Cue): boolean {
  if (kind !== 'verb') return false
  return DENYING.has(textAt(reading, frame, first - 1)) || DENYING.has(textAt(reading, frame, first - 2))
}

const DENYING: ReadonlySet<string> = new Set(['not', 'never', "didn't", 'didn’t', "doesn't", 'doesn’t', 'cannot'])

export const textAt = (reading: Reading, frame: Frame, at: number): string => {
  const item = frame.items[at]
  return item === undefined || isQuote(item) ? '' : reading.words.tokens[item]!.text
}
export const isComma = (reading: Reading, frame: Frame, at: number): boolean => textAt(reading, frame, at) === ','

export function commaAfter(reading: Reading, frame: Frame, at: number): number {
  for (let position = at + 1; position < Math.min(frame.items.length, at + 40); position += 1) {
    if (isComma(reading, frame, position)) return position
  }
  return -1
}

/** "But according to", "And, according to": still the head of the sentence. */
export const isLead = (reading: Reading, frame: Frame, first: number): boolean =>
  first === 1 &&
  !isQuote(frame.items[0]!) &&
  (reading.words.tokens[frame.items[0]!]!.tags & (TAG.conjunction | TAG.adverb | TAG.subordinator)) !== 0

export function isEnd(reading: Reading, frame: Frame, at: number): boolean {
  const item = frame.items[at]
  if (item === undefined) return true
  return (
    !isQuote(item) &&
    (reading.words.tokens[item]!.kind === 'mark' ||
      (reading.words.tokens[item]!.tags & (TAG.time | TAG.preposition)) !== 0)
  )
}

const isHardBreak = (text: string): boolean => text === ';' || text === ':' || text === '—'

export function clauseStart(reading: Reading, frame: Frame, end: number): number {
  for (let at = end - 1; at >= Math.max(0, end - LONGEST); at -= 1) {
    if (isQuote(frame.items[at]!) || isHardBreak(textAt(reading, frame, at))) return at + 1
  }
  return Math.max(0, end - LONGEST)
}

/** Where a content begins, and what leads to it; numbers are values on the axes of reported-features.ts. */
export interface ContentStart {
  readonly at: number
  readonly that: number
  readonly particle: number
  readonly listener: boolean
  readonly comma: boolean
}

/** Skips listener, time and circumstances: "told reporters in Oslo on Monday that …". */
export function contentStart(reading: Reading, frame: Frame, cue: Cue): ContentStart {
  const { tokens, nameAt } = reading.words
  let at = cue.last + 1
  const start = { at, that: 0, particle: 0, listener: false, comma: false }
  const token = (position: number) => {
    const item = frame.items[position]
    return item === undefined || isQuote(item) ? undefined : tokens[item]!
  }
  const limit = Math.min(frame.items.length, at + 25)
  const that = findThat(reading, frame, at, limit)
  if (that !== -1) return { ...start, at: that + 1, that: that - at > 8 ? 3 : that - at > 0 ? 2 : 1 }
  const next = token(at)
  const particle = next === undefined ? -1 : PARTICLE.indexOf(next.lower as never)
  if (particle > 0) return { ...start, particle, at: next!.lower === 'to' ? at : at + 1 }
  while (
    token(at) !== undefined &&
    (token(at)!.tags & (TAG.adverb | TAG.time)) !== 0 &&
    nameAt[frame.items[at]!] === -1
  )
    at += 1
  let listener = false
  if (cue.verb!.senses.has('listener')) {
    const end = listenerEnd(reading, frame, at)
    listener = end > at
    at = end
  }
  return { ...start, at, listener, comma: token(at)?.text === ',' }
}

function findThat(reading: Reading, frame: Frame, from: number, limit: number): number {
  const { tokens } = reading.words
  for (let at = from; at < limit; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return -1
    const { lower, kind, text, verb } = tokens[item]!
    if (lower === 'that') return at
    if (kind === 'mark' && text !== ',') return -1
    if (verb !== undefined && at > from && verb.forms.has('past')) return -1
    if ((tokens[item]!.tags & (TAG.auxiliary | TAG.pronoun)) !== 0 && at > from) return -1
  }
  return -1
}

function listenerEnd(reading: Reading, frame: Frame, from: number): number {
  const { tokens, nameAt } = reading.words
  const first = frame.items[from]
  if (first === undefined || isQuote(first)) return from
  if (nameAt[first] !== -1) {
    let at = from
    while (frame.items[at] !== undefined && !isQuote(frame.items[at]!) && nameAt[frame.items[at]!] === nameAt[first])
      at += 1
    return at
  }
  const tags = tokens[first]!.tags
  if ((tags & TAG.object) !== 0) return from + 1
  if ((tags & TAG.many) !== 0) return from + 1
  if ((tags & (TAG.determiner | TAG.possessive)) === 0) return from
  let at = from + 1
  while (at < from + 6) {
    const item = frame.items[at]
    if (item === undefined || isQuote(item)) break
    const token = tokens[item]!
    if (
      token.kind === 'mark' ||
      (token.tags & (TAG.pronoun | TAG.auxiliary | TAG.subordinator | TAG.preposition | TAG.determiner)) !== 0
    )
      break
    at += 1
  }
  return at
}

/** What a word can begin with, as a value of START. */
export function startOf(reading: Reading, item: number): number {
  if (isQuote(item)) return 17
  const { tokens, nameAt } = reading.words
  const { kind, lower, tags } = tokens[item]!
  if (nameAt[item] !== -1) return 0
  if (kind !== 'word') return kind === 'mark' ? 1 : 2
  if (lower === 'to') return 3
  if (lower === 'if') return 4
  if (lower === 'whether') return 5
  if (lower === 'that') return 6
  if (tags & TAG.pronoun) return 7
  if (tags & TAG.subordinator) return 8
  if (tags & (TAG.determiner | TAG.possessive)) return 9
  if (tags & TAG.preposition) return 10
  if (tags & TAG.conjunction) return 11
  if (tags & TAG.auxiliary) return 12
  if (tags & TAG.object) return 13
  return lower.endsWith('ing') ? 14 : lower.endsWith('s') ? 15 : 16
}

/** Where the reported clause may stop before its sentence does: ", which …", ", adding …", "; …". */
export function clauseCut(reading: Reading, frame: Frame, from: number, end: number): number {
  const { tokens } = reading.words
  for (let at = from + SHORTEST; at < end - 1; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) continue
    const token = tokens[item]!
    if (token.text === ';' || token.text === '—') return at - 1
    const next = frame.items[at + 1]!
    if (isQuote(next)) continue
    const after = tokens[next]!
    if (
      token.text === ',' &&
      (after.tags & (TAG.conjunction | TAG.relative | TAG.subordinator) ||
        after.lower.endsWith('ing') ||
        after.lower === 'according' ||
        after.lower === 'as')
    )
      return at - 1
    if (token.lower === 'and' && after.verb?.senses.has('say') && after.verb.forms.has('past')) return at - 1
  }
  return -1
}
