import { setImmediate as turn } from 'node:timers/promises'
import { type Selectable, sql } from 'kysely'
import type { Archive, Holding, Intake } from '#core/ports/archive.ts'
import type { Entry } from '#core/ports/library.ts'
import { isSameArticle } from '../same-article.ts'
import { entriesById, plainEntriesById } from './articles.ts'
import { countExperts, type Heard } from './count-experts.ts'
import { listed } from './listed.ts'
import { putEntry } from './put-entry.ts'
import { recordVisits } from './record-visits.ts'
import { numberOf } from './sources.ts'
import { sqlStories } from './stories.ts'
import type { Database, FullText, Relaxed, Tables } from './tables.ts'
import { noteLosses, olderVersions } from './withdrawn.ts'

const HOLDINGS = 5000

export function sqlArchive(db: Database, fullText: FullText, relaxed: Relaxed): Archive {
  return {
    async known(keys) {
      if (keys.length === 0) return new Map()
      const { rows } = await sql<{ key: string; article: string }>`select key, article from article_key
        where key in ${listed(keys)}`.execute(db)
      return new Map(rows.map(({ key, article }) => [key, article]))
    },
    async marks(source, items) {
      if (items.length === 0) return new Map()
      const { rows } = await sql<Selectable<Tables['mark']>>`select * from mark
        where source = ${numberOf(source)}
        and item in ${listed(items)}`.execute(db)
      return new Map(
        rows.map((row) => [
          row.item,
          { print: row.print, tries: row.tries, ...(row.article !== null && { article: row.article }) },
        ]),
      )
    },
    async record(batch, now) {
      await relaxed(db, async (tx) => {
        const heard: Heard[] = []
        for (const intake of batch.intakes) {
          heard.push(await take(tx, fullText, intake, now))
        }
        await countExperts(tx, heard)
        await recordVisits(tx, batch, now)
      })
    },
    async versions(article) {
      return olderVersions(db, article)
    },
    async changed(after, limit) {
      const rows = await db
        .selectFrom('article_version')
        .select(['article', ({ fn }) => fn.max('until').as('latest')])
        .where('until', '>', after.getTime())
        .groupBy('article')
        .orderBy('latest', 'desc')
        .orderBy('article')
        .limit(limit)
        .execute()
      return rows.map(({ article }) => article)
    },
    async holdsAny() {
      return (await db.selectFrom('fetched').select('article').limit(1).executeTakeFirst()) !== undefined
    },
    async holdings() {
      const found: Holding[] = []
      // A few at a time, for there may be hundreds of thousands, and others have their turn between.
      for (let last = { stored_at: -1, article: '' }; ; await turn()) {
        const { rows } = await sql<Selectable<Tables['fetched']>>`select * from fetched
          where (stored_at, article) > (${last.stored_at}, ${last.article})
          order by stored_at, article limit ${HOLDINGS}`.execute(db)
        for (const { article, stored_at, size, excerpt } of rows) {
          found.push({ id: article, stored: new Date(stored_at), size, excerpt: excerpt === 1 })
        }
        const newest = rows.at(-1)
        if (newest === undefined || rows.length < HOLDINGS) return found
        last = newest
      }
    },
    async shorten(entries, now) {
      await db.transaction().execute(async (tx) => {
        const heard: Heard[] = []
        for (const entry of entries) {
          heard.push(await putEntry(tx, fullText, entry, now))
          const { id, text } = entry.article
          await tx.updateTable('fetched').set({ size: text.length, excerpt: 1 }).where('article', '=', id).execute()
          await tx.deleteFrom('article_version').where('article', '=', id).execute()
        }
        await countExperts(tx, heard)
      })
    },
    async renew(entries, now) {
      await db.transaction().execute(async (tx) => {
        const heard: Heard[] = []
        for (const entry of entries) {
          const [stored] = await plainEntriesById(tx, [entry.article.id])
          if (stored === undefined || !isSameArticle(stored, entry)) continue
          heard.push(await putEntry(tx, fullText, entry, now))
        }
        await countExperts(tx, heard)
      })
    },
    stories: sqlStories(db),
  }
}

async function take(db: Database, fullText: FullText, intake: Intake, now: Date): Promise<Heard> {
  if (intake.kind === 'same') {
    await learnKeys(db, intake.article, intake.keys)
    return { before: [], now: [] }
  }
  const { entry, keys } = intake
  const { id, text } = entry.article
  if (intake.kind === 'version') await keepVersion(db, entry, now)
  const heard = await putEntry(db, fullText, entry, now)
  await sql`insert into fetched (article, stored_at, size, excerpt)
    values (${id}, ${now.getTime()}, ${text.length}, 0)
    on conflict (article) do update set size = excluded.size, excerpt = 0`.execute(db)
  await learnKeys(db, id, keys)
  return heard
}

async function keepVersion(db: Database, entry: Entry, now: Date): Promise<void> {
  const { id } = entry.article
  const [old] = await entriesById(db, [id])
  if (old === undefined) return
  const row = { article: id, until: now.getTime(), entry: JSON.stringify(old) }
  const { number } = await db.insertInto('article_version').values(row).returning('number').executeTakeFirstOrThrow()
  await noteLosses(db, { before: old, version: number, now: entry, until: now })
}

/** A key that another article has stays its own: what was joined on it would come apart. */
async function learnKeys(db: Database, article: string, keys: readonly string[]): Promise<void> {
  await sql`insert into article_key (key, article)
    select value, ${article} from json_each(${JSON.stringify(keys)})
    where exists (select 1 from article where id = ${article})
    on conflict (key) do nothing`.execute(db)
}
