import type { Span } from '../text/span.ts'

const OFFSET = 0x811c9dc5
const PRIME = 0x01000193
/** Small enough to stay a machine integer; two of an article's few hundred words meet once in some ten thousand articles. */
const MASK = 0x3fffffff

/** Words that say nothing about what a text is about. */
const EMPTY: ReadonlySet<number> = new Set(
  (
    'a about after all also am an and any are as at be because been before being but by can could did do does during each for from get got had has have he her here him his how i if in into is it its just ' +
    'last like made make many may me more most much my new no not now of off on one only or other our out over own said same say says she should since so some still such than that the their them then there ' +
    'these they this those through time to told too two under until up us very was way we were what when where which while who why will with would year years you your s t'
  )
    .split(' ')
    .map(hashOf),
)

export interface ContentWords {
  /** Hashes (FNV-1a) of the words, each once: comparing them costs a fraction of cutting strings out, and nothing else is asked. */
  readonly words: readonly number[]
  /** Of all words, the empty ones too. */
  readonly length: number
}

/** One look here spares nearly all words the look in the set. */
const MAY_BE_EMPTY = new Uint8Array(1 << 12)
for (const hash of EMPTY) MAY_BE_EMPTY[hash & 0xfff] = 1
const isEmpty = (hash: number): boolean => MAY_BE_EMPTY[hash & 0xfff] === 1 && EMPTY.has(hash)

/** The words of text[start, end) without the empty ones, case and plural s off. Stops behind `most` words. */
export function contentWords(
  text: string,
  { start, end }: Span = { start: 0, end: text.length },
  most = Number.MAX_SAFE_INTEGER,
): ContentWords {
  const words: number[] = []
  let length = 0
  let hash = OFFSET
  let shorter = OFFSET
  let letters = 0
  let last = 0
  for (let at = start; at <= end && length <= most; at++) {
    const code = at < end ? folded(text.charCodeAt(at)) : 0
    if (code !== 0) {
      shorter = hash
      hash = Math.imul(hash ^ code, PRIME)
      letters++
      last = code
      continue
    }
    if (letters === 0) continue
    length++
    if (!isEmpty(hash & MASK)) words.push((letters > 3 && last === S ? shorter : hash) & MASK)
    hash = OFFSET
    letters = 0
  }
  return { words: distinct(words), length }
}

/** Few words are compared faster one by one than by a set. */
const FEW = 40

function distinct(words: readonly number[]): readonly number[] {
  if (words.length > FEW) return [...new Set(words)]
  const once: number[] = []
  // Hardly a word comes twice: a bit for each that was seen spares nearly all of them the search.
  let seen = 0
  for (const word of words) {
    const bit = 1 << (word & 31)
    if ((seen & bit) === 0 || !once.includes(word)) once.push(word)
    seen |= bit
  }
  return once
}

const S = 's'.charCodeAt(0)

/** The code of a letter in lower case or of a digit, 0 for all else. */
function folded(code: number): number {
  const lower = code | 32
  if ((lower >= 97 && lower <= 122) || (code >= 48 && code <= 57)) return code >= 65 ? lower : code
  return code > 191 && code < 0x2000 ? code : 0
}

function hashOf(word: string): number {
  let hash = OFFSET
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME)
  return hash & MASK
}
