import type { Kysely } from 'kysely'

/** Migrations are never changed once released, so they name their tables themselves. */
export default async function tables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('article')
    .addColumn('number', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('outlet', 'text', (column) => column.notNull())
    .addColumn('outlet_folded', 'text', (column) => column.notNull())
    .addColumn('url', 'text')
    .addColumn('published', 'bigint', (column) => column.notNull())
    .addColumn('byline', 'text')
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('sample', 'integer', (column) => column.notNull())
    .addColumn('added', 'bigint', (column) => column.notNull())
    .addColumn('engine', 'text', (column) => column.notNull())
    // Last, so that a look at the columns above reads none of the pages that these run over.
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('analysis', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('article_published').on('article').columns(['published desc', 'id', 'added']).execute()
  await db.schema.createIndex('article_outlet').on('article').columns(['outlet_folded', 'published']).execute()
  await db.schema.createIndex('article_added').on('article').columns(['added', 'published']).execute()
  await db.schema.createIndex('article_engine').on('article').columns(['engine', 'id']).execute()

  await db.schema
    .createTable('voice')
    .addColumn('article', 'text', (column) => column.notNull().references('article.id').onDelete('cascade'))
    .addColumn('expert', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('description', 'text')
    .addColumn('quotes', 'integer', (column) => column.notNull())
    .addColumn('published', 'bigint', (column) => column.notNull())
    .addColumn('sample', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('voice_key', ['article', 'expert'])
    .execute()
  await db.schema
    .createIndex('voice_expert')
    .on('voice')
    .columns(['expert', 'published', 'article', 'quotes', 'sample'])
    .execute()

  await db.schema
    .createTable('expert')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('description', 'text')
    .addColumn('quotes', 'integer', (column) => column.notNull())
    .addColumn('articles', 'integer', (column) => column.notNull())
    .addColumn('sample', 'integer', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('expert_quotes').on('expert').columns(['quotes desc', 'name', 'key']).execute()
  for (const [table, column] of [
    ['expert_key', 'key'],
    ['expert_trigram', 'gram'],
  ] as const) {
    await db.schema
      .createTable(table)
      .addColumn(column, 'text', (definition) => definition.notNull())
      .addColumn('expert', 'text', (definition) => definition.notNull().references('expert.key').onDelete('cascade'))
      .addPrimaryKeyConstraint(`${table}_pair`, [column, 'expert'])
      .execute()
    await db.schema.createIndex(`${table}_expert`).on(table).column('expert').execute()
  }

  await db.schema
    .createTable('subscription')
    // Autoincrement never gives a number twice, so a removed `d7` stays the only one there was.
    .addColumn('number', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('place_key', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('schedule', 'text', (column) => column.notNull())
    .addColumn('about', 'text')
    .addColumn('sections', 'text', (column) => column.notNull())
    .addColumn('when_empty', 'text', (column) => column.notNull())
    .addColumn('paused_since', 'bigint')
    .addColumn('paused_reason', 'text')
    .execute()
  await db.schema.createIndex('subscription_place').on('subscription').column('place_key').execute()

  await db.schema
    .createTable('slot')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('subscription', 'text', (column) => column.notNull())
    .addColumn('place_key', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('due', 'bigint', (column) => column.notNull())
    .addColumn('scheduled', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('recorded_at', 'bigint', (column) => column.notNull())
    .addColumn('finished_at', 'bigint')
    .execute()
  await db.schema.createIndex('slot_state').on('slot').columns(['state', 'due']).execute()
  await db.schema.createIndex('slot_subscription').on('slot').columns(['subscription', 'scheduled', 'due']).execute()
  await db.schema
    .createTable('part')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('slot', 'text', (column) => column.notNull().references('slot.key').onDelete('cascade'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('sent_as', 'text')
    .addColumn('sent_at', 'bigint')
    .addUniqueConstraint('part_order', ['slot', 'number'])
    .execute()
  await db.schema
    .createTable('seen')
    .addColumn('place_key', 'text', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('slot', 'text', (column) => column.notNull().references('slot.key').onDelete('cascade'))
    .addPrimaryKeyConstraint('seen_key', ['place_key', 'item'])
    .execute()
  await db.schema.createIndex('seen_slot').on('seen').column('slot').execute()

  await db.schema
    .createTable('memo')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute()
}
