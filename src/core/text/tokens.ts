import type { Sentence } from '../analysis.ts'
import type { Lexicon, Verb } from '../lexicon.ts'
import { CHARACTER, characterAt, lengthAt } from './characters.ts'
import type { Span } from './span.ts'
import { TAG } from './tags.ts'

/** What a word is wherever it stands. */
interface Word {
  /** As written; the full stop of an abbreviation is inside the span but not in here. */
  readonly text: string
  readonly lower: string
  readonly kind: 'word' | 'number' | 'mark'
  readonly capital: boolean
  /** Bits of TAG. */
  readonly tags: number
  readonly verb: Verb | undefined
}

export interface Token extends Word, Span {
  /** Index in the sentences. */
  readonly sentence: number
}

const POSSESSIVE = /['’](?:s|S|d|ll|ve|re)$/
const INITIALS = /^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u

/** Words once looked up, by their hash: a text repeats most of its words. A newcomer takes the place, so that it never grows. */
const SLOTS = 1 << 15
const looked = new WeakMap<Lexicon, (Word | undefined)[]>()

function slotsOf(lexicon: Lexicon): (Word | undefined)[] {
  const known = looked.get(lexicon)
  if (known !== undefined) return known
  const slots = new Array<Word | undefined>(SLOTS).fill(undefined)
  looked.set(lexicon, slots)
  return slots
}

/** Letters with inner apostrophes, hyphens, full stops or ampersands; numbers; else one character at a time. */
export function findTokens(text: string, sentences: readonly Sentence[], lexicon: Lexicon): Token[] {
  const tokens: Token[] = []
  const slots = slotsOf(lexicon)
  let shouted = false
  /** `written` ends at `end` but for the full stop of an abbreviation. */
  const push = (start: number, written: number, end: number, kind: Token['kind'], sentence: number) => {
    const slot = hashOf(text, start, written) & (SLOTS - 1)
    let word = slots[slot]
    if (word === undefined || !isAt(text, start, written, word.text)) {
      word = look(copyOf(text, start, written), kind, lexicon)
      slots[slot] = word
    }
    const { text: same, lower, capital, tags, verb } = word
    tokens.push({ start, end, text: same, lower, kind: word.kind, capital: capital && !shouted, tags, verb, sentence })
  }
  for (let index = 0; index < sentences.length; index += 1) {
    const last = sentences[index]!.end
    shouted = isShouted(text, sentences[index]!)
    let at = sentences[index]!.start
    while (at < last) {
      const character = characterAt(text, at)
      if (character === CHARACTER.space) at += 1
      else if (character === CHARACTER.letter) {
        const end = wordEnd(text, at)
        const stem = stemEnd(text, at, end)
        const dot = stem === end && end + 1 < last && isFullStop(text, end) && isAbbreviation(text, at, end, lexicon)
        push(at, stem, dot ? stem + 1 : stem, 'word', index)
        if (stem !== end) push(stem, end, end, 'word', index)
        at = dot ? end + 1 : end
      } else if (character === CHARACTER.digit) {
        const end = numberEnd(text, at)
        push(at, end, end, 'number', index)
        at = end
      } else {
        const end = at + markLength(text, at)
        push(at, end, end, 'mark', index)
        at = end
      }
    }
  }
  return tokens
}

/** Capitals only, as in a headline or on the wire: there they tell no name. */
export function isShouted(text: string, { start, end }: Span): boolean {
  let upper = 0
  let lower = 0
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 65 && code <= 90) upper += 1
    else if (code >= 97 && code <= 122) {
      lower += 1
      if (lower > 3 && lower * 8 > upper) return false
    }
  }
  return upper >= 16 && lower * 8 <= upper
}

function wordEnd(text: string, start: number): number {
  let at = endOfRun(text, start, false)
  while (at < text.length && isJoint(text.charCodeAt(at))) {
    const next = endOfRun(text, at + 1, true)
    if (next === at + 1) break
    at = next
  }
  return at
}

/** Inside a word: apostrophe, full stop, ampersand, hyphen. */
const isJoint = (code: number): boolean =>
  code === 0x27 || code === 0x2019 || code === 0x2e || code === 0x26 || code === 0x2d

