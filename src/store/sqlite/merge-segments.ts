import { sql } from 'kysely'
import type { Database } from '../sql/tables.ts'

/** Not worth writing everything anew for: an article that changes adds one. */
const FEW_SEGMENTS = 4
/** Pages written at once: two milliseconds. */
const PAGES = 16

/**
 * FTS5 looks a word up in each of the segments that its index was written in, and a table that was filled article by
 * article has ten to twenty. Writes a piece of the one that they become, in the first of these tables that has many;
 * false where none has. For tables that hardly anything comes to any more: the others are written to all the time.
 */
export async function mergePiece(db: Database, tables: readonly string[]): Promise<boolean> {
  for (const table of tables) {
    if ((await segmentsOf(db, table)) <= FEW_SEGMENTS) continue
    // Below zero it is all of them that become one. What is begun stands there, and the next piece goes on with it.
    const before = await changesOf(db)
    await sql`insert into ${sql.table(table)} (${sql.ref(table)}, rank) values ('merge', ${-PAGES})`.execute(db)
    if ((await changesOf(db)) - before >= MERGED) return true
  }
  return false
}

/** So many changes at least are there where a piece was written, as SQLite's notes on FTS5 have it; else nothing is left to do. */
const MERGED = 2

async function changesOf(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select total_changes() as count`.execute(db)
  return rows[0]!.count
}

async function segmentsOf(db: Database, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(distinct segid) as count
    from ${sql.table(`${table}_idx`)}`.execute(db)
  return rows[0]!.count
}
