import type { SQLInputValue, StatementSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { HeldFile } from './held-file.ts'
import { isBusy } from './problems.ts'

/** Prepared statements kept; the store has about forty, lists of differing lengths make a few more. */
const MOST_STATEMENTS = 200
/** Between two tries to write where another process does. In milliseconds. */
const NAP = 20

export interface Manners {
  /** How long a write waits for another process, in milliseconds; reads and the rest of the program go on meanwhile. */
  readonly patience: number
  /** Turns what SQLite throws into what is thrown on. */
  translate(error: unknown): unknown
}

/** Kysely over Node's own SQLite. */
export const nodeSqlite = (file: Pick<HeldFile, 'database' | 'close'>, manners: Manners): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => driver(file, manners),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
})

function driver(file: Pick<HeldFile, 'database' | 'close'>, manners: Manners): Driver {
  const turns = queue()
  const connection = connect(file, turns, manners)
  const execute = (sql: string) => connection.executeQuery(CompiledQuery.raw(sql)).then(() => undefined)
  return {
    init: async () => {},
    // One connection: whoever is in a transaction has it alone, the others wait in line.
    async acquireConnection() {
      await turns.take()
      return connection
    },
    // "immediate": a transaction that begins by reading may be refused the lock later, and no timeout helps then.
    beginTransaction: () => execute('begin immediate'),
    commitTransaction: () => execute('commit'),
    async rollbackTransaction() {
      // A full disk or a broken page has SQLite roll back by itself; a second time would hide that error.
      if (file.database().isTransaction) await execute('rollback')
    },
    async releaseConnection() {
      turns.give()
    },
    async destroy() {
      file.close()
    },
  }
}

interface Prepared {
  readonly statement: StatementSync
  readonly returnsRows: boolean
  /** Since it was last looked at by whoever makes room. */
  uses: number
}

function connect(file: Pick<HeldFile, 'database'>, turns: Turns, { patience, translate }: Manners): DatabaseConnection {
  const statements = new Map<string, Prepared>()
  let preparedBy = file.database()
  const prepared = (sql: string): Prepared => {
    const database = file.database()
    if (database !== preparedBy) statements.clear()
    preparedBy = database
    const known = statements.get(sql)
    if (known !== undefined) {
      // Of a map the first is the oldest. Moving it back each time costs more than preparing one anew now and then.
      known.uses += 1
      return known
    }
    const statement = database.prepare(sql)
    const fresh = { statement, returnsRows: statement.columns().length > 0, uses: 0 }
    statements.set(sql, fresh)
    if (statements.size > MOST_STATEMENTS) forgetOne()
    return fresh
  }
  /** The oldest that nobody has asked for since it was looked at last. */
  const forgetOne = (): void => {
    for (const [sql, one] of statements) {
      statements.delete(sql)
      if (one.uses === 0) return
      statements.set(sql, { ...one, uses: 0 })
    }
  }
  const run = <Row>(query: CompiledQuery): QueryResult<Row> => {
    // Kysely's types hold columns and parameters to what the tables declare: numbers, strings and null.
    const parameters = query.parameters as readonly SQLInputValue[]
    const { statement, returnsRows } = prepared(query.sql)
    if (returnsRows) return { rows: statement.all(...parameters) as Row[] }
    const { changes, lastInsertRowid } = statement.run(...parameters)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }
  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      for (const begun = performance.now(); ; ) {
        try {
          return run<Row>(query)
        } catch (error) {
          // Within a transaction the lock is had already, and a turn given away would let others into it.
          const waits = isBusy(error) && !file.database().isTransaction && performance.now() - begun < patience
          if (!waits) throw translate(error)
        }
        turns.give()
        await sleep(NAP)
        await turns.take()
      }
    },
    async *streamQuery() {
      yield await Promise.reject(new Error('the store reads whole answers'))
    },
  }
}

type Turns = ReturnType<typeof queue>

function queue() {
  const waiting: (() => void)[] = []
  let taken = false
  return {
    async take(): Promise<void> {
      if (taken) await new Promise<void>((resolve) => waiting.push(resolve))
      taken = true
    },
    give(): void {
      const next = waiting.shift()
      if (next === undefined) taken = false
      else next()
    },
  }
}
