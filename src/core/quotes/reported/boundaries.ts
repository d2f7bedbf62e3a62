import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { positionsOf } from '../grammar/positions.ts'
import { BOUND, boundaryOf, NEXT } from './reported-features.ts'

/** Time clauses that need no comma: "said he would go before the vote was called". */
const CLAUSAL: ReadonlySet<string> = new Set(['after', 'before', 'since', 'until', 'as'])
/** Of these a phrase is more often part of the clause in front: "not used since 2009", "wait until Saturday". */
const TIMING: ReadonlySet<string> = new Set(['before', 'since', 'until', 'till'])
/** Lead into what is reported rather than out of it. */
const INNER: ReadonlySet<string> = new Set(['that', 'whether', 'how', 'why', 'what', 'where'])
const JOINS: ReadonlySet<string> = new Set(['and', 'or', 'nor'])
/** All words in front of which a clause may end, but for the subordinators: one look spares most words the others. */
const ENDING: ReadonlySet<string> = new Set(['but', ...JOINS, ...CLAUSAL, ...TIMING])

/**
 * For each position of a frame, how a clause may end in front of it (a value of BOUNDARY), 0 where it cannot:
 * at a mark, at "and" before a verb, at "while". Whoever looks for a clause only counts these.
 */
export function findBoundaries(reading: Reading, frame: Frame, cues: readonly Cue[]): Uint8Array {
  const { items } = frame
  const opens = new Uint8Array(items.length + 1)
  for (const cue of cues) {
    const first = cue.shape === 'shared' || cue.shape === 'inverted' ? cue.first : positionsOf(frame, cue).first
    opens[Math.min(first, cue.first)] = 1
  }
  const { tokens, nameAt } = reading.words
  const row = { tokens, nameAt, items, opens }
  const boundaries = new Uint8Array(items.length)
  for (let at = 1; at < items.length - 1; at += 1) boundaries[at] = boundaryAt(row, at)
  return boundaries
}

/** A frame, and by position whether the subject of a cue or the cue itself begins there. */
interface Row {
  readonly tokens: Reading['words']['tokens']
  readonly nameAt: Int32Array
  readonly items: readonly number[]
  readonly opens: Uint8Array
}

function boundaryAt(row: Row, at: number): number {
  const { tokens, nameAt, items, opens } = row
  const item = items[at]!
  if (isQuote(item)) return boundaryOf(BOUND.none, NEXT.quote)
  const { text, lower, kind, start, tags } = tokens[item]!
  if (kind === 'mark') {
    if (text === ',') return boundaryOf(BOUND.comma, nextOf(row, at + 1))
    if (text === ';' || text === ':') return boundaryOf(BOUND.colon, nextOf(row, at + 1))
    if (text === '(' || text === ')') return boundaryOf(BOUND.bracket, nextOf(row, at + 1))
    const before = items[at - 1]!
    const apart = !isQuote(before) && tokens[before]!.end < start
    if (text === '—' || ((text === '–' || text === '-') && apart)) return boundaryOf(BOUND.dash, nextOf(row, at + 1))
    return 0
  }
  if (nameAt[item] !== -1) return 0
  const previous = items[at - 1]!
  if (isQuote(previous) || tokens[previous]!.kind === 'mark') return 0
  // "stopped short of declaring": what a preposition holds ends nothing.
  const isHeld = nameAt[previous] === -1 && (tokens[previous]!.tags & TAG.preposition) !== 0
  if (opens[at] === 1 && (tags & TAG.auxiliary) === 0 && !isHeld) return boundaryOf(BOUND.none, NEXT.cue)
  if ((tags & TAG.subordinator) === 0 && !ENDING.has(lower)) return 0
  if (lower === 'but' || JOINS.has(lower)) {
    const joined = nextOf(row, at)
    return joined === NEXT['and other'] ? 0 : boundaryOf(BOUND.none, joined)
  }
  if (TIMING.has(lower) && !opensClause(row, at + 1)) return 0
  if (((tags & TAG.subordinator) !== 0 && !INNER.has(lower)) || CLAUSAL.has(lower))
    return boundaryOf(BOUND.none, NEXT.subordinator)
  return 0
}

/** How far behind "until" the verb of its clause can stand. */
const CLAUSE_REACH = 12

/** Whether a clause with a finite verb goes on there, and no mere phrase: "until the vote was called". */
function opensClause({ tokens, nameAt, items, opens }: Row, from: number): boolean {
  for (let at = from; at < Math.min(items.length, from + CLAUSE_REACH); at += 1) {
    const item = items[at]!
    if (isQuote(item)) return false
    const { lower, kind, tags, verb } = tokens[item]!
    if (kind === 'mark' || JOINS.has(lower) || lower === 'but' || (at > from && opens[at] === 1)) return false
    if (nameAt[item] !== -1) continue
    if ((tags & TAG.auxiliary) !== 0 && lower !== "'s") return true
    const behind = items[at + 1]
    if ((tags & TAG.pronoun) !== 0 && behind !== undefined && !isQuote(behind) && tokens[behind]!.kind === 'word')
      return true
    if (at > from && (verb?.forms.past === true || PAST.test(lower))) return true
  }
  return false
}

/** The lexicon has the verbs that report; of the others these are met most. */
const PAST =
  /^(?:\p{L}{2,}ed|went|came|took|left|got|fell|rose|grew|lost|won|met|ran|set|broke|struck|sank|stood|sat|sold|paid|built|bought|brought|caught|died|shut|kept|knew|drew|drove|flew|became|began|chose)$/u

/** What goes on behind a boundary, as a value of NEXT. */
function nextOf(row: Row, at: number): number {
  const { tokens, nameAt, items, opens } = row
  const item = items[at]
  if (item === undefined) return NEXT.other
  if (isQuote(item)) return NEXT.quote
  if (opens[at] === 1) return NEXT.cue
  if (nameAt[item] !== -1) return NEXT.name
  const { lower, kind, tags, verb } = tokens[item]!
  if (lower === 'but') return NEXT.but
  if (JOINS.has(lower)) return joinedOf(row, at + 1)
  if (lower === 'that') return NEXT.that
  if (lower === 'according') return NEXT.cue
  if (tags & TAG.relative) return NEXT.relative
  if (tags & TAG.pronoun) return NEXT.pronoun
  if (tags & TAG.subordinator || lower === 'as') return NEXT.subordinator
  if (tags & TAG.auxiliary) return NEXT.verb
  if (tags & (TAG.determiner | TAG.possessive)) return NEXT.determiner
  if (tags & TAG.preposition) return NEXT.preposition
  if (tags & (TAG.adverb | TAG.time)) return NEXT.adverb
  if (kind === 'number') return NEXT.number
  if (lower.endsWith('ing')) return NEXT.ing
  if (verb?.forms.past === true || lower.endsWith('ed')) return NEXT.verb
  return NEXT.other
}

function joinedOf({ tokens, nameAt, items, opens }: Row, at: number): number {
  const item = items[at]
  if (item === undefined || isQuote(item)) return NEXT['and other']
  if (opens[at] === 1) return NEXT.cue
  if (nameAt[item] !== -1) return NEXT['and other']
  const { lower, tags, verb } = tokens[item]!
  if (lower === 'that' || lower === 'whether') return NEXT['and that']
  if (tags & TAG.pronoun) return NEXT['and clause']
  if (tags & TAG.auxiliary || verb?.forms.past === true) return NEXT['and verb']
  return NEXT['and other']
}
