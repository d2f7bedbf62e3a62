import type { Kysely } from 'kysely'
import type { Unfinished } from '../migrate.ts'
import { plainEntriesById } from '../sql/articles.ts'
import type { FullText, Tables } from '../sql/tables.ts'
import { noteLosses, olderVersions } from '../sql/withdrawn.ts'

/** Changed articles committed together. */
const PIECE = 100

/**
 * Whose quotes outlets took out of their articles; what was taken out so far is found in the versions there are.
 * `from` is the number of the last article done.
 */
export default async function lostVoices(
  db: Kysely<Tables>,
  _fullText: FullText,
  from?: number,
): Promise<Unfinished | undefined> {
  if (from === undefined) await makeTable(db)
  const changed = await db
    .selectFrom('article')
    .select(['id', 'number'])
    .where('number', '>', from ?? -1)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('article_version').select('number').whereRef('article_version.article', '=', 'article.id')),
    )
    .orderBy('number')
    .limit(PIECE)
    .execute()
  for (const { id } of changed) {
    const [now] = await plainEntriesById(db, [id])
    if (now === undefined) continue
    for (const { entry, until } of await olderVersions(db, id)) await noteLosses(db, entry, now, until)
  }
  const last = changed.at(-1)
  if (last === undefined || changed.length < PIECE) return undefined
  return { next: last.number, done: await changedUpTo(db, last.number), all: await changedUpTo(db, NO_END) }
}

const NO_END = Number.MAX_SAFE_INTEGER

async function changedUpTo(db: Kysely<Tables>, last: number): Promise<number> {
  const { count } = await db
    .selectFrom('article')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('number', '<=', last)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('article_version').select('number').whereRef('article_version.article', '=', 'article.id')),
    )
    .executeTakeFirstOrThrow()
  return count
}

async function makeTable(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('lost_voice')
    .addColumn('expert', 'text', (column) => column.notNull())
    .addColumn('article', 'text', (column) => column.notNull().references('article.id').onDelete('cascade'))
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('lost_voice_key', ['expert', 'article'])
    .execute()
  await db.schema.createIndex('lost_voice_article').on('lost_voice').column('article').execute()
}
