import type { Query } from './query.ts'
import { termsOnly } from './text/terms.ts'

/** A query as the index holds words: runs of terms that must, or must not, occur in title or text. */
export interface QueryTerms {
  readonly required: readonly (readonly string[])[]
  readonly excluded: readonly (readonly string[])[]
}

/** More than anybody types; keeps a pasted page from becoming one expression. */
const MOST_RUNS = 32
const MOST_TERMS = 64

/** One typed word can be several terms ("covid-19"), which then must stand in a row. */
export function queryTerms(query: Query): QueryTerms {
  const runs = (texts: readonly string[]) =>
    texts
      .map((text) => termsOnly(text).slice(0, MOST_TERMS))
      .filter((run) => run.length > 0)
      .slice(0, MOST_RUNS)
  return {
    required: runs([...query.words, ...query.phrases.map((phrase) => phrase.join(' '))]),
    excluded: runs(query.without),
  }
}

/** How often these terms stand in a row here. */
export function countRun(within: readonly string[], run: readonly string[]): number {
  let count = 0
  for (let at = within.indexOf(run[0]!); at !== -1; at = within.indexOf(run[0]!, at + 1)) {
    if (run.every((term, offset) => within[at + offset] === term)) count += 1
  }
  return count
}
