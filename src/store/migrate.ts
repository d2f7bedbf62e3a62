import { Problem } from '#core/problem.ts'
import { discover } from '#discover.ts'
import type { Database, FullText } from './sql/tables.ts'

export type Migration = (db: Database, fullText: FullText) => Promise<void>

/** `0001-tables` and so on, found by folder; they only ever go forward. */
export const migrations = await discover<Migration>(new URL('migrations/', import.meta.url))

/**
 * Brings a database up to date: all that is missing in one transaction, so that a crash leaves the old one and
 * of two processes that start at once the second finds nothing to do.
 */
export async function migrate(
  db: Database,
  fullText: FullText,
  options: { where: string; now: Date; known?: ReadonlyMap<string, Migration> },
): Promise<void> {
  const known = options.known ?? migrations
  const applied = await appliedTo(db)
  refuseNewer(applied, known, options.where)
  if (applied.size === known.size) return
  await db.transaction().execute(async (tx) => {
    await tx.schema
      .createTable('migration')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey().notNull())
      .addColumn('applied_at', 'bigint', (column) => column.notNull())
      .execute()
    const done = await appliedTo(tx)
    refuseNewer(done, known, options.where)
    for (const [name, apply] of known) {
      if (done.has(name)) continue
      await apply(tx, fullText)
      await tx.insertInto('migration').values({ name, applied_at: options.now.getTime() }).execute()
    }
  })
}

async function appliedTo(db: Database): Promise<ReadonlySet<string>> {
  const tables = await db.introspection.getTables()
  if (!tables.some(({ name }) => name === 'migration')) return new Set()
  const rows = await db.selectFrom('migration').select('name').execute()
  return new Set(rows.map(({ name }) => name))
}

function refuseNewer(applied: ReadonlySet<string>, known: ReadonlyMap<string, unknown>, where: string): void {
  const unknown = [...applied].filter((name) => !known.has(name))
  if (unknown.length === 0) return
  throw new Problem(
    `The database ${where} was written by a newer version of Onrecord (it has ${unknown.join(', ')}, which this one does not know).`,
    { hint: 'Nothing was changed. Run the newer version, or start this one with another DATA_DIR or an older backup.' },
  )
}
