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
  eachWord(text, (start, end) => {
    const term = termOf(text.slice(start, end))
    if (term !== '') found.push({ term, start, end })
  })
  return found
}

export function termsOnly(text: string): readonly string[] {
  const found: string[] = []
  eachWord(text, (start, end) => {
    const term = termOf(text.slice(start, end))
    if (term !== '') found.push(term)
  })
  return found
}

/** Whether a text has any of these terms: it is read up to the first. */
export function holdsTerm(text: string, wanted: ReadonlySet<string>): boolean {
  // Only endings go: a word that begins with a plain letter becomes a term that begins with the same.
  let initials = 0
  for (const term of wanted) if (isLetter(term.charCodeAt(0))) initials |= bitOf(term.charCodeAt(0))
  let found = false
  eachWord(text, (start, end) => {
    const first = text.charCodeAt(start)
    if (isLetter(first) && (initials & bitOf(first)) === 0) return false
    found = wanted.has(termOf(text.slice(start, end)))
    return found
  })
  return found
}

/** One bit for each letter of the alphabet, large or small. */
const bitOf = (letter: number): number => 1 << (letter & 31)

/**
 * Where each `WORD` stands, until `take` answers that it has enough. Plain letters that something else in ASCII ends are the first kind of it, and nine of ten
 * words are such: they are found at a fifth of what the expression takes, and only the rest is asked of it.
 */
function eachWord(text: string, take: (start: number, end: number) => boolean | undefined): void {
  for (let at = 0; at < text.length; ) {
    let end = at
    while (isLetter(text.charCodeAt(end))) end += 1
    const next = text.charCodeAt(end)
    // One letter with a point behind may be the first of initials.
    if (end > at && !isWithin(next) && (end - at > 1 || next !== POINT)) {
      if (take(at, end)) return
      at = end
    } else if (end === at && !isWithin(next)) at += 1
    else {
      WORD.lastIndex = at
      const match = WORD.exec(text)
      if (match === null) return
      const { lastIndex } = WORD
      if (take(match.index, lastIndex)) return
      at = lastIndex
    }
  }
}

const POINT = 46
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

/** What may go on with a word, or begin one that is not of plain letters. Past the end of a text nothing does. */
const isWithin = (code: number): boolean => code > 127 || (code >= 48 && code <= 57) || code === 39 || isLetter(code)

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
