import type { Kysely } from 'kysely'

/** Whose quotes outlets took out of their articles. `0012-lost-quotes` knows which quotes, and looks for them itself. */
export default async function lostVoices(db: Kysely<unknown>, _fullText: unknown, from?: number): Promise<undefined> {
  if (from !== undefined) return
  await db.schema
    .createTable('lost_voice')
    .addColumn('expert', 'text', (column) => column.notNull())
    .addColumn('article', 'text', (column) => column.notNull().references('article.id').onDelete('cascade'))
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('lost_voice_key', ['expert', 'article'])
    .execute()
}
