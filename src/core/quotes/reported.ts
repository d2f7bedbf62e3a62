import type { Span } from '../text/span.ts'
import { TAG } from '../text/tags.ts'
import type { Reading } from './candidates.ts'
import type { Cue } from './cues.ts'
import { type Frame, isQuote, quoteOf } from './frames.ts'

/** What a cue may report without marks. */
export interface Content {
  readonly frame: number
  readonly cue: Cue
  readonly span: Span
  readonly features: readonly string[]
}

/** One cue with what it may report; at most one of them is chosen. */
export interface ReportedChoice {
  readonly frame: number
  readonly cue: Cue
  readonly contents: readonly Content[]
  /** Features of reporting nothing. */
  readonly none: readonly string[]
}

/** Fewer words are no clause. */
const SHORTEST = 3
/** Longest content in items; keeps a text of one sentence linear. */
const LONGEST = 120

export function findReported(reading: Reading): ReportedChoice[] {
  const choices: ReportedChoice[] = []
  for (const [frame, cues] of reading.cues.entries()) {
    for (const cue of cues) {
      if (cue.kind === 'noun' || isBelief(cue)) continue
      const contents = contentsOf(reading, frame, cue)
      if (contents.length > 0) choices.push({ frame, cue, contents, none: ['nothing', `nothing ${lemmaOf(cue)}`] })
    }
  }
  return choices
}

/** "thinks", "wants": nobody said so. */
const isBelief = (cue: Cue): boolean => cue.verb !== null && cue.verb.senses.size === 1 && cue.verb.senses.has('think')

const lemmaOf = (cue: Cue): string => cue.verb?.lemma ?? 'according to'

function contentsOf(reading: Reading, frameIndex: number, cue: Cue): Content[] {
  const frame = reading.frames[frameIndex]!
  const contents: Content[] = []
  const add = (from: number, to: number, where: string, extra: readonly string[]) => {
    const content = build(reading, frameIndex, cue, from, to, where, extra)
    if (content !== null) contents.push(content)
  }
  const subject = positionsOf(frame, cue)
  if (cue.shape === 'inverted') {
    const first = cue.first
    if (first > 0 && isComma(reading, frame, first - 1))
      add(clauseStart(reading, frame, first - 1), first - 2, 'before', [])
    else if (first > 0 && cue.kind === 'phrase') add(0, first - 1, 'before', ['no comma'])
    if (cue.kind === 'phrase' && (first === 0 || isLead(reading, frame, first))) {
      const comma = commaAfter(reading, frame, subject.last)
      if (comma !== -1) add(comma + 1, frame.items.length - 1, 'after', [])
    }
    return contents
  }
  if (cue.verb === null) return contents
  const begin = Math.min(subject.first, cue.first)
  if (begin > 1 && isComma(reading, frame, begin - 1) && cue.shape === 'beside') {
    add(clauseStart(reading, frame, begin - 1), begin - 2, 'before', [
      isEnd(reading, frame, cue.last + 1) ? 'closes' : 'goes on',
    ])
  }
  const start = contentStart(reading, frame, cue)
  if (start.at < frame.items.length) {
    const end = Math.min(frame.items.length - 1, start.at + LONGEST)
    add(start.at, end, 'after', [...start.features, 'whole'])
    const cut = clauseCut(reading, frame, start.at, end)
    if (cut !== -1) add(start.at, cut, 'after', [...start.features, 'cut'])
  }
  return contents
}

function positionsOf(frame: Frame, cue: Cue): { first: number; last: number } {
  const offset = frame.items[cue.first]! - cue.first
  // Tokens and items run in step except across marked spans: search near by.
  const seek = (token: number) => {
    let at = Math.max(0, Math.min(frame.items.length - 1, token - offset))
    while (at > 0 && itemToken(frame, at) > token) at -= 1
    while (at < frame.items.length - 1 && itemToken(frame, at) < token) at += 1
    return at
  }
  return { first: seek(cue.mention.first), last: seek(cue.mention.last) }
}

/** The token at a position, or for a marked span the one before it. */
function itemToken(frame: Frame, at: number): number {
  for (let position = at; position >= 0; position -= 1)
    if (!isQuote(frame.items[position]!)) return frame.items[position]!
  return -1
}

const textAt = (reading: Reading, frame: Frame, at: number): string => {
  const item = frame.items[at]
  return item === undefined || isQuote(item) ? '' : reading.words.tokens[item]!.text
}
const isComma = (reading: Reading, frame: Frame, at: number): boolean => textAt(reading, frame, at) === ','

function commaAfter(reading: Reading, frame: Frame, at: number): number {
  for (let position = at + 1; position < Math.min(frame.items.length, at + 40); position += 1) {
    if (isComma(reading, frame, position)) return position
  }
  return -1
}

/** "But according to", "And, according to": still the head of the sentence. */
const isLead = (reading: Reading, frame: Frame, first: number): boolean =>
  first === 1 &&
  !isQuote(frame.items[0]!) &&
  (reading.words.tokens[frame.items[0]!]!.tags & (TAG.conjunction | TAG.adverb | TAG.subordinator)) !== 0

