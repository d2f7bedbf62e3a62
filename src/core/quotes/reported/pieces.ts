import { endOfDateline } from '../../people/datelines.ts'
import type { Span } from '../../text/span.ts'
import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { IRREGULAR_PAST, isFiniteVerb, isPlainPast } from '../grammar/finite.ts'
import { type Frame, isQuote, quoteOf } from '../grammar/frames.ts'
import type { Words } from '../grammar/mentions.ts'
import { isBarePlural } from '../grammar/phrase-end.ts'
import { textAt } from '../grammar/text-at.ts'
import { LONGEST, SHORTEST } from './contents.ts'

/** So many ends are weighed for one beginning, and so many beginnings in front of a cue. */
const MOST_ENDS = 8
const MOST_FRONTS = 4
/** Words that lead on and end nothing. */
const LINKS: ReadonlySet<string> = new Set(['and', 'but', 'or', 'that'])

/** A frame in which contents are looked for. */
export interface Scene {
  readonly reading: Reading
  readonly frame: Frame
  readonly cues: readonly Cue[]
  /** See boundaries.ts. */
  readonly boundaries: Uint8Array
  /** See clause-signs.ts. */
  readonly signs: Uint8Array
}

/** Items `first` to `last` of a frame, which may be what is reported. */
export interface Piece {
  readonly first: number
  readonly last: number
  /** The boundary on the side away from the cue; 0 is the edge of the sentence. */
  readonly edge: number
  /** The boundaries met from the cue on, one list for all pieces of one beginning: the first `inside` are in this one. */
  readonly passed: readonly number[]
  readonly inside: number
}

/** From `from` to each place where the clause may end, the nearest first and the end of the sentence last. */
export function piecesBehind(scene: Scene, from: number): Piece[] {
  const { frame, boundaries } = scene
  const pieces: Piece[] = []
  const passed: number[] = []
  const end = Math.min(frame.items.length, from + LONGEST, semicolonFrom(scene, from))
  for (let at = from + 1; at < end; at += 1) {
    const edge = boundaries[at]!
    if (edge === 0) continue
    if (pieces.length < MOST_ENDS) add(scene, pieces, from, at - 1, edge, passed)
    passed.push(edge)
  }
  add(scene, pieces, from, end - 1, 0, passed)
  return pieces
}

/** "Lund said it was shut; | police were called": the next semicolon that a clause with a subject of its own stands behind. */
function semicolonFrom({ reading, frame }: Scene, from: number): number {
  const end = Math.min(frame.items.length - 1, from + LONGEST)
  for (let at = from + 1; at < end; at += 1)
    if (textAt(reading, frame, at) === ';' && isOwnClause(reading, frame, at + 1, end)) return at
  return Number.POSITIVE_INFINITY
}

/** Not "it would open", which goes on with what was told, and not the next of a list. */
function isOwnClause(reading: Reading, { items }: Frame, first: number, end: number): boolean {
  const { tokens, nameAt } = reading.words
  const item = items[first]!
  if (isQuote(item)) return false
  const opens = TAG.determiner | TAG.possessive | TAG.role | TAG.many | TAG.body
  if (nameAt[item] === -1 && (tokens[item]!.tags & opens) === 0) return false
  for (let at = first + 1; at < end; at += 1) {
    const next = items[at]!
    if (isQuote(next) || tokens[next]!.text === ';') return false
    if (isFiniteVerb(reading, next) || isPlainPast(reading, next)) return true
  }
  return false
}

/** To `last` from each place where the clause may begin, the nearest first and the start of the sentence last. */
export function piecesBefore(scene: Scene, last: number): Piece[] {
  const { boundaries } = scene
  const pieces: Piece[] = []
  const passed: number[] = []
  const floor = Math.max(0, last - LONGEST)
  for (let at = last - 1; at > floor; at -= 1) {
    const edge = boundaries[at]!
    if (edge === 0) continue
    if (pieces.length < MOST_FRONTS) add(scene, pieces, at, last, edge, passed)
    passed.push(edge)
  }
  add(scene, pieces, Math.max(floor, frontOf(scene.reading, scene.frame)), last, 0, passed)
  return pieces
}

/** Where a sentence begins to tell: "SINGAPORE – | Hawkers will pay more, the mayor said", whose dateline is no part of it. */
export function frontOf({ words }: Reading, { items }: Frame): number {
  const mark = behindMark(words, items) || behindPlace(words, items)
  if (mark > 0) return mark
  const dash = isQuote(items[0]!) ? -1 : endOfDateline(words.tokens, items[0]!, words.lexicon)
  return dash === -1 ? 0 : items.indexOf(dash) + 1
}

/** "(CNN) | The plan is dead, Lund said": behind the mark of an agency, all of it one name or capitals in brackets. */
function behindMark({ tokens, nameAt }: Words, items: readonly number[]): number {
  if (isQuote(items[0]!) || tokens[items[0]!]!.text !== '(') return 0
  for (let at = 1; at <= MARK && at < items.length; at += 1) {
    const item = items[at]!
    if (isQuote(item)) return 0
    const { text } = tokens[item]!
    if (text === ')') return at > 1 ? at + 1 : 0
    if (nameAt[item] === -1 && text !== text.toUpperCase()) return 0
  }
  return 0
}

