import { lowerBound } from '../text/lower-bound.ts'
import { TAG } from '../text/tags.ts'
import type { Cue } from './grammar/cues.ts'
import { type Frame, isQuote, quoteOf } from './grammar/frames.ts'
import type { Words } from './grammar/mentions.ts'
import type { Marked } from './marks/marks.ts'
import { startOf } from './start.ts'
import { isWord, leadOf, sizeOf, titledOf, trailOf } from './traits.ts'

export interface Reading {
  readonly words: Words
  readonly frames: readonly Frame[]
  readonly cues: readonly (readonly Cue[])[]
  readonly outer: readonly Marked[]
  /** See utterances.ts. */
  readonly continues: Int32Array
}

/** A marked span where it stands, and how it looks whoever says it; numbers are values on the axes of traits.ts. */
export interface Place {
  readonly quote: number
  readonly frame: number
  readonly position: number
  readonly size: number
  /** What it begins with: a value of START. */
  readonly start: number
  /** Begins with a capital. */
  readonly capital: boolean
  readonly ending: number
  readonly titled: number
  /** Has a pronoun or an auxiliary, as clauses have. */
  readonly clause: boolean
  /** Single marks: a value of MARKS. */
  readonly marks: number
  readonly lead: number
  readonly trail: number
  /** Its frame has no words outside marks. */
  readonly alone: boolean
}

export function findPlaces(reading: Reading): Place[] {
  const places: Place[] = []
  const singles = reading.outer.filter(({ start }) => isSingle(reading.words.text, start)).length
  const mostlySingle = 2 * singles > reading.outer.length
  for (const [frame, { items }] of reading.frames.entries()) {
    let alone: boolean | null = null
    for (let position = 0; position < items.length; position += 1) {
      const item = items[position]!
      if (!isQuote(item)) continue
      if (isBroken(reading, quoteOf(item)) || isNickname(reading, items, position)) continue
      alone ??= isAlone(reading, reading.frames[frame]!)
      places.push(placeOf(reading, quoteOf(item), frame, position, alone, mostlySingle))
    }
  }
  return places
}

/** ‘…’ or '…', where two of these are no double mark. */
function isSingle(text: string, start: number): boolean {
  const mark = text[start]!
  return "‘'`’‚".includes(mark) && !((mark === "'" || mark === '`') && text[start + 1] === mark)
}

/** An unclosed span with its own cue inside, as in “We will hold, said Ana Lund: where the speech ends is lost. */
function isBroken({ words, outer }: Reading, quote: number): boolean {
  const { closed, content } = outer[quote]!
  if (closed) return false
  const { tokens, nameAt } = words
  for (let at = tokenAt(words, content.start) + 1; at < tokens.length && tokens[at]!.start < content.end; at += 1) {
    const { verb } = tokens[at]!
    if (tokens[at - 1]!.text !== ',' || verb?.senses.say !== true || !verb.forms.past) continue
    for (let next = at + 1; next <= at + 4 && next < tokens.length; next += 1) if (nameAt[next] !== -1) return true
  }
  return false
}

/** Barry “Bazza” Lund: one word with a capital inside marks, and a name on either side. */
function isNickname({ words, outer }: Reading, items: readonly number[], position: number): boolean {
  const [before, behind] = [items[position - 1], items[position + 1]]
  if (before === undefined || behind === undefined || isQuote(before) || isQuote(behind)) return false
  const { tokens } = words
  const { content } = outer[quoteOf(items[position]!)]!
  const name = tokens[behind]!
  const stands = tokens[before]!.capital && name.capital && name.kind === 'word' && tokens[before]!.kind === 'word'
  const nickname = stands ? tokens[tokenAt(words, content.start)] : undefined
  return nickname?.capital === true && nickname.end === content.end
}

/** So many tokens tell what a span is like. */
const LOOK = 80

const CLOSING = '"\'”’'
const STOPS = '.!?…'
const COMMAS = ',;:—–-'

function placeOf(
  reading: Reading,
  quote: number,
  frame: number,
  position: number,
  alone: boolean,
  mostlySingle: boolean,
): Place {
  const { words, outer, frames } = reading
  const { text, tokens } = words
  const { items } = frames[frame]!
  const { start, content } = outer[quote]!
  let count = 0
  let long = 0
  let capitals = 0
  let clause = false
  let capital: boolean | null = null
  let ending = 0
  const first = tokenAt(words, content.start)
  for (let at = first; at < first + LOOK; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.start >= content.end) break
    if (!isWord(token)) continue
    if (!token.lower.startsWith("'")) count += 1
    if (token.kind === 'word') capital ??= token.capital
    if (token.text.length >= 4) {
      long += 1
      if (token.capital) capitals += 1
    }
    if (token.tags & (TAG.auxiliary | TAG.pronoun) || token.lower === "'s" || token.lower === "'re") clause = true
  }
  const last = text[content.end - 1]!
  const stop = CLOSING.includes(last) ? (text[content.end - 2] ?? ' ') : last
  if (STOPS.includes(stop)) ending = 2
  else if (COMMAS.includes(last)) ending = 1
  return {
    quote,
    frame,
    position,
    size: sizeOf(count),
    start: tokens[first] === undefined ? 1 : startOf(reading, first),
    capital: capital ?? false,
    ending,
    titled: titledOf(long, capitals),
    clause,
    marks: isSingle(text, start) ? (mostlySingle ? 1 : 2) : 0,
    lead: leadOf(words, items[position - 1]),
    trail: trailOf(words, items[position + 1]),
    alone,
  }
}

function isAlone(reading: Reading, frame: Frame): boolean {
  for (const item of frame.items) if (!isQuote(item) && reading.words.tokens[item]!.kind !== 'mark') return false
  return true
}

/** The first token that starts at or behind an offset. */
export const tokenAt = ({ tokens }: Words, offset: number): number =>
  lowerBound(tokens.length, (at) => tokens[at]!.start < offset)
