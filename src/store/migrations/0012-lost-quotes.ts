import { type Kysely, sql } from 'kysely'
import type { Unfinished } from '../migrate.ts'
import { plainEntriesById, thawFrozenEntry } from '../sql/articles.ts'
import type { FullText, Tables } from '../sql/tables.ts'
import { noteLosses } from '../sql/withdrawn.ts'

/** Changed articles committed together. */
const PIECE = 100

/**
 * Which quotes outlets took out of their articles; what was taken out so far is found in the versions there are, one
 * after the other. `from` is the number of the last article done.
 */
export default async function lostQuotes(
  db: Kysely<Tables>,
  _fullText: FullText,
  from?: number,
): Promise<Unfinished | undefined> {
  if (from === undefined) await makeTable(db)
  const { rows: changed } = await sql<{ id: string; number: number }>`select id, number from article
    where number > ${from ?? -1} and id in (select article from article_version)
    order by number limit ${PIECE}`.execute(db)
  for (const { id } of changed) await replay(db, id)
  const last = changed.at(-1)
  if (last === undefined || changed.length < PIECE) return undefined
  return { next: last.number, done: await changedUpTo(db, last.number), all: await changedUpTo(db, NO_END) }
}

async function replay(db: Kysely<Tables>, id: string): Promise<void> {
  const [present] = await plainEntriesById(db, [id])
  const rows = await db
    .selectFrom('article_version')
    .select(['number', 'entry', 'until'])
    .where('article', '=', id)
    .orderBy('number')
    .execute()
  const versions = rows.map(({ entry, ...row }) => ({ ...row, entry: thawFrozenEntry(entry) }))
  for (const [at, { number, entry, until }] of versions.entries()) {
    const now = versions[at + 1]?.entry ?? present
    if (now !== undefined) await noteLosses(db, { before: entry, version: number, now, until: new Date(until) })
  }
}

const NO_END = Number.MAX_SAFE_INTEGER

async function changedUpTo(db: Kysely<Tables>, last: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from article
    where number <= ${last} and id in (select article from article_version)`.execute(db)
  return rows[0]!.count
}

async function makeTable(db: Kysely<Tables>): Promise<void> {
  await db.schema.dropTable('lost_voice').execute()
  await db.schema
    .createTable('lost_quote')
    .addColumn('version', 'integer', (column) =>
      column.notNull().references('article_version.number').onDelete('cascade'),
    )
    .addColumn('expert', 'text', (column) => column.notNull())
    .addColumn('quote', 'integer', (column) => column.notNull())
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addColumn('passages', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('lost_quote_key', ['version', 'expert', 'quote'])
    .execute()
  await db.schema
    .createIndex('lost_quote_expert')
    .on('lost_quote')
    .columns(['expert', 'until desc', 'article', 'version desc', 'quote'])
    .execute()
  await db.schema.createIndex('lost_quote_article').on('lost_quote').column('article').execute()
}
