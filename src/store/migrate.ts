import { Problem } from '#core/problem.ts'
import { discover } from '#discover.ts'
import type { Database, FullText } from './sql/tables.ts'

/** Where it left off before, if it did; what it answers then is how far it is now, and it is called again. */
export type Migration = (
  db: Database,
  fullText: FullText,
  from?: number,
) => Promise<void> | Promise<Unfinished | undefined>

/** One that goes through every article is committed piece by piece, so that a kill loses one piece. */
export interface Unfinished {
  /** Given to the next call. */
  readonly next: number
  readonly done: number
  readonly all: number
}

/** Told after each piece of a migration that takes long. */
export type Progress = (name: string, unfinished: Unfinished) => void

/** `0001-tables` and so on, found by folder; they only ever go forward. */
export const migrations = await discover<Migration>(new URL('migrations/', import.meta.url))

/**
 * Brings a database up to date: what is missing in one transaction, so that a crash leaves the old one and of two
 * processes that start at once the second finds nothing to do. A migration that is not finished at once ends the
 * transaction, and whoever opens the database next goes on with it; an older version of the program sees its name.
 */
export async function migrate(
  db: Database,
  fullText: FullText,
  options: { where: string; now: Date; known?: ReadonlyMap<string, Migration>; progress?: Progress },
): Promise<void> {
  const known = options.known ?? migrations
  const applied = await appliedTo(db)
  refuseNewer(applied, known, options.where)
  if (applied.size === known.size && (await unfinishedIn(db)) === undefined) return
  for (let under: Under | undefined; ; ) {
    under = await db.transaction().execute((tx) => step(tx, fullText, known, options))
    if (under === undefined) return
    options.progress?.(under.name, under.unfinished)
  }
}

interface Under {
  readonly name: string
  readonly unfinished: Unfinished
}

/** All that is missing, up to the first piece of one that is not finished with it. */
async function step(
  tx: Database,
  fullText: FullText,
  known: ReadonlyMap<string, Migration>,
  { where, now }: { readonly where: string; readonly now: Date },
): Promise<Under | undefined> {
  await tx.schema
    .createTable('migration')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('applied_at', 'bigint', (column) => column.notNull())
    .execute()
  const applied = await appliedTo(tx)
  refuseNewer(applied, known, where)
  const begun = await unfinishedIn(tx)
  for (const [name, apply] of known) {
    if (applied.has(name) && name !== begun?.name) continue
    const unfinished = (await apply(tx, fullText, begun?.name === name ? begun.next : undefined)) ?? undefined
    if (!applied.has(name)) await tx.insertInto('migration').values({ name, applied_at: now.getTime() }).execute()
    if (unfinished !== undefined) {
      await leaveOff(tx, name, unfinished.next)
      return { name, unfinished }
    }
    if (name === begun?.name) await tx.schema.dropTable('migration_begun').execute()
  }
  return undefined
}

async function leaveOff(tx: Database, name: string, next: number): Promise<void> {
  await tx.schema
    .createTable('migration_begun')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('next', 'bigint', (column) => column.notNull())
    .execute()
  await tx
    .insertInto('migration_begun')
    .values({ name, next })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ next }))
    .execute()
}

/** At most one: none is begun before the one before it is finished. */
async function unfinishedIn(db: Database): Promise<{ readonly name: string; readonly next: number } | undefined> {
  if (!(await hasTable(db, 'migration_begun'))) return undefined
  return db.selectFrom('migration_begun').selectAll().executeTakeFirst()
}

const hasTable = async (db: Database, table: string): Promise<boolean> =>
  (await db.introspection.getTables()).some(({ name }) => name === table)

async function appliedTo(db: Database): Promise<ReadonlySet<string>> {
  if (!(await hasTable(db, 'migration'))) return new Set()
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
