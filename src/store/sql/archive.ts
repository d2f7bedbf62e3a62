import type { Archive, Intake } from '#core/ports/archive.ts'
import { isSameArticle } from '../same-article.ts'
import { entriesById, thawFrozenEntry } from './articles.ts'
import { inChunks } from './chunks.ts'
import { refreshExperts } from './experts.ts'
import { putEntry } from './put-entry.ts'
import { recordVisits } from './record-visits.ts'
import { numberOf } from './sources.ts'
import { sqlStories } from './stories.ts'
import type { Database, FullText, Relaxed } from './tables.ts'

export function sqlArchive(db: Database, fullText: FullText, relaxed: Relaxed): Archive {
  return {
    async known(keys) {
      const rows = await inChunks([...new Set(keys)], (some) =>
        db
          .selectFrom('article_key')
          .selectAll()
          .where('key', 'in', [...some])
          .execute(),
      )
      return new Map(rows.flat().map(({ key, article }) => [key, article]))
    },
    async marks(source, items) {
      const rows = await inChunks([...new Set(items)], (some) =>
        db
          .selectFrom('mark')
          .selectAll()
          .where('source', '=', numberOf(source))
          .where('item', 'in', [...some])
          .execute(),
      )
      return new Map(
        rows
          .flat()
          .map((row) => [
            row.item,
            { print: row.print, tries: row.tries, ...(row.article !== null && { article: row.article }) },
          ]),
      )
    },
    async record(batch, now) {
      await relaxed(db, async (tx) => {
        const touched = new Set<string>()
        for (const intake of batch.intakes) {
          for (const expert of await take(tx, fullText, intake, now)) touched.add(expert)
        }
        await refreshExperts(tx, touched)
        await recordVisits(tx, batch, now)
      })
    },
    async versions(article) {
      const rows = await db
        .selectFrom('article_version')
        .selectAll()
        .where('article', '=', article)
        .orderBy('number')
        .execute()
      return rows.map(({ entry, until }) => ({ entry: thawFrozenEntry(entry), until: new Date(until) }))
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
    async holdings() {
      const rows = await db.selectFrom('fetched').selectAll().orderBy('stored_at').orderBy('article').execute()
      return rows.map((row) => ({
        id: row.article,
        stored: new Date(row.stored_at),
        size: row.size,
        excerpt: row.excerpt === 1,
      }))
    },
    async shorten(entries, now) {
      await db.transaction().execute(async (tx) => {
        const touched = new Set<string>()
        for (const entry of entries) {
          for (const expert of await putEntry(tx, fullText, entry, now)) touched.add(expert)
          const { id, text } = entry.article
          await tx.updateTable('fetched').set({ size: text.length, excerpt: 1 }).where('article', '=', id).execute()
          await tx.deleteFrom('article_version').where('article', '=', id).execute()
        }
        await refreshExperts(tx, touched)
      })
    },
    async renew(entries, now) {
      await db.transaction().execute(async (tx) => {
        const touched = new Set<string>()
        for (const entry of entries) {
          const [stored] = await entriesById(tx, [entry.article.id])
          if (stored === undefined || !isSameArticle(stored, entry)) continue
          for (const expert of await putEntry(tx, fullText, entry, now)) touched.add(expert)
        }
        await refreshExperts(tx, touched)
      })
    },
    stories: sqlStories(db),
  }
}

async function take(db: Database, fullText: FullText, intake: Intake, now: Date): Promise<readonly string[]> {
  if (intake.kind === 'same') {
    await learnKeys(db, intake.article, intake.keys)
    return []
  }
  const { entry, keys } = intake
  const { id, text } = entry.article
  if (intake.kind === 'version') await keepVersion(db, id, now)
  const touched = await putEntry(db, fullText, entry, now)
  await db
    .insertInto('fetched')
    .values({ article: id, stored_at: now.getTime(), size: text.length, excerpt: 0 })
    .onConflict((conflict) => conflict.column('article').doUpdateSet({ size: text.length, excerpt: 0 }))
    .execute()
  await learnKeys(db, id, keys)
  return touched
}

async function keepVersion(db: Database, id: string, now: Date): Promise<void> {
  const [old] = await entriesById(db, [id])
  if (old === undefined) return
  const row = { article: id, until: now.getTime(), entry: JSON.stringify(old) }
  await db.insertInto('article_version').values(row).execute()
}

/** A key that another article has stays its own: what was joined on it would come apart. */
async function learnKeys(db: Database, article: string, keys: readonly string[]): Promise<void> {
  const there = await db.selectFrom('article').select('id').where('id', '=', article).executeTakeFirst()
  if (there === undefined) return
  await inChunks(
    keys.map((key) => ({ key, article })),
    (some) =>
      db
        .insertInto('article_key')
        .values([...some])
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute(),
  )
}
