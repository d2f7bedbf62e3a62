import type { Span } from '../text/span.ts'
import { terms } from '../text/terms.ts'
import { alternatives, type Query } from './query.ts'
import { queryTerms } from './query-terms.ts'

/** Where a text has the words and phrases that were looked for, as both stores find them; in order, none overlapping. */
export function findHits(query: Query, text: string): readonly Span[] {
  const wanted = alternatives(query).map(queryTerms)
  const required = Map.groupBy(
    wanted.flatMap(({ required, quoted }) => [...required, ...quoted]),
    ([first]) => first,
  )
  const found = terms(text)
  const hits: Span[] = []
  for (let at = 0; at < found.length; ) {
    const first = found[at]!
    const longest = (required.get(first.term) ?? [])
      .filter((run) => run.every((term, offset) => found[at + offset]?.term === term))
      .reduce((most, run) => Math.max(most, run.length), 0)
    if (longest > 0) hits.push({ start: first.start, end: found[at + longest - 1]!.end })
    at += Math.max(1, longest)
  }
  return hits
}
