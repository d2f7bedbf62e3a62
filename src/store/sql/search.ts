import type { Entry, Hit, StoryOf } from '#core/ports/library.ts'
import type { Query } from '#core/query/query.ts'
import { askedFor } from '#core/query/query-match.ts'
import { queryTerms } from '#core/query/query-terms.ts'
import { CANDIDATES, type Candidate, continued, FIRST_LOOK, rank } from '#core/query/ranking.ts'
import { entriesById } from './articles.ts'
import { type Conditions, conditionsOf, isImpossible, newestThat, passing, tagsOf } from './conditions.ts'
import { storiesOf } from './story-of.ts'
import type { ArticleKey, Database, FullText } from './tables.ts'

/** As many as are read from disk before others have their turn. */
const BATCH = 50

export async function searchSql(
  db: Database,
  fullText: FullText,
  query: Query,
  limit: number,
): Promise<readonly Entry[]> {
  const found: Entry[] = []
  for (const some of batches(await foundIds(db, fullText, query, limit))) found.push(...(await entriesById(db, some)))
  return found
}

export async function hitsSql(db: Database, fullText: FullText, query: Query, limit: number): Promise<readonly Hit[]> {
  const ids = await foundIds(db, fullText, query, limit)
  const stories = await storiesOf(db, ids)
  return ids.map((id) => ({ id, ...storyId(stories.get(id)) }))
}

async function foundIds(db: Database, fullText: FullText, query: Query, limit: number): Promise<readonly string[]> {
  const look = async (most: number, deep: boolean): Promise<readonly Candidate[]> => {
    const any: Candidate[] = []
    for (const one of askedFor(query)) any.push(...(await candidates(db, fullText, one, most, deep)))
    return rank(any)
  }
  const first = await look(Math.min(limit, FIRST_LOOK), false)
  const found = limit <= FIRST_LOOK || first.length >= limit ? first : continued(first, await look(limit, true))
  return found.slice(0, limit).map(({ id }) => id)
}

const storyId = (of: StoryOf | undefined) => of && { story: of.story }

function* batches(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += BATCH) yield ids.slice(at, at + BATCH)
}

async function candidates(
  db: Database,
  fullText: FullText,
  query: Query,
  limit: number,
  deep: boolean,
): Promise<readonly Candidate[]> {
  const terms = queryTerms(query)
  const conditions = await conditionsOf(db, query)
  if (isImpossible(conditions)) return []
  if (terms.required.length + terms.quoted.length === 0) {
    const found = await newest(db, fullText, terms.excluded, conditions, limit)
    return found.map(({ id, published }) => ({ id, published, relevance: 0 }))
  }
  const { rest, ...tags } = tagsOf(conditions)
  return fullText.matches(db, { terms, ...tags }, await passing(db, rest), { limit: CANDIDATES, deep })
}

/** With no word to weigh there is only freshness: no more are looked at than it takes. */
async function newest(
  db: Database,
  fullText: FullText,
  excluded: readonly (readonly string[])[],
  conditions: Conditions,
  limit: number,
): Promise<readonly ArticleKey[]> {
  if (excluded.length === 0) return newestThat(db, conditions, Math.min(limit, CANDIDATES))
  const found: ArticleKey[] = []
  for (let seen = 0, most = Math.min(limit * 2, CANDIDATES); ; most = CANDIDATES) {
    const rows = await newestThat(db, conditions, most)
    const fresh = rows.slice(seen)
    seen = rows.length
    const numbers = fresh.map(({ number }) => number)
    const unwanted = await fullText.having(db, excluded, numbers)
    found.push(...fresh.filter(({ number }) => !unwanted.has(number)))
    if (found.length >= limit || most === CANDIDATES || rows.length < most) return found
  }
}
