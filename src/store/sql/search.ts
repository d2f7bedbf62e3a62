import { setImmediate as turn } from 'node:timers/promises'
import type { Entry, Hit, StoryOf } from '#core/ports/library.ts'
import { alternatives, type Query } from '#core/query.ts'
import { asksWhoSaid, isEmptyQuery, queryMatcher } from '#core/query-match.ts'
import { queryTerms } from '#core/query-terms.ts'
import { CANDIDATES, type Candidate, rank } from '#core/ranking.ts'
import { entriesById } from './articles.ts'
import { passing } from './conditions.ts'
import { storiesOf } from './story-of.ts'
import type { ArticleKey, Database, FullText, Passing } from './tables.ts'

/** As many as are read from disk before others have their turn. */
const BATCH = 50

export async function searchSql(
  db: Database,
  fullText: FullText,
  query: Query,
  limit: number,
): Promise<readonly Entry[]> {
  const hits = await hitsSql(db, fullText, query, limit)
  const found: Entry[] = []
  for (const some of batches(hits.map(({ id }) => id))) found.push(...(await entriesById(db, some)))
  return found
}

export async function hitsSql(db: Database, fullText: FullText, query: Query, limit: number): Promise<readonly Hit[]> {
  const any: Candidate[] = []
  for (const one of alternatives(query).filter((some) => !isEmptyQuery(some))) {
    any.push(...(await candidates(db, fullText, one)))
  }
  const ids = rank(any).map(({ id }) => id)
  const wanted = asksWhoSaid(query) ? await reading(db, ids, queryMatcher(query), limit) : ids.slice(0, limit)
  const stories = await storiesOf(db, wanted)
  return wanted.map((id) => ({ id, ...storyId(stories.get(id)) }))
}

const storyId = (of: StoryOf | undefined) => of && { story: of.story }

/** The first so many that match as a whole: the index knows who speaks in an article and what is said there, not who says what. */
async function reading(
  db: Database,
  ids: readonly string[],
  matches: (entry: Entry) => boolean,
  limit: number,
): Promise<readonly string[]> {
  const found: string[] = []
  for (const some of batches(ids)) {
    if (found.length >= limit) break
    found.push(...(await entriesById(db, some)).filter(matches).map(({ article }) => article.id))
    await turn()
  }
  return found.slice(0, limit)
}

function* batches(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += BATCH) yield ids.slice(at, at + BATCH)
}

async function candidates(db: Database, fullText: FullText, query: Query): Promise<readonly Candidate[]> {
  const terms = queryTerms(query)
  const passes = await passing(db, query)
  if (terms.required.length + terms.quoted.length === 0) return newest(db, fullText, terms.excluded, passes)
  const matches = await fullText.matches(db, terms, passes, CANDIDATES)
  return matches.map((match) => ({ ...match, published: new Date(match.published) }))
}

/** With no word to weigh there is only freshness. */
async function newest(
  db: Database,
  fullText: FullText,
  excluded: readonly (readonly string[])[],
  passes: Passing,
): Promise<readonly Candidate[]> {
  const rows = passes.kind === 'few' ? freshest(passes.articles) : await freshestOf(db, passes)
  const numbers = rows.map(({ number }) => number)
  const unwanted = excluded.length === 0 ? new Set() : await fullText.having(db, excluded, numbers)
  return rows
    .filter(({ number }) => !unwanted.has(number))
    .map(({ id, published }) => ({ id, published: new Date(published), relevance: 0 }))
}

const freshest = (articles: readonly ArticleKey[]): readonly ArticleKey[] =>
  articles.toSorted((a, b) => b.published - a.published || (a.id < b.id ? -1 : 1)).slice(0, CANDIDATES)

function freshestOf(db: Database, passes: Exclude<Passing, { kind: 'few' }>): Promise<readonly ArticleKey[]> {
  return db
    .selectFrom('article')
    .select(['id', 'number', 'published'])
    .$if(passes.kind === 'many', (query) => (passes.kind === 'many' ? query.where(passes.condition) : query))
    .orderBy('published', 'desc')
    .orderBy('id')
    .limit(CANDIDATES)
    .execute()
}
