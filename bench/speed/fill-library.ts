import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { ENGINE } from '#core/analyze.ts'
import { voices } from '#core/experts/voices.ts'
import { indexedTerms } from '#core/query/query-terms.ts'
import { loadEngine } from '#engine.ts'
import { articleColumns } from '#store/sql/articles.ts'
import { refreshExperts } from '#store/sql/experts.ts'
import type { Tables } from '#store/sql/tables.ts'
import { nodeSqlite } from '#store/sqlite/dialect.ts'
import { sqliteFullText } from '#store/sqlite/full-text.ts'
import { openSqlite } from '#store/sqlite.ts'
import { makeArticles } from '../invented/make-articles.ts'

/** Read once each and stored over and over under other ids: it is the storing side that is measured. */
const DIFFERENT = 2000
const BATCH = 2000
const NEWEST = Date.UTC(2025, 10, 30, 6)
const MINUTES_APART = 6

/** Fills a new database with so many articles, oldest first, as the library would but for the reading. */
export async function fillLibrary(path: string, count: number): Promise<void> {
  await (await openSqlite(path)).close()
  const { analyze } = loadEngine()
  const made = makeArticles(Math.min(count, DIFFERENT), 11).map((article) => {
    const entry = { article, analysis: analyze(article), engine: ENGINE }
    return { entry, terms: indexedTerms(entry), heard: voices(entry) }
  })
  const database = new DatabaseSync(path)
  database.exec('pragma synchronous = off')
  const db = new Kysely<Tables>({
    dialect: nodeSqlite(
      { database: () => database, close: () => database.close() },
      { patience: 0, translate: (error) => error },
    ),
  })
  for (let first = 0; first < count; first += BATCH) {
    database.exec('begin')
    for (let at = first; at < Math.min(count, first + BATCH); at += 1) {
      const { entry, terms, heard } = made[at % made.length]!
      const published = new Date(NEWEST - (count - at) * MINUTES_APART * 60_000)
      const article = { ...entry.article, id: `${entry.article.id}-${at}`, published }
      const { number } = await db
        .insertInto('article')
        .values(articleColumns({ ...entry, article }, published))
        .returning('number')
        .executeTakeFirstOrThrow()
      const rows = heard.map(({ kinds, description, ...voice }) => ({
        ...voice,
        description: description ?? null,
        in_part: kinds.mixed,
        reported: kinds.indirect,
        nested: kinds.nested,
        article: article.id,
        published: published.getTime(),
        sample: 1,
      }))
      if (rows.length > 0) await db.insertInto('voice').values(rows).execute()
      await sqliteFullText.put(db, number, terms)
    }
    database.exec('commit')
  }
  await refreshExperts(
    db,
    made.flatMap(({ heard }) => heard.map(({ expert }) => expert)),
  )
  database.exec('pragma wal_checkpoint(truncate)')
  await db.destroy()
}