/** "RAJPURA: | The line will not open, the mayor said": behind the place that it is reported from, all in capitals. */
function behindPlace({ tokens }: Words, items: readonly number[]): number {
  for (let at = 0; at <= MARK && at < items.length; at += 1) {
    const item = items[at]!
    if (isQuote(item)) return 0
    const { text } = tokens[item]!
    if (text === ':') return at > 0 ? at + 1 : 0
    if (!/^\p{Lu}{2,}$/u.test(text)) return 0
  }
  return 0
}

/** Longest "(Harbour News Agency" in items. */
const MARK = 5

function add(
  { reading, frame }: Scene,
  pieces: Piece[],
  from: number,
  to: number,
  edge: number,
  passed: readonly number[],
): void {
  let first = from
  let last = to
  while (first <= last && isMark(reading, frame, first)) first += 1
  while (last >= first && endsNothing(reading, frame, last)) last -= 1
  if (last < first) return
  const before = pieces.at(-1)
  if (before !== undefined && before.first === first && before.last === last) return
  pieces.push({ first, last, edge, passed, inside: passed.length })
}

function isMark({ words: { tokens } }: Reading, { items }: Frame, at: number): boolean {
  const item = items[at]!
  return !isQuote(item) && tokens[item]!.kind === 'mark'
}

function endsNothing({ words: { tokens } }: Reading, { items }: Frame, at: number): boolean {
  const item = items[at]!
  if (isQuote(item)) return false
  const { kind, text } = tokens[item]!
  return kind === 'mark' ? text !== ')' : LINKS.has(text)
}

/** Whether it can stand alone as what is reported. */
export function isReportable({ reading, frame }: Pick<Scene, 'reading' | 'frame'>, { first, last }: Piece): boolean {
  const size = last - first + 1
  if (isQuote(frame.items[first]!) || isOnlyThis(reading, frame, first)) return false
  if (size < SHORTEST && !(size === 2 && areTheyDoing(reading.words, frame.items[first]!))) return false
  return isQuote(frame.items[last]!) ? size >= 6 : !isCutOff(reading, frame, last)
}

/** "patients died", "thieves came": the shortest clause there is, many without an article and what they did. */
function areTheyDoing(words: Words, first: number): boolean {
  const next = words.tokens[first + 1]
  const isPlural = isBarePlural(words, first) || (words.tokens[first]!.tags & TAG.many) !== 0
  return isPlural && next !== undefined && (/..ed$/.test(next.lower) || IRREGULAR_PAST.has(next.lower))
}

/** "called the plan as | “thin”", "was a guest and had | “no inkling”": it is not whole without what stands between marks. */
function isCutOff({ words: { tokens, nameAt } }: Reading, { items }: Frame, last: number): boolean {
  const behind = items[last + 1]
  if (behind === undefined || !isQuote(behind) || nameAt[items[last]!] !== -1) return false
  const { tags } = tokens[items[last]!]!
  return (tags & (TAG.auxiliary | TAG.preposition | TAG.determiner | TAG.possessive)) !== 0
}

/** "said this on Monday", "said so in a letter": what was said stands elsewhere. */
function isOnlyThis({ words: { tokens } }: Reading, { items }: Frame, first: number): boolean {
  const next = items[first + 1]
  if (!/^(?:this|so)$/.test(tokens[items[first]!]!.lower) || next === undefined || isQuote(next)) return false
  const { tags, lower } = tokens[next]!
  return (tags & (TAG.preposition | TAG.subordinator | TAG.time)) !== 0 && !TIMES.has(lower)
}

/** "said this week was the worst". */
const TIMES: ReadonlySet<string> = new Set(['week', 'month', 'year', 'day', 'time', 'morning', 'summer', 'weekend'])

/** "$", "£", "#", the minus of "-5C" in front of a figure, and "%", "°", "€" behind it: parts of it, though they are marks. */
const SIGN_BEFORE = /^[\p{Sc}#@§~≈+−-]$/u
const SIGN_BEHIND = /^[\p{Sc}%‰°+′″]$/u

/** The words of a piece, with the signs that belong to its first and last figure. */
export function spanOf(reading: Reading, frame: Frame, { first, last }: Piece): Span {
  let from = first
  let to = last
  while (joins(reading, frame, from - 1) && SIGN_BEFORE.test(textAt(reading, frame, from - 1))) from -= 1
  while (joins(reading, frame, to) && SIGN_BEHIND.test(textAt(reading, frame, to + 1))) to += 1
  return { start: startOffset(reading, frame.items[from]!), end: endOffset(reading, frame.items[to]!) }
}

/** Whether nothing stands between a position and the next. */
function joins(reading: Reading, { items }: Frame, at: number): boolean {
  const item = items[at]
  const next = items[at + 1]
  if (item === undefined || next === undefined || isQuote(item) || isQuote(next)) return false
  return reading.words.tokens[item]!.end === reading.words.tokens[next]!.start
}

const startOffset = (reading: Reading, item: number): number =>
  isQuote(item) ? reading.outer[quoteOf(item)]!.start : reading.words.tokens[item]!.start
const endOffset = (reading: Reading, item: number): number =>
  isQuote(item) ? reading.outer[quoteOf(item)]!.end : reading.words.tokens[item]!.end
