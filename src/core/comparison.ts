import type { Statement } from './ports/library.ts'
import { wordsOf } from './relevance.ts'
import { terms } from './text/terms.ts'

/** What two people both spoke about, with each one's words on it that say most of it. */
export interface Topic {
  /** The word as the first speaker used it. */
  readonly word: string
  readonly first: Statement
  readonly second: Statement
}

/**
 * Words that both used, leaving out common ones: those that fewest of the two's quotes use come first, for
 * they tell most. No quote is shown under two words.
 */
export function sharedTopics(
  first: readonly Statement[],
  second: readonly Statement[],
  stopWords: ReadonlySet<string>,
  limit: number,
): readonly Topic[] {
  const [mine, theirs] = [uses(first, stopWords), uses(second, stopWords)]
  const shared = [...mine]
    .flatMap(([term, own]) => {
      const other = theirs.get(term)
      return other === undefined ? [] : [{ own, other }]
    })
    .sort(
      (a, b) =>
        a.own.in.length + a.other.in.length - (b.own.in.length + b.other.in.length) ||
        b.own.word.length - a.own.word.length,
    )
  const topics: Topic[] = []
  const shown = new Set<Statement>()
  for (const { own, other } of shared) {
    const [a, b] = [own.in.find((s) => !shown.has(s)), other.in.find((s) => !shown.has(s))]
    if (a === undefined || b === undefined) continue
    shown.add(a).add(b)
    topics.push({ word: own.word, first: a, second: b })
    if (topics.length === limit) break
  }
  return topics
}

interface Use {
  readonly word: string
  readonly in: Statement[]
}

/** Shorter words than this name no subject worth comparing on ("said", "year" are in the stop words). */
const TELLING = 4

function uses(statements: readonly Statement[], stopWords: ReadonlySet<string>): ReadonlyMap<string, Use> {
  const found = new Map<string, Use>()
  for (const statement of statements) {
    const words = wordsOf(statement)
    for (const { term, start, end } of terms(words)) {
      const word = words.slice(start, end)
      if (word.length < TELLING || stopWords.has(word.toLowerCase()) || /^\d/.test(word)) continue
      const use = found.get(term) ?? { word, in: [] }
      if (use.in.at(-1) !== statement) use.in.push(statement)
      found.set(term, use)
    }
  }
  return found
}
