import type { Kysely } from 'kysely'

/** What readers were shown in briefings. */
export default async function readings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reading')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('read_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('reading_age').on('reading').column('read_at').execute()
}
