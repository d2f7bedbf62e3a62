import { fold } from '../text/fold.ts'
import { latin } from './latin.ts'

/**
 * The keys a name is looked up by: its folded words, and a spelling-blind form of each, marked `~`, in
 * which the usual ways of writing one foreign name in English fall together (Zelensky, Zelenskyy,
 * Zelenskiy; Tkachenko, Tkatchenko; Yuri, Iouri). A name in Cyrillic or Greek has those of its letters in Latin
 * ones besides (Ткаченко). Stores index these and understand none of them.
 */
export function nameKeys(name: string): readonly string[] {
  const inLatin = latin(name)
  const words = inLatin === name ? nameWords(name) : [...nameWords(name), ...nameWords(inLatin)]
  return [...new Set([...words, ...words.map((word) => `~${blind(word)}`)])]
}

/** The folded words of a name: no accents, case, possessive or punctuation; "O’Brien" is `obrien`. */
export function nameWords(name: string): readonly string[] {
  return fold(name)
    .replace(/['’ʼ`]s\b/gu, '')
    .replace(/['’ʼ`]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** One name in full, for joining across articles: word for word the same once folded. */
export function nameKey(name: string): string {
  const known = KNOWN.get(name)
  if (known !== undefined) return known
  const key = nameWords(name).join(' ')
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear()
  KNOWN.set(name, key)
  return key
}

/** Whoever is quoted is named again and again, and each article read for one has many. Emptied when it is full. */
const KNOWN = new Map<string, string>()
const MOST_KNOWN = 10_000

/**
 * The equalities come from comparing the romanisations in use for Cyrillic (BGN/PCGN, ISO 9, GOST 7.79,
 * and the French and German press's own), for Arabic (q/k, ou/u) and for doubled letters.
 */
function blind(word: string): string {
  return word
    .replace(/shch|schtsch|chtch/g, 'sh')
    .replace(/tsch|tch|ch|cz|č/g, 'c')
    .replace(/sch|sh|sz|š/g, 's')
    .replace(/zh|ž|j/g, 'z')
    .replace(/kh|h/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/ck|q|k/g, 'k')
    .replace(/w/g, 'v')
    .replace(/ff$|v$/g, 'v')
    .replace(/ou/g, 'u')
    .replace(/x/g, 'ks')
    .replace(/(?:iy|yy|ii|ij|y|i)$/g, 'i')
    .replace(/^(?:iu|yu|ju|io)/g, 'u')
    .replace(/^(?:ia|ya|ja)/g, 'a')
    .replace(/y/g, 'i')
    .replace(/(.)\1+/g, '$1')
}
