import { fold } from '../text/fold.ts'

/** Words to a shingle. */
const WORDS = 3
const WORD = /[\p{L}\p{N}]+(?:['’ʼ][\p{L}]+)*/gu

/**
 * Every three folded words in a row, each as a 32-bit hash (FNV-1a). Two texts that share one by chance alone are
 * one pair in four thousand million. A text of fewer words is one shingle; one without words has none.
 */
export function shingles(text: string): ReadonlySet<number> {
  const words = fold(text).match(WORD) ?? []
  const found = new Set<number>()
  if (words.length === 0) return found
  if (words.length < WORDS) return found.add(hash(words, 0, words.length))
  for (let at = 0; at + WORDS <= words.length; at += 1) found.add(hash(words, at, at + WORDS))
  return found
}

function hash(words: readonly string[], from: number, to: number): number {
  let value = 0x811c9dc5
  for (let at = from; at < to; at += 1) {
    const word = words[at]!
    for (let i = 0; i < word.length; i += 1) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193)
    value = Math.imul(value ^ 0x20, 0x01000193)
  }
  return value >>> 0
}

/** Share of the smaller set that the other holds too, 0 to 1. A cut-down copy is contained whole. */
export function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size === 0) return 0
  let shared = 0
  for (const shingle of small) if (large.has(shingle)) shared += 1
  return shared / small.size
}
