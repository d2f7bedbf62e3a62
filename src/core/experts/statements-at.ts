import type { Statement, StatementsAt } from '../ports/library.ts'

/** More than one article holds of one speaker: read on by so many, and the article of the last that counts is whole. */
export const AHEAD = 50

/** Of statements in order, those in the article of the `at`-th, counted from 1; the last where there are fewer. */
export function statementsAt(ordered: readonly Statement[], at: number): StatementsAt {
  const wanted = ordered[Math.min(at, ordered.length) - 1]
  const isTheirs = ({ article }: Statement): boolean => article.id === wanted?.article.id
  return { statements: ordered.filter(isTheirs), before: Math.max(0, ordered.findIndex(isTheirs)) }
}
