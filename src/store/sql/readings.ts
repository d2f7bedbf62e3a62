import { createHash } from 'node:crypto'
import { KEPT_READINGS_DAYS, type Readings } from '#core/ports/readings.ts'
import { inChunks } from './chunks.ts'
import type { Database } from './tables.ts'

const KEPT = KEPT_READINGS_DAYS * 24 * 60 * 60 * 1000

/** A digest of both: the table is no list of who read what, and answers only whoever asks about one reader and one article. */
const keyOf = (reader: string, article: string): string =>
  createHash('sha256')
    .update(JSON.stringify([reader, article]))
    .digest('base64url')

export const sqlReadings = (db: Database): Readings => ({
  async of(reader, articles) {
    const byKey = new Map(articles.map((article) => [keyOf(reader, article), article]))
    const rows = await inChunks([...byKey.keys()], (keys) =>
      db.selectFrom('reading').selectAll().where('key', 'in', keys).execute(),
    )
    return new Map(rows.flat().map(({ key, read_at }) => [byKey.get(key)!, new Date(read_at)]))
  },
  async record(reader, articles, now) {
    const read_at = now.getTime()
    await db.transaction().execute(async (tx) => {
      await tx
        .deleteFrom('reading')
        .where('read_at', '<', read_at - KEPT)
        .execute()
      await inChunks([...new Set(articles)], (some) =>
        tx
          .insertInto('reading')
          .values(some.map((article) => ({ key: keyOf(reader, article), read_at })))
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ read_at }))
          .execute(),
      )
    })
  },
})
