import { type Kysely, sql } from 'kysely'
import type { Analysis } from '#core/analysis.ts'
import { indexedTerms } from '#core/query-terms.ts'
import type { FullText, Tables } from '../sql/tables.ts'

const BATCH = 200

/** The full-text index anew: in shelves, and with the words of quotes in a column of their own. */
export default async function shelves(db: Kysely<Tables>, fullText: FullText): Promise<void> {
  await sql`drop table article_terms`.execute(db)
  await db.schema.createIndex('article_language').on('article').columns(['language', 'published']).execute()
  await db.schema
    .createIndex('article_brief')
    .on('article')
    .columns(['number', 'id', 'published', 'outlet_folded', 'language'])
    .execute()
  await db.schema.createIndex('story_retired_into').on('story_retired').column('into').execute()
  for (let last = -1; ; ) {
    const articles = await db
      .selectFrom('article')
      .select(['number', 'id', 'title', 'text', 'analysis'])
      .where('number', '>', last)
      .orderBy('number')
      .limit(BATCH)
      .execute()
    for (const { number, title, text, analysis } of articles) {
      // Written by the version before, which earns the cast.
      const { quotes } = JSON.parse(analysis) as Pick<Analysis, 'quotes'>
      await fullText.put(db, number, indexedTerms({ article: { title, text }, analysis: { quotes } }))
    }
    const newest = articles.at(-1)
    if (newest === undefined) return
    last = newest.number
  }
}