function endOfRun(text: string, start: number, digits: boolean): number {
  let at = start
  for (;;) {
    if (at >= text.length) return at
    const code = text.charCodeAt(at)
    if ((code | 32) >= 97 && (code | 32) <= 122) {
      at += 1
      continue
    }
    const character = characterAt(text, at)
    if (character !== CHARACTER.letter && !(digits && character === CHARACTER.digit)) return at
    at += lengthAt(text, at)
  }
}

/** "1,400", "2:30", "11-year-old", "5th". */
function numberEnd(text: string, start: number): number {
  let at = digitsEnd(text, start)
  while (at < text.length && isPoint(text.charCodeAt(at)) && characterAt(text, at + 1) === CHARACTER.digit)
    at = digitsEnd(text, at + 1)
  while (at < text.length && (characterAt(text, at) === CHARACTER.letter || text.charCodeAt(at) === 0x2d))
    at += lengthAt(text, at)
  return at
}

const isPoint = (code: number): boolean =>
  code === 0x2e || code === 0x2c || code === 0x3a || code === 0x2f || code === 0x2d

function digitsEnd(text: string, start: number): number {
  let at = start
  while (characterAt(text, at) === CHARACTER.digit) at += lengthAt(text, at)
  return at
}

function markLength(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if ((code === 0x60 || code === 0x27) && text.charCodeAt(at + 1) === code) return 2
  return lengthAt(text, at)
}

/** Where the word ends without "’s", "’ll" and the like. */
function stemEnd(text: string, start: number, end: number): number {
  for (let at = end - 2; at >= end - 3 && at > start; at -= 1) {
    const code = text.charCodeAt(at)
    if (code === 0x27 || code === 0x2019) return POSSESSIVE.test(text.slice(at, end)) ? at : end
  }
  return end
}

const isFullStop = (text: string, at: number): boolean => text.charCodeAt(at) === 0x2e

function isAbbreviation(text: string, start: number, end: number, lexicon: Lexicon): boolean {
  const word = text.slice(start, end)
  return INITIALS.test(word) || lexicon.abbreviations.has(word.toLowerCase())
}

/** FNV-1a (Fowler, Noll and Vo 1991) over UTF-16 units. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}

/** Whether text[start, end) is this word. */
function isAt(text: string, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false
  return true
}

/** A slice keeps the whole text it is cut from in memory; these words outlive their text. */
function copyOf(text: string, start: number, end: number): string {
  if (end - start < SHORTEST_SLICE) return text.slice(start, end)
  let copy = ''
  for (let at = start; at < end; at += LONGEST_COPY) {
    const codes: number[] = []
    for (let next = at; next < Math.min(end, at + LONGEST_COPY); next += 1) codes.push(text.charCodeAt(next))
    copy += String.fromCharCode(...codes)
  }
  return copy
}
/** V8 copies what is shorter. */
const SHORTEST_SLICE = 13
/** So many arguments any engine takes. */
const LONGEST_COPY = 4096

/** "the 31-year-old said": somebody. */
const AGED_NOUN = /^\d{1,3}-year-old(s)?$/i

function look(written: string, kind: Token['kind'], lexicon: Lexicon): Word {
  const aged = AGED_NOUN.exec(written)
  if (aged !== null) {
    const tags = TAG.role | (aged[1] === undefined ? 0 : TAG.many)
    return { text: written, lower: written.toLowerCase(), kind: 'word', capital: false, tags, verb: undefined }
  }
  if (kind !== 'word') return { text: written, lower: written, kind, capital: false, tags: 0, verb: undefined }
  const folded = written.toLowerCase()
  const lower = folded.includes('’') ? folded.replaceAll('’', "'") : folded
  const entry = lexicon.entries.get(lower)
  const tags = entry?.tags ?? (lower.endsWith('ly') ? TAG.adverb : 0)
  return { text: written, lower, kind, capital: isCapital(written), tags, verb: entry?.verb }
}

function isCapital(word: string): boolean {
  const code = word.charCodeAt(0)
  return (code >= 65 && code <= 90) || CAPITAL.test(word)
}
/** "Lund", and names whose particle is joined to them: "al-Hadid", "d’Arcy". */
const CAPITAL = /^(?:(?:al|el|ul|as|ash|ar|az|an|at|ad|bin|ben)-|[dl]['’])?\p{Lu}/u
