import { type Kysely, sql } from 'kysely'

/** Away with the one index of all words: `0008-tags` puts one in shelves in its place, filled. */
export default async function shelves(db: Kysely<unknown>): Promise<void> {
  await sql`drop table article_terms`.execute(db)
  await db.schema.createIndex('article_language').on('article').columns(['language', 'published']).execute()
  await db.schema
    .createIndex('article_brief')
    .on('article')
    .columns(['number', 'id', 'published', 'outlet_folded', 'language'])
    .execute()
  await db.schema.createIndex('story_retired_into').on('story_retired').column('into').execute()
}
