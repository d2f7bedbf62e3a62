import type { Kysely } from 'kysely'
import { plainEntriesById } from '../sql/articles.ts'
import type { Tables } from '../sql/tables.ts'
import { noteLosses, olderVersions } from '../sql/withdrawn.ts'

/** Whose quotes outlets took out of their articles; what was taken out so far is found in the versions there are. */
export default async function lostVoices(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('lost_voice')
    .addColumn('expert', 'text', (column) => column.notNull())
    .addColumn('article', 'text', (column) => column.notNull().references('article.id').onDelete('cascade'))
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('lost_voice_key', ['expert', 'article'])
    .execute()
  await db.schema.createIndex('lost_voice_article').on('lost_voice').column('article').execute()
  const changed = await db.selectFrom('article_version').select('article').distinct().execute()
  for (const { article } of changed) {
    const [now] = await plainEntriesById(db, [article])
    if (now === undefined) continue
    for (const { entry, until } of await olderVersions(db, article)) await noteLosses(db, entry, now, until)
  }
}
