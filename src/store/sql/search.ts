import { sql } from 'kysely'
import type { Entry } from '#core/ports/library.ts'
import type { Query } from '#core/query.ts'
import { isEmptyQuery } from '#core/query-match.ts'
import { queryTerms } from '#core/query-terms.ts'
import { CANDIDATES, rank } from '#core/ranking.ts'
import { entriesById } from './articles.ts'
import { conditionsOf, passing } from './conditions.ts'
import type { Conditions, Database, FullText } from './tables.ts'

export async function searchSql(
  db: Database,
  fullText: FullText,
  query: Query,
  limit: number,
): Promise<readonly Entry[]> {
  if (isEmptyQuery(query)) return []
  const { required, excluded } = queryTerms(query)
  const conditions = conditionsOf(query)
  if (required.length === 0) return newest(db, fullText, excluded, conditions, limit)
  const matches = await fullText.matches(db, { required, excluded }, conditions, CANDIDATES)
  const best = rank(matches.map((match) => ({ ...match, published: new Date(match.published) })))
  return entriesById(
    db,
    best.slice(0, limit).map(({ id }) => id),
  )
}

/** With no word to weigh there is only freshness. */
async function newest(
  db: Database,
  fullText: FullText,
  excluded: readonly (readonly string[])[],
  conditions: Conditions,
  limit: number,
): Promise<readonly Entry[]> {
  const rows = await db
    .selectFrom('article')
    .select('id')
    .where(passing(conditions))
    .$if(excluded.length > 0, (query) =>
      query.where(sql<boolean>`article.number not in (${fullText.having(excluded)})`),
    )
    .orderBy('published', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return entriesById(
    db,
    rows.map(({ id }) => id),
  )
}
