import type { Entry } from '#core/ports/library.ts'
import type { Query } from '#core/query.ts'
import { conditionsMatcher, isEmptyQuery } from '#core/query-match.ts'
import { countRun, queryTerms } from '#core/query-terms.ts'
import { CANDIDATES, rank, TITLE_WEIGHT } from '#core/ranking.ts'
import { termsOnly } from '#core/text/terms.ts'

export interface Indexed {
  readonly entry: Entry
  /** In the order they came; a replaced one keeps its own. */
  readonly number: number
  readonly added: Date
  readonly title: readonly string[]
  readonly body: readonly string[]
}

export const indexed = (entry: Entry, number: number, added: Date): Indexed => ({
  entry,
  number,
  added,
  title: termsOnly(entry.article.title),
  body: termsOnly(entry.article.text),
})

export function searchIn(all: readonly Indexed[], query: Query, limit: number): readonly Entry[] {
  if (isEmptyQuery(query)) return []
  const { required, excluded } = queryTerms(query)
  const fits = conditionsMatcher(query)
  const occurs = (doc: Indexed) => (run: readonly string[]) => countRun(doc.title, run) + countRun(doc.body, run) > 0
  const found = all
    .filter((doc) => fits(doc.entry) && required.every(occurs(doc)) && !excluded.some(occurs(doc)))
    .sort((a, b) => b.number - a.number)
  const relevance = required.length === 0 ? () => 0 : bm25(all, required)
  const candidates = (required.length === 0 ? found : found.slice(0, CANDIDATES)).map((doc) => ({
    id: doc.entry.article.id,
    published: doc.entry.article.published,
    relevance: relevance(doc),
  }))
  const entries = new Map(found.map(({ entry }) => [entry.article.id, entry]))
  return rank(candidates)
    .slice(0, limit)
    .map(({ id }) => entries.get(id)!)
}

/** As SQLite's FTS5 counts it, constants and floor included, so that both stores rank alike. */
function bm25(all: readonly Indexed[], required: readonly (readonly string[])[]): (doc: Indexed) => number {
  const [k1, b, floor] = [1.2, 0.75, 1e-6]
  const length = (doc: Indexed) => doc.title.length + doc.body.length
  const average = all.reduce((sum, doc) => sum + length(doc), 0) / all.length
  const weights = required.map((run) => {
    const having = all.filter((doc) => countRun(doc.title, run) + countRun(doc.body, run) > 0).length
    return Math.max(floor, Math.log((all.length - having + 0.5) / (having + 0.5)))
  })
  return (doc) =>
    required.reduce((sum, run, index) => {
      const frequency = TITLE_WEIGHT * countRun(doc.title, run) + countRun(doc.body, run)
      const saturated = (frequency * (k1 + 1)) / (frequency + k1 * (1 - b + (b * length(doc)) / average))
      return sum + weights[index]! * saturated
    }, 0)
}
