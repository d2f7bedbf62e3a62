import { voices } from '#core/experts/voices.ts'
import type { Entry, Library } from '#core/ports/library.ts'
import { indexedTerms } from '#core/query-terms.ts'
import { articleColumns, entriesById, thawEntry } from './articles.ts'
import { inChunks } from './chunks.ts'
import { refreshExperts, sqlExperts } from './experts.ts'
import { hitsSql, searchSql } from './search.ts'
import type { Database, FullText } from './tables.ts'

export function sqlLibrary(db: Database, fullText: FullText, clock: () => Date): Library {
  return {
    ...sqlExperts(db),
    async add(entries) {
      await db.transaction().execute(async (tx) => {
        const touched = new Set<string>()
        for (const entry of entries) {
          for (const expert of await put(tx, fullText, entry, clock())) touched.add(expert)
        }
        await refreshExperts(tx, touched)
      })
    },
    async remove(ids) {
      await db.transaction().execute(async (tx) => {
        const gone = await inChunks(ids, async (some) => {
          const heard = await tx.selectFrom('voice').select('expert').where('article', 'in', some).execute()
          const removed = await tx.deleteFrom('article').where('id', 'in', some).returning('number').execute()
          return { heard, removed }
        })
        await fullText.remove(
          tx,
          gone.flatMap(({ removed }) => removed.map(({ number }) => number)),
        )
        await refreshExperts(
          tx,
          gone.flatMap(({ heard }) => heard.map(({ expert }) => expert)),
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
      return rows.map(thawEntry)
    },
    search: (query, limit) => searchSql(db, fullText, query, limit),
    hits: (query, limit) => hitsSql(db, fullText, query, limit),
    async outdated(engine) {
      // In the order of the index on both, which holds all that is asked; sorting here keeps it to that index.
      const rows = await db.selectFrom('article').select('id').where('engine', '!=', engine).execute()
      return rows.map(({ id }) => id).sort()
    },
  }
}

/** Stores one article in the place of its predecessor, and answers whose counts may have changed. */
async function put(db: Database, fullText: FullText, entry: Entry, now: Date): Promise<readonly string[]> {
  const { id, published, sample } = entry.article
  const { added: _, ...columns } = articleColumns(entry, now)
  const { number } = await db
    .insertInto('article')
    .values({ ...columns, added: now.getTime() })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .returning('number')
    .executeTakeFirstOrThrow()
  const before = await db.deleteFrom('voice').where('article', '=', id).returning('expert').execute()
  const heard = voices(entry).map(({ kinds, ...voice }) => ({
    ...voice,
    description: voice.description ?? null,
    in_part: kinds.mixed,
    reported: kinds.indirect,
    article: id,
    published: published.getTime(),
    sample: sample ? 1 : 0,
  }))
  await inChunks(heard, (some) =>
    db
      .insertInto('voice')
      .values([...some])
      .execute(),
  )
  await fullText.put(db, number, indexedTerms(entry))
  return [...before, ...heard].map(({ expert }) => expert)
}
