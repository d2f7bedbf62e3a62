import { sql } from 'kysely'
import type { Relaxed } from '../sql/tables.ts'

/** Within a WAL, "normal" loses no consistency; see docs/decisions/0081. */
export const sqliteRelaxed: Relaxed = (db, work) =>
  db.connection().execute(async (own) => {
    await sql`pragma synchronous = normal`.execute(own)
    try {
      return await own.transaction().execute(work)
    } finally {
      await sql`pragma synchronous = full`.execute(own)
    }
  })