function isEnd(reading: Reading, frame: Frame, at: number): boolean {
  const item = frame.items[at]
  if (item === undefined) return true
  return (
    !isQuote(item) &&
    (reading.words.tokens[item]!.kind === 'mark' ||
      (reading.words.tokens[item]!.tags & (TAG.time | TAG.preposition)) !== 0)
  )
}

function clauseStart(reading: Reading, frame: Frame, end: number): number {
  for (let at = end - 1; at >= Math.max(0, end - LONGEST); at -= 1) {
    if (isQuote(frame.items[at]!) || /^[;:—]$/.test(textAt(reading, frame, at))) return at + 1
  }
  return Math.max(0, end - LONGEST)
}

const PARTICLES = new Set(['for', 'on', 'of', 'about', 'against', 'out', 'to', 'as', 'over', 'with'])

/** Skips listener, time and circumstances: "told reporters in Oslo on Monday that …". */
function contentStart(reading: Reading, frame: Frame, cue: Cue): { at: number; features: string[] } {
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

function kindOfWord(reading: Reading, item: number): string {
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
function clauseCut(reading: Reading, frame: Frame, from: number, end: number): number {
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

function build(
  reading: Reading,
  frameIndex: number,
  cue: Cue,
  from: number,
  to: number,
  where: string,
  extra: readonly string[],
): Content | null {
  const frame = reading.frames[frameIndex]!
  let first = from
  let last = to
  const isMark = (at: number) => !isQuote(frame.items[at]!) && reading.words.tokens[frame.items[at]!]!.kind === 'mark'
  while (first <= last && isMark(first)) first += 1
  while (last >= first && isMark(last) && textAt(reading, frame, last) !== ')') last -= 1
  const size = last - first + 1
  if (size < SHORTEST || isQuote(frame.items[first]!)) return null
  if (isQuote(frame.items[last]!) && size < 6) return null
  const span = { start: startOf(reading, frame.items[first]!), end: endOf(reading, frame.items[last]!) }
  const lemma = lemmaOf(cue)
  const form = cue.verb === null ? 'no' : [...cue.verb.forms].join('/')
  const senses = cue.verb === null ? ['phrase'] : [...cue.verb.senses]
  const that = extra.includes('that') ? 'that' : 'no that'
  const starts = `starts ${kindOfWord(reading, frame.items[first]!)}`
  const length = size <= 4 ? 's4' : size <= 8 ? 's8' : size <= 16 ? 's16' : size <= 32 ? 's32' : 's99'
  const hasQuote = frame.items.slice(first, last + 1).some(isQuote) ? 'quoting' : 'plain'
  const features = [
    where,
    `${where} ${lemma}`,
    `${where} ${lemma} ${that}`,
    `${where} ${lemma} ${starts}`,
    `${where} ${that} ${starts}`,
    `${where} ${cue.shape}`,
    `${where} ${cue.shape} ${cue.mention.kind} ${cue.mention.number ?? 'unknown'}`,
    `${where} ${form} ${senses[0]}`,
    ...senses.map((sense) => `${where} sense ${sense}`),
    ...senses.map((sense) => `${where} sense ${sense} ${that} ${starts}`),
    `${length} ${where}`,
    `${hasQuote} ${where}`,
    `${hasQuote} ${length}`,
    `head ${headOf(reading, cue)}`,
    cue.passive ? `passive ${lemma}` : 'active',
    `auxiliary ${auxiliaryOf(reading, frame, cue)}`,
    `auxiliary ${auxiliaryOf(reading, frame, cue)} ${senses[0]}`,
    ...extra.map((feature) => `${where} ${feature}`),
  ]
  return { frame: frameIndex, cue, span, features }
}

function headOf(reading: Reading, cue: Cue): string {
  const { tags, lower } = reading.words.tokens[cue.mention.head]!
  if (cue.mention.kind === 'pronoun') return lower
  if (cue.mention.kind === 'name') return reading.words.names[cue.mention.name!]!.kind
  return tags & TAG.role
    ? 'role'
    : tags & TAG.body
      ? 'body'
      : tags & TAG.report
        ? 'report'
        : lower.endsWith('s')
          ? 'plural'
          : 'noun'
}

function auxiliaryOf(reading: Reading, frame: Frame, cue: Cue): string {
  const before = textAt(reading, frame, cue.first - 1).toLowerCase()
  const item = frame.items[cue.first - 1]
  if (item === undefined || isQuote(item)) return 'none'
  const tags = reading.words.tokens[item]!.tags
  if (before === 'to' || before === 'not') return before
  return tags & TAG.auxiliary ? before : tags & TAG.adverb ? 'adverb' : 'none'
}

const startOf = (reading: Reading, item: number): number =>
  isQuote(item) ? reading.outer[quoteOf(item)]!.start : reading.words.tokens[item]!.start
const endOf = (reading: Reading, item: number): number =>
  isQuote(item) ? reading.outer[quoteOf(item)]!.end : reading.words.tokens[item]!.end
