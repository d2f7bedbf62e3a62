import type { Kysely } from 'kysely'

/** What changed since a digest is asked for by time; the rows themselves hold whole articles. */
export default async function changedArticles(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('article_version_until').on('article_version').columns(['until', 'article']).execute()
}
