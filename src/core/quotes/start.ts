import { TAG } from '../text/tags.ts'
import type { Reading } from './features.ts'
import { isQuote } from './grammar/frames.ts'

/** The word that a content begins with. */
export const START = [
  'name',
  'mark',
  'number',
  'to',
  'if',
  'whether',
  'that',
  'pronoun',
  'subordinator',
  'determiner',
  'preposition',
  'conjunction',
  'auxiliary',
  'object',
  'ing',
  'plural',
  'word',
  'quote',
] as const

/** What a word can begin with, as a value of START. */
export function startOf(reading: Reading, item: number): number {
  if (isQuote(item)) return 17
  const { tokens, nameAt } = reading.words
  const { kind, text, lower, tags } = tokens[item]!
  if (nameAt[item] !== -1) return 0
  if (kind !== 'word') return kind === 'mark' && !/^[$£€]$/.test(text) ? 1 : 2
  if (lower === 'to') return 3
  if (lower === 'if') return 4
  if (lower === 'whether') return 5
  if (lower === 'that') return 6
  if (tags & TAG.pronoun) return 7
  if (tags & TAG.subordinator) return 8
  if (tags & (TAG.determiner | TAG.possessive)) return 9
  if (tags & TAG.preposition) return isCount(reading, item) ? 2 : 10
  if (tags & TAG.conjunction) return 11
  if (tags & TAG.auxiliary) return 12
  if (tags & TAG.object) return 13
  return lower.endsWith('ing') ? 14 : lower.endsWith('s') ? 15 : 16
}

/** "about 40 people", "over half a million": no preposition, but how many. */
export function isCount({ words: { tokens } }: Reading, item: number): boolean {
  const { lower, sentence } = tokens[item]!
  const next = tokens[item + 1]
  return COUNTING.has(lower) && next !== undefined && next.kind === 'number' && next.sentence === sentence
}

const COUNTING: ReadonlySet<string> = new Set(['about', 'over', 'under', 'around', 'near'])
