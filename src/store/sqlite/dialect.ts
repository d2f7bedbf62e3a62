import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
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

/** Prepared statements kept; the store has about forty, lists of differing lengths make a few more. */
const MOST_STATEMENTS = 200

/** Kysely over Node's own SQLite. `translate` turns what SQLite throws into what is thrown on. */
export const nodeSqlite = (database: DatabaseSync, translate: (error: unknown) => unknown): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => driver(database, translate),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
})

function driver(database: DatabaseSync, translate: (error: unknown) => unknown): Driver {
  const connection = connect(database, translate)
  const execute = (sql: string) => connection.executeQuery(CompiledQuery.raw(sql)).then(() => undefined)
  const turns = queue()
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
      if (database.isTransaction) await execute('rollback')
    },
    async releaseConnection() {
      turns.give()
    },
    async destroy() {
      database.close()
    },
  }
}

function connect(database: DatabaseSync, translate: (error: unknown) => unknown): DatabaseConnection {
  const statements = new Map<string, StatementSync>()
  const prepared = (sql: string): StatementSync => {
    const statement = statements.get(sql) ?? database.prepare(sql)
    statements.delete(sql)
    statements.set(sql, statement)
    const oldest = statements.keys().next()
    if (statements.size > MOST_STATEMENTS && !oldest.done) statements.delete(oldest.value)
    return statement
  }
  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      try {
        // Kysely's types hold columns and parameters to what the tables declare: numbers, strings and null.
        const parameters = query.parameters as readonly SQLInputValue[]
        const statement = prepared(query.sql)
        if (statement.columns().length > 0) return { rows: statement.all(...parameters) as Row[] }
        const { changes, lastInsertRowid } = statement.run(...parameters)
        return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
      } catch (error) {
        throw translate(error)
      }
    },
    async *streamQuery() {
      yield await Promise.reject(new Error('the store reads whole answers'))
    },
  }
}

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
