import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import type { Store } from '#core/ports/store.ts'
import { Outage, Problem } from '#core/problem.ts'
import { type Migration, migrate, type Progress } from './migrate.ts'
import { sqlArchive } from './sql/archive.ts'
import { sqlLedger } from './sql/ledger.ts'
import { sqlLibrary } from './sql/library.ts'
import { sqlMemo } from './sql/memo.ts'
import { sqlReadings } from './sql/readings.ts'
import { sqlSources } from './sql/sources.ts'
import { sqlSubscriptions } from './sql/subscriptions.ts'
import type { Tables } from './sql/tables.ts'
import { nodeSqlite } from './sqlite/dialect.ts'
import { sqliteFullText } from './sqlite/full-text.ts'
import { holdFile } from './sqlite/held-file.ts'
import { sqliteProblem } from './sqlite/problems.ts'
import { sqliteRelaxed } from './sqlite/relaxed.ts'

/** How long opening, and then each write, waits for another process. Only the first waits on the main thread. */
const BUSY_TIMEOUT_MS = 3000

/** Pages kept in memory: what a search goes through of a large index; SQLite's own 2 MB hold a part of one shelf. */
const CACHE_KIB = 32_768

/**
 * Pages written before they are moved from the log into the database: with four times SQLite's own 1,000 a page that
 * hundreds of visits change is moved once, and the disk is waited for less often. The log grows to 16 MB.
 */
const CHECKPOINT_PAGES = 4000

/** What whoever opens it wants to hear of meanwhile. */
export interface StoreHooks {
  readonly progress?: Progress
  /** Something could not be read or written, once for each time. While it is being opened, that is thrown only. */
  onOutage?(outage: Outage): void
}

/**
 * `replaced`: another file has its name; what was in the one that is still open is in `saved`. `overwritten`: it has the
 * name and other contents, and what was in it is gone.
 */
export type Secured =
  | { readonly kind: 'there' }
  | { readonly kind: 'restored' }
  | { readonly kind: 'replaced'; readonly saved: string }
  | { readonly kind: 'overwritten' }

export interface SqliteStore extends Store {
  /**
   * Looks whether the file is still there. One that was deleted is written anew, with all that is in it, and used from
   * then on; one that was replaced or overwritten is left alone. Throws where nothing can be written there; nothing is lost by that yet.
   */
  secure(): Promise<Secured>
}

/** Opens the database in a file and brings it up to date. Throws `Problem`. */
export async function openSqlite(
  path: string,
  options: StoreHooks & {
    clock?: () => Date
    migrations?: ReadonlyMap<string, Migration>
    busyTimeout?: number
  } = {},
): Promise<SqliteStore> {
  const clock = options.clock ?? (() => new Date())
  const patience = options.busyTimeout ?? BUSY_TIMEOUT_MS
  const file = holdFile(path, (name) => openDatabase(name, patience))
  let opened = false
  const translate = (error: unknown): unknown => {
    const problem = sqliteProblem(error, path)
    // Here, and not where it is caught: whoever asks may be a button, a feed or a clock, and all of them would have to.
    if (opened && problem instanceof Outage) options.onOutage?.(problem)
    return problem
  }
  const manners = { patience, translate }
  const db = new Kysely<Tables>({ dialect: nodeSqlite(file, manners) })
  try {
    const { migrations: known, progress } = options
    const more = { ...(known && { known }), ...(progress && { progress }) }
    await migrate(db, sqliteFullText, { where: path, now: clock(), ...more })
  } catch (error) {
    await db.destroy()
    throw error
  }
  opened = true
  file.whereabouts()
  return {
    library: sqlLibrary(db, sqliteFullText, sqliteRelaxed, clock),
    subscriptions: sqlSubscriptions(db),
    ledger: sqlLedger(db),
    sources: sqlSources(db),
    archive: sqlArchive(db, sqliteFullText, sqliteRelaxed),
    memo: sqlMemo(db),
    readings: sqlReadings(db),
    async secure() {
      // Whoever has the connection has the database alone.
      return db.connection().execute(async (): Promise<Secured> => {
        switch (file.whereabouts()) {
          case 'there':
            file.stamp()
            return { kind: 'there' }
          case 'overwritten':
            file.letGo()
            return { kind: 'overwritten' }
          case 'gone':
            await file.restore()
            return { kind: 'restored' }
          case 'replaced': {
            const saved = `${path}.replaced-${clock().toISOString().replaceAll(':', '-')}`
            await file.yieldTo(saved)
            return { kind: 'replaced', saved }
          }
        }
      })
    },
    close: () => db.destroy(),
  }
}

function openDatabase(path: string, busyTimeout: number): DatabaseSync {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path, { timeout: busyTimeout, enableForeignKeyConstraints: true })
    refuseForeign(database, path)
    // Changing the journal's mode takes a lock, so the timeout comes first.
    database.exec(`pragma busy_timeout = ${busyTimeout}`)
    database.exec('pragma journal_mode = wal')
    // "full" writes through to the disk at each commit: a promised slot and a sent part outlive a power cut.
    database.exec('pragma synchronous = full')
    database.exec(`pragma cache_size = ${-CACHE_KIB}`)
    database.exec(`pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
    database.exec('pragma foreign_keys = on')
    // From here on whoever finds the lock taken waits without holding up the process: sqlite/dialect.ts.
    database.exec('pragma busy_timeout = 0')
    return database
  } catch (error) {
    database?.close()
    throw sqliteProblem(error, path)
  }
}

/** A database of another program must not get our tables, nor another journal. Throws `Problem`. */
function refuseForeign(database: DatabaseSync, path: string): void {
  const rows = database
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
    .all()
  const names = rows.map(({ name }) => String(name))
  if (names.length === 0 || names.includes('migration')) return
  throw new Problem(
    `The database ${path} is another program’s: it has the tables ${names.slice(0, 3).join(', ')}${names.length > 3 ? ' and more' : ''}.`,
    {
      hint: 'Nothing was changed. Set DATA_DIR to a folder of its own, or move that file away.',
    },
  )
}
