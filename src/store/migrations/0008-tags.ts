import { type Kysely, sql } from 'kysely'
import type { Analysis } from '#core/analysis.ts'
import { indexedTerms } from '#core/query/query-terms.ts'
import type { Unfinished } from '../migrate.ts'
import type { FullText, Tables } from '../sql/tables.ts'

const BATCH = 200
/** Committed together: some seconds, of which a kill costs the last ones. */
const PIECE = 4000

/** The full-text index anew: with tags, pairs of common words, and who said what. `from` is the last article done. */
export default async function tags(
  db: Kysely<Tables>,
  fullText: FullText,
  from?: number,
): Promise<Unfinished | undefined> {
  if (from === undefined) await dropShelves(db)
  let last = from ?? -1
  for (let count = 0; count < PIECE; count += BATCH) {
    const articles = await db
      .selectFrom('article')
      .select(['number', 'title', 'text', 'outlet', 'language', 'analysis'])
      .where('number', '>', last)
      .orderBy('number')
      .limit(BATCH)
      .execute()
    for (const { number, analysis, ...article } of articles) {
      // Written by the version before, which earns the cast.
      const { quotes, people } = JSON.parse(analysis) as Pick<Analysis, 'quotes' | 'people'>
      await fullText.put(db, number, indexedTerms({ article, analysis: { quotes, people } }))
    }
    const newest = articles.at(-1)
    if (newest === undefined) return undefined
    last = newest.number
  }
  return { next: last, done: await upTo(db, last), all: await upTo(db, Number.MAX_SAFE_INTEGER) }
}

async function dropShelves(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_schema
    where type = 'table' and sql like 'create virtual table%' and name glob 'article_terms_[0-9]*'`.execute(db)
  for (const { name } of rows) await sql`drop table ${sql.table(name)}`.execute(db)
}

async function upTo(db: Kysely<Tables>, last: number): Promise<number> {
  const { count } = await db
    .selectFrom('article')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('number', '<=', last)
    .executeTakeFirstOrThrow()
  return count
}
