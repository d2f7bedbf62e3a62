import { fold } from './fold.ts'
import type { Span } from './span.ts'
import { stem } from './stem.ts'

/** A word as it is looked for, with where it stands in the text as written. */
export interface Term extends Span {
  readonly term: string
}

/**
 * A word of plain letters, which most are: the other kinds would find the same, a character at a time. Then a number
 * with its separators; initials with points; a character of a script without spaces; a word.
 */
const WORD =
  /[A-Za-z]{2,}(?![\p{L}\p{N}\p{M}'’ʼ])|\p{Nd}+(?:[.,]\p{Nd}+)+|(?<![\p{L}\p{N}])\p{Lu}(?:\.\p{Lu})+(?![\p{L}\p{N}])|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]\p{M}*|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{N}]\p{M}*)+(?:['’ʼ](?:\p{L}\p{M}*)+)*/gu

/**
 * The words of a text as both stores index them: folded, English endings off. "Rahr’s" is `rahr`, "U.S." is
 * `us`, "1,475" is `1475`, "1.4" stays one term. Han, kana and Thai give one term a character, so that a
 * word of these is found as a phrase. A term holds letters, digits and `·` only.
 */
export function terms(text: string): readonly Term[] {
  const found: Term[] = []
  for (const match of text.matchAll(WORD)) {
    const term = termOf(match[0])
    if (term !== '') found.push({ term, start: match.index, end: match.index + match[0].length })
  }
  return found
}

export const termsOnly = (text: string): readonly string[] => terms(text).map(({ term }) => term)

/** Words come again and again, and taking one apart costs ten times what finding it does. Emptied when it is full. */
const KNOWN = new Map<string, string>()
const MOST_KNOWN = 20_000
/** What is longer is seldom met twice. */
const LONGEST_KNOWN = 24

function termOf(word: string): string {
  const known = KNOWN.get(word)
  if (known !== undefined) return known
  const term = normalise(word)
  if (word.length > LONGEST_KNOWN) return term
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear()
  KNOWN.set(word, term)
  return term
}

function normalise(word: string): string {
  if (/^\p{Nd}+[.,]/u.test(word)) return fold(word.replace(/,(?=\p{Nd}{3}(?!\p{Nd}))/gu, '')).replace(/[.,]/g, '·')
  const folded = fold(word)
    .replace(/['’ʼ]s$/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
  return /^[a-z]+$/.test(folded) ? stem(folded) : folded
}
