import type { Sentence } from '../analysis.ts'
import type { Lexicon } from '../lexicon.ts'
import { CHARACTER, characterAt, lengthAt } from './characters.ts'
import type { Span } from './span.ts'
import { HALF, knownWords, pack, type Word } from './words.ts'

export interface Token extends Word, Span {
  /** Index in the sentences. */
  readonly sentence: number
}

const POSSESSIVE = /['’](?:s|S|d|ll|ve|re)$/
const INITIALS = /^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u

/** Letters with inner apostrophes, hyphens, full stops or ampersands; numbers; else one character at a time. */
export function findTokens(text: string, sentences: readonly Sentence[], lexicon: Lexicon): Token[] {
  const tokens: Token[] = []
  const words = knownWords(lexicon)
  let shouted = false
  const push = (start: number, end: number, word: Word, sentence: number) => {
    const { text: same, lower, kind, capital, tags, lists, verb } = word
    tokens.push({ start, end, text: same, lower, kind, capital: capital && !shouted, tags, lists, verb, sentence })
  }
  for (let index = 0; index < sentences.length; index += 1) {
    const last = sentences[index]!.end
    shouted = isShouted(text, sentences[index]!)
    let at = sentences[index]!.start
    while (at < last) {
      if (text.charCodeAt(at) === SPACE) {
        at += 1
        continue
      }
      // Three of four words are a few letters of A to Z and a blank or comma behind: known by what is read here already.
      let head = 0
      let tail = 0
      let run = at
      for (const half = Math.min(last, at + HALF); run < half; run += 1) {
        const code = text.charCodeAt(run)
        if (!isLatin(code)) break
        head = pack(head, code)
      }
      for (const whole = Math.min(last, at + 2 * HALF); run < whole; run += 1) {
        const code = text.charCodeAt(run)
        if (!isLatin(code)) break
        tail = pack(tail, code)
      }
      const next = run < last ? text.charCodeAt(run) : 0
      if (run > at && (next === SPACE || next === COMMA)) {
        push(at, run, words.findPacked(text, at, run, head, tail), index)
        at = run
        continue
      }
      const character = characterAt(text, at)
      if (character === CHARACTER.space) at += 1
      else if (character === CHARACTER.letter) {
        const end = wordEnd(text, at)
        const stem = stemEnd(text, at, end)
        const dot = stem === end && end + 1 < last && isFullStop(text, end) && isAbbreviation(text, at, end, lexicon)
        const word = stem === run ? words.findPacked(text, at, stem, head, tail) : words.find(text, at, stem, 'word')
        push(at, dot ? stem + 1 : stem, word, index)
        if (stem !== end) push(stem, end, words.find(text, stem, end, 'word'), index)
        at = dot ? end + 1 : end
      } else {
        const isNumber = character === CHARACTER.digit
        const end = isNumber ? numberEnd(text, at) : at + markLength(text, at)
        push(at, end, words.find(text, at, end, isNumber ? 'number' : 'mark'), index)
        at = end
      }
    }
  }
  return tokens
}

const SPACE = 0x20
const COMMA = 0x2c
const isLatin = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122

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
    if (isLatin(code)) {
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
