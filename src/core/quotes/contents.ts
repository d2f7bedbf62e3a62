import { TAG } from '../text/tags.ts'
import type { Cue } from './cues.ts'
import type { Reading } from './features.ts'
import { type Frame, isQuote } from './frames.ts'

/** Fewer words are no clause. */
export const SHORTEST = 3

/** Longest content in items; keeps a text of one sentence linear. */
export const LONGEST = 120

/** "thinks", "wants": nobody said so. */
export const isBelief = (cue: Cue): boolean =>
  cue.verb !== null && cue.verb.senses.size === 1 && cue.verb.senses.has('think')

export const lemmaOf = (cue: Cue): string => cue.verb?.lemma ?? 'according to'

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

export function clauseStart(reading: Reading, frame: Frame, end: number): number {
  for (let at = end - 1; at >= Math.max(0, end - LONGEST); at -= 1) {
    if (isQuote(frame.items[at]!) || /^[;:—]$/.test(textAt(reading, frame, at))) return at + 1
  }
  return Math.max(0, end - LONGEST)
}

export const PARTICLES = new Set(['for', 'on', 'of', 'about', 'against', 'out', 'to', 'as', 'over', 'with'])

/** Skips listener, time and circumstances: "told reporters in Oslo on Monday that …". */
export function contentStart(reading: Reading, frame: Frame, cue: Cue): { at: number; features: string[] } {
  const { tokens, nameAt } = reading.words
  let at = cue.last + 1
  const features: string[] = []
  const token = (position: number) => {
    const item = frame.items[position]
    return item === undefined || isQuote(item) ? undefined : tokens[item]!
  }
  const limit = Math.min(frame.items.length, at + 25)
  const that = findThat(reading, frame, at, limit)
  if (that !== -1)
    return { at: that + 1, features: ['that', `that ${that - at > 8 ? 'far' : that - at > 0 ? 'near' : 'at once'}`] }
  const next = token(at)
  if (next !== undefined && PARTICLES.has(next.lower)) {
    features.push(`particle ${next.lower}`, `particle ${lemmaOf(cue)} ${next.lower}`)
    return { at: next.lower === 'to' ? at : at + 1, features }
  }
  while (
    token(at) !== undefined &&
    (token(at)!.tags & (TAG.adverb | TAG.time)) !== 0 &&
    nameAt[frame.items[at]!] === -1
  )
    at += 1
  if (cue.verb!.senses.has('listener')) {
    const listener = listenerEnd(reading, frame, at)
    if (listener > at) {
      features.push('listener')
      at = listener
    }
  }
  if (token(at)?.text === ',') features.push('comma')
  const first = token(at)
  features.push(`starts ${first === undefined ? 'quote' : kindOfWord(reading, frame.items[at]!)}`)
  return { at, features }
}

export function findThat(reading: Reading, frame: Frame, from: number, limit: number): number {
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

export function listenerEnd(reading: Reading, frame: Frame, from: number): number {
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

export function kindOfWord(reading: Reading, item: number): string {
  const { tokens, nameAt } = reading.words
  const token = tokens[item]!
  if (nameAt[item] !== -1) return 'name'
  if (token.kind !== 'word') return token.kind === 'mark' ? token.text : 'number'
  if (token.lower === 'to' || token.lower === 'if' || token.lower === 'whether' || token.lower === 'that')
    return token.lower
  if (token.tags & TAG.pronoun) return 'pronoun'
  if (token.tags & TAG.subordinator) return 'subordinator'
  if (token.tags & (TAG.determiner | TAG.possessive)) return 'determiner'
  if (token.tags & TAG.preposition) return 'preposition'
  if (token.tags & TAG.conjunction) return 'conjunction'
  if (token.tags & TAG.auxiliary) return 'auxiliary'
  if (token.tags & TAG.object) return 'object'
  if (token.lower.endsWith('ing')) return 'ing'
  if (token.lower.endsWith('s')) return 'plural'
  return 'word'
}

/** Where the reported clause may stop before its sentence does: ", which …", ", adding …", "; …". */
export function clauseCut(reading: Reading, frame: Frame, from: number, end: number): number {
  const { tokens } = reading.words
  for (let at = from + SHORTEST; at < end - 1; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) continue
    const token = tokens[item]!
    if (/^[;—]$/.test(token.text)) return at - 1
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
