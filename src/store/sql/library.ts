import type { Library } from '#core/ports/library.ts'
import { entriesById, entriesNumbered, thawEntry } from './articles.ts'
import { inChunks } from './chunks.ts'
import { outletsSql } from './conditions.ts'
import { countExperts, type Heard } from './count-experts.ts'
import { sqlExperts } from './experts.ts'
import { putEntry } from './put-entry.ts'
import { hitsSql, searchSql } from './search.ts'
import { sqlStatements } from './statements.ts'
import { withStories } from './story-of.ts'
import type { Database, FullText, Relaxed } from './tables.ts'
import { countWithdrawnSql, forgetRegained, withdrawnSql } from './withdrawn.ts'

export function sqlLibrary(db: Database, fullText: FullText, relaxed: Relaxed, clock: () => Date): Library {
  return {
    ...sqlExperts(db),
    ...sqlStatements(db, fullText),
    async add(entries) {
      await db.transaction().execute(async (tx) => {
        const heard: Heard[] = []
        for (const entry of entries) {
          heard.push(await putEntry(tx, fullText, entry, clock()))
          await forgetRegained(tx, entry)
        }
        await countExperts(tx, heard)
      })
    },
    async remove(ids) {
      await db.transaction().execute(async (tx) => {
        const gone = await inChunks(ids, async (some) => {
          const heard = await tx.selectFrom('voice').selectAll().where('article', 'in', some).execute()
          const removed = await tx.deleteFrom('article').where('id', 'in', some).returning('number').execute()
          return { heard, removed }
        })
        await fullText.remove(
          tx,
          gone.flatMap(({ removed }) => removed.map(({ number }) => number)),
        )
        await countExperts(
          tx,
          gone.map(({ heard }) => ({ before: heard, now: [] })),
        )
      })
    },
    async find(id) {
      return (await entriesById(db, [id]))[0]
    },
    async count() {
      const { count } = await db
        .selectFrom('article')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return count
    },
    async list({ limit, since, before, addedAfter }) {
      const rows = await db
        .selectFrom('article')
        .selectAll()
        .$if(since !== undefined, (query) => query.where('published', '>=', since?.getTime() ?? 0))
        .$if(before !== undefined, (query) => query.where('published', '<', before?.getTime() ?? 0))
        .$if(addedAfter !== undefined, (query) => query.where('added', '>', addedAfter?.getTime() ?? 0))
        .orderBy('published', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute()
      return withStories(db, rows.map(thawEntry))
    },
    search: (query, limit) => searchSql(db, fullText, query, limit),
    hits: (query, limit) => hitsSql(db, fullText, query, limit),
    async holding(any, limit) {
      const found = await fullText.holding(db, [...any], limit)
      return withStories(db, await entriesNumbered(db, found))
    },
    tidy: () => relaxed(db, (tx) => fullText.tidy(tx)),
    outlets: () => outletsSql(db),
    withdrawn: (expert, limit) => withdrawnSql(db, expert, limit),
    countWithdrawn: (expert) => countWithdrawnSql(db, expert),
    async outdated(engine) {
      // In the order of the index on both, which holds all that is asked; sorting here keeps it to that index.
      const rows = await db.selectFrom('article').select('id').where('engine', '!=', engine).execute()
      return rows.map(({ id }) => id).sort()
    },
  }
}
