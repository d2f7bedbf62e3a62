import type { ContentWords } from './content-words.ts'

export interface WordCounts {
  /** In how many sentences the most frequent word occurs, at least 1. */
  readonly most: number
  readonly countOf: (word: number) => number
}

const FREE = -1

/** In how many sentences each word occurs, by its hash. An open-addressed table: a Map takes several times as long. */
export function countWords(sentences: readonly ContentWords[]): WordCounts {
  let total = 0
  for (const { words } of sentences) total += words.length
  // Half of it stays free, so that a word is found after a step or two.
  const size = 2 ** Math.ceil(Math.log2(2 * total + 1))
  const keys = new Int32Array(size).fill(FREE)
  const counts = new Int32Array(size)
  const slotOf = (word: number): number => {
    let slot = word & (size - 1)
    while (keys[slot] !== word && keys[slot] !== FREE) slot = (slot + 1) & (size - 1)
    return slot
  }
  let most = 1
  for (const { words } of sentences) {
    for (const word of words) {
      const slot = slotOf(word)
      keys[slot] = word
      const count = counts[slot]! + 1
      counts[slot] = count
      if (count > most) most = count
    }
  }
  return { most, countOf: (word) => counts[slotOf(word)]! }
}
