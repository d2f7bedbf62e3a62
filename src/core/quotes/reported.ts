import type { Span } from '../text/span.ts'
import {
  clauseCut,
  clauseStart,
  commaAfter,
  contentStart,
  isBelief,
  isComma,
  isDenied,
  isEnd,
  isLead,
  LONGEST,
  SHORTEST,
  textAt,
} from './contents.ts'
import type { Cue } from './cues.ts'
import type { Reading } from './features.ts'
import { type Frame, isQuote, quoteOf } from './frames.ts'
import { type ContentLead, featuresOf, lemmaOf } from './report-traits.ts'
import { nothing } from './reported-features.ts'
import { senseOf } from './traits.ts'

const BEFORE = 0
const AFTER = 1

/** What a cue may report without marks. */
export interface Content {
  readonly frame: number
  readonly cue: Cue
  readonly span: Span
  readonly features: readonly number[]
}

/** One cue with what it may report; at most one of them is chosen. */
export interface ReportedChoice {
  readonly frame: number
  readonly cue: Cue
  readonly contents: readonly Content[]
  /** Features of reporting nothing. */
  readonly none: readonly number[]
}

export function findReported(reading: Reading): ReportedChoice[] {
  const choices: ReportedChoice[] = []
  for (const [frame, cues] of reading.cues.entries()) {
    for (const cue of cues) {
      if (cue.kind === 'noun' || isBelief(cue) || isDenied(reading, reading.frames[frame]!, cue)) continue
      const contents = contentsOf(reading, frame, cue)
      if (contents.length > 0) {
        const lemma = lemmaOf(cue)
        const none = [nothing.any(), nothing.sense(senseOf(cue)), ...(lemma === -1 ? [] : [nothing.lemma(lemma)])]
        choices.push({ frame, cue, contents, none })
      }
    }
  }
  return choices
}

function contentsOf(reading: Reading, frameIndex: number, cue: Cue): Content[] {
  const frame = reading.frames[frameIndex]!
  const contents: Content[] = []
  const add = (from: number, to: number, lead: ContentLead) => {
    const content = build(reading, frameIndex, cue, from, to, lead)
    if (content !== null) contents.push(content)
  }
  const subject = positionsOf(frame, cue)
  if (cue.shape === 'inverted') {
    const first = cue.first
    if (first > 0 && isComma(reading, frame, first - 1))
      add(clauseStart(reading, frame, first - 1), first - 2, { where: BEFORE, cut: 2 })
    else if (first > 0 && cue.kind === 'phrase') add(0, first - 1, { where: BEFORE, cut: 4 })
    if (cue.kind === 'phrase' && (first === 0 || isLead(reading, frame, first))) {
      const comma = commaAfter(reading, frame, subject.last)
      if (comma !== -1) add(comma + 1, frame.items.length - 1, { where: AFTER, cut: 5 })
    }
    return contents
  }
  if (cue.verb === null) return contents
  const begin = Math.min(subject.first, cue.first)
  if (begin > 1 && isComma(reading, frame, begin - 1) && cue.shape === 'beside') {
    const cut = isEnd(reading, frame, cue.last + 1) ? 2 : 3
    add(clauseStart(reading, frame, begin - 1), begin - 2, { where: BEFORE, cut })
  }
  const start = contentStart(reading, frame, cue)
  if (start.at < frame.items.length) {
    const denied = reading.cues[frameIndex]!.find(
      (other) => other.first > start.at && other.shape === 'shared' && isDenied(reading, frame, other),
    )
    const stop = denied === undefined ? frame.items.length - 1 : denied.first - 4
    const end = Math.min(stop, start.at + LONGEST)
    add(start.at, end, { where: AFTER, cut: 0, start })
    const cut = clauseCut(reading, frame, start.at, end)
    if (cut !== -1) add(start.at, cut, { where: AFTER, cut: 1, start })
  }
  return contents
}

export function positionsOf(frame: Frame, cue: Cue): { first: number; last: number } {
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
  lead: ContentLead,
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
  // "Asked whether fares would rise, she said": put to her, not said by her.
  if (lead.where === BEFORE && textAt(reading, frame, first).toLowerCase() === 'asked') return null
  const span = { start: spanStart(reading, frame.items[first]!), end: spanEnd(reading, frame.items[last]!) }
  const features = featuresOf(reading, frame, cue, first, last, lead)
  return { frame: frameIndex, cue, span, features }
}

const spanStart = (reading: Reading, item: number): number =>
  isQuote(item) ? reading.outer[quoteOf(item)]!.start : reading.words.tokens[item]!.start
const spanEnd = (reading: Reading, item: number): number =>
  isQuote(item) ? reading.outer[quoteOf(item)]!.end : reading.words.tokens[item]!.end
