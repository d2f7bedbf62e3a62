import type { Sentence } from '../analysis.ts'
import type { Lexicon, Verb } from '../lexicon.ts'
import type { Span } from './span.ts'
import { TAG } from './tags.ts'

export interface Token extends Span {
  /** As written; the full stop of an abbreviation is inside the span but not in here. */
  readonly text: string
  readonly lower: string
  readonly kind: 'word' | 'number' | 'mark'
  readonly capital: boolean
  /** Bits of TAG. */
  readonly tags: number
  readonly verb: Verb | undefined
  /** Index in the sentences. */
  readonly sentence: number
}

/** Letters with inner apostrophes, hyphens, full stops or ampersands; numbers; else one character at a time. */
const TOKEN =
  /[\p{L}\p{M}]+(?:['’.&-][\p{L}\p{M}\p{N}]+)*|\p{N}+(?:[.,:/-]\p{N}+)*(?:[\p{L}-]+)?|``|''|[^\s\p{L}\p{M}\p{N}]/gu
const POSSESSIVE = /['’](?:s|S|d|ll|ve|re)$/
const INITIALS = /^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u

export function findTokens(text: string, sentences: readonly Sentence[], lexicon: Lexicon): Token[] {
  const tokens: Token[] = []
  const push = (start: number, end: number, written: string, kind: Token['kind'], sentence: number) => {
    const lower = kind === 'word' ? lowerCase(written) : written
    const entry = kind === 'word' ? lexicon.entries.get(lower) : undefined
    const tags = entry?.tags ?? (kind === 'word' && lower.endsWith('ly') ? TAG.adverb : 0)
    const capital = kind === 'word' && isCapital(written)
    const verb = entry?.verb
    tokens.push({ start, end, text: written, lower, kind, capital, tags, verb, sentence })
  }
  for (const [index, sentence] of sentences.entries()) {
    TOKEN.lastIndex = sentence.start
    for (let match = TOKEN.exec(text); match !== null && match.index < sentence.end; match = TOKEN.exec(text)) {
      const written = match[0]
      const start = match.index
      const end = start + written.length
      const first = written.charCodeAt(0)
      if (first >= 48 && first <= 57) push(start, end, written, 'number', index)
      else if (!isLetter(first, written)) push(start, end, written, 'mark', index)
      else {
        const tail = written.length > 2 ? POSSESSIVE.exec(written) : null
        const stem = tail === null ? written : written.slice(0, tail.index)
        const dot =
          tail === null && text[end] === '.' && end + 1 < sentence.end && isAbbreviation(stem, lexicon) ? 1 : 0
        push(start, start + stem.length + dot, stem, 'word', index)
        if (tail !== null) push(start + stem.length, end, tail[0], 'word', index)
        if (dot === 1) TOKEN.lastIndex += 1
      }
    }
  }
  return tokens
}

const isAbbreviation = (word: string, lexicon: Lexicon): boolean =>
  INITIALS.test(word) || lexicon.abbreviations.has(word.toLowerCase())

function lowerCase(written: string): string {
  const lower = written.toLowerCase()
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower
}

function isCapital(written: string): boolean {
  const first = written.charCodeAt(0)
  return first < 128 ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(written)
}

const isLetter = (first: number, written: string): boolean =>
  first < 128 ? (first >= 65 && first <= 90) || (first >= 97 && first <= 122) : /^[\p{L}\p{M}]/u.test(written)
