import type { Span } from '../text/span.ts'
import { TAG } from '../text/tags.ts'
import {
  clauseCut,
  clauseStart,
  commaAfter,
  contentStart,
  isBelief,
  isComma,
  isEnd,
  isLead,
  kindOfWord,
  LONGEST,
  lemmaOf,
  SHORTEST,
  textAt,
} from './contents.ts'
import type { Cue } from './cues.ts'
import type { Reading } from './features.ts'
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
