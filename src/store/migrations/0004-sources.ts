import type { Kysely } from 'kysely'

/** Sources, what was fetched from them, older versions of articles, and stories. */
export default async function sources(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('article')
    .addColumn('published_estimated', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema
    .alterTable('article')
    .addColumn('excerpt', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()

  await db.schema
    .createTable('source')
    // Autoincrement never gives a number twice, so a removed `s3` stays the only one there was.
    .addColumn('number', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('place_key', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('given', 'text', (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('next_visit', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('paused_since', 'bigint')
    .addColumn('paused_reason', 'text')
    .execute()
  await db.schema.createIndex('source_place').on('source').column('place_key').execute()
  await db.schema.createIndex('source_url').on('source').column('url').execute()
  await db.schema.createIndex('source_due').on('source').columns(['next_visit', 'paused_since']).execute()

  await db.schema
    .createTable('mark')
    .addColumn('source', 'integer', (column) => column.notNull().references('source.number').onDelete('cascade'))
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('article', 'text')
    .addColumn('print', 'text', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('mark_key', ['source', 'item'])
    .execute()
  await db.schema.createIndex('mark_age').on('mark').columns(['source', 'seen_at']).execute()

  await db.schema
    .createTable('fetched')
    .addColumn('article', 'text', (column) =>
      column.primaryKey().notNull().references('article.id').onDelete('cascade'),
    )
    .addColumn('stored_at', 'bigint', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('excerpt', 'integer', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('fetched_age').on('fetched').columns(['stored_at', 'article']).execute()

  await db.schema
    .createTable('article_key')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('article', 'text', (column) => column.notNull().references('article.id').onDelete('cascade'))
    .execute()
  await db.schema.createIndex('article_key_article').on('article_key').column('article').execute()

  await db.schema
    .createTable('article_version')
    .addColumn('number', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('article', 'text', (column) => column.notNull().references('article.id').onDelete('cascade'))
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('article_version_article').on('article_version').columns(['article', 'number']).execute()

  await db.schema
    .createTable('story_article')
    .addColumn('number', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('article', 'text', (column) => column.notNull().unique().references('article.id').onDelete('cascade'))
    .addColumn('published', 'bigint', (column) => column.notNull())
    .addColumn('story', 'text', (column) => column.notNull())
    .addColumn('traits', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('story_article_story').on('story_article').columns(['story', 'number']).execute()
  await db.schema.createIndex('story_article_published').on('story_article').column('published').execute()
  await db.schema
    .createTable('story_retired')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('into', 'text', (column) => column.notNull())
    .execute()
}
