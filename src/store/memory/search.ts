import type { Entry } from '#core/ports/library.ts'
import type { Query } from '#core/query/query.ts'
import { askedFor, asksWhoSaid, conditionsMatcher, queryMatcher } from '#core/query/query-match.ts'
import {
  countRun,
  type IndexedTerms,
  indexedRun,
  indexedTerms,
  type QueryTerms,
  queryTerms,
  tellingRuns,
} from '#core/query/query-terms.ts'
import {
  CANDIDATES,
  type Candidate,
  continued,
  enoughUnweighed,
  FIRST_LOOK,
  rank,
  shelfOf,
  TITLE_WEIGHT,
} from '#core/query/ranking.ts'

export interface Indexed extends IndexedTerms {
  readonly entry: Entry
  /** In the order they came; a replaced one keeps its own. */
  readonly number: number
  readonly added: Date
}

export const indexed = (entry: Entry, number: number, added: Date): Indexed => ({
  entry,
  number,
  added,
  ...indexedTerms(entry),
})

/** Articles ever put on a shelf, and the terms of all of them. */
export interface Put {
  readonly rows: number
  readonly terms: number
}

export const putMore = ({ rows, terms }: Put, one: Indexed): Put => ({ rows: rows + 1, terms: terms + lengthOf(one) })
export const NOTHING_PUT: Put = { rows: 0, terms: 0 }

interface Shelving {
  readonly size: number
  readonly enough: number
  /**
   * FTS5 does not take what was replaced or removed off its count of a contentless table, and so it goes on counting
   * for how rare a word is. By shelf; without it, what is there is all that was ever put there.
   */
  readonly put?: ReadonlyMap<number, Put>
}

export function searchIn(all: readonly Indexed[], query: Query, limit: number, shelf: Shelving): readonly Entry[] {
  const look = (deep: boolean) => rank(askedFor(query).flatMap((one) => candidates(all, one, shelf, deep)))
  const first = look(false)
  const matches = asksWhoSaid(query) ? queryMatcher(query) : () => true
  const entries = new Map(all.map(({ entry }) => [entry.article.id, entry]))
  return (limit <= FIRST_LOOK || first.length >= limit ? first : continued(first, look(true)))
    .map(({ id }) => entries.get(id)!)
    .filter(matches)
    .slice(0, limit)
}

function candidates(all: readonly Indexed[], query: Query, shelf: Shelving, deep: boolean): readonly Candidate[] {
  const asked = queryTerms(query)
  const terms = { ...asked, required: asked.required.map(indexedRun), quoted: asked.quoted.map(indexedRun) }
  const fits = conditionsMatcher(query)
  const passing = all.filter(({ entry }) => fits(entry))
  const isUnwanted = (doc: Indexed) => asked.excluded.some((run) => inText(doc, indexedRun(run)) > 0)
  if (terms.required.length + terms.quoted.length === 0) {
    const fresh = rank(passing.map((doc) => candidate(doc, 0))).slice(0, CANDIDATES)
    const unwanted = new Set(passing.filter(isUnwanted).map(({ entry }) => entry.article.id))
    return fresh.filter(({ id }) => !unwanted.has(id))
  }
  const found = passing
    .filter((doc) => hasAll(doc, terms) && !isUnwanted(doc))
    .sort((a, b) => b.number - a.number)
    .slice(0, CANDIDATES)
  const shelves = Map.groupBy(all, ({ number }) => shelfOf(number, shelf.size))
  const telling = tellingRuns(asked, query.from !== undefined)
  const isWeighed = telling.required.length + telling.quoted.length > 0
  const enough = deep ? CANDIDATES : isWeighed ? shelf.enough : enoughUnweighed(shelf.enough)
  let count = 0
  return [...Map.groupBy(found, ({ number }) => shelfOf(number, shelf.size))].flatMap(([number, docs]) => {
    if (count >= enough) return []
    count += docs.length
    const there = shelves.get(number) ?? []
    const relevance = bm25(there, telling, shelf.put?.get(number) ?? there.reduce(putMore, NOTHING_PUT))
    return docs.map((doc) => candidate(doc, relevance(doc)))
  })
}

const candidate = ({ entry: { article } }: Indexed, relevance: number): Candidate => ({
  id: article.id,
  published: article.published.getTime(),
  relevance,
})

type Run = readonly string[]
type Runs = Omit<QueryTerms, 'excluded'>
const inText = ({ title, body, said }: Indexed, run: Run): number =>
  countRun(title, run) + countRun(body, run) + countRun(said, run)
const inTextWeighed = ({ title, body, said }: Indexed, run: Run): number =>
  TITLE_WEIGHT * countRun(title, run) + countRun(body, run) + countRun(said, run)
const inQuotes = ({ said }: Indexed, run: Run): number => countRun(said, run)

const hasAll = (doc: Indexed, { required, quoted }: Runs): boolean =>
  required.every((run) => inText(doc, run) > 0) && quoted.every((run) => inQuotes(doc, run) > 0)

const lengthOf = ({ title, body, said, tags }: Indexed): number =>
  title.length + body.length + said.length + tags.length

/** As SQLite's FTS5 counts it, constants and floor included, so that both stores rank alike. */
function bm25(all: readonly Indexed[], { required, quoted }: Runs, put: Put): (doc: Indexed) => number {
  const [k1, b, floor] = [1.2, 0.75, 1e-6]
  const average = put.terms / put.rows
  const counted = [
    ...required.map((run) => ({ run, count: inTextWeighed })),
    ...quoted.map((run) => ({ run, count: inQuotes })),
  ].map(({ run, count }) => {
    const having = all.filter((doc) => count(doc, run) > 0).length
    return { run, count, weight: Math.max(floor, Math.log((put.rows - having + 0.5) / (having + 0.5))) }
  })
  return (doc) =>
    counted.reduce((sum, { run, count, weight }) => {
      const frequency = count(doc, run)
      const saturated = (frequency * (k1 + 1)) / (frequency + k1 * (1 - b + (b * lengthOf(doc)) / average))
      return sum + weight * saturated
    }, 0)
}
