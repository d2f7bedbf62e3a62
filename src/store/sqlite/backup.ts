import { existsSync } from 'node:fs'
import { backup, type DatabaseSync } from 'node:sqlite'
import { Problem } from '#core/problem.ts'
import { sqliteProblem } from './problems.ts'

/** SQLite's own online backup: a copy as of one moment. An existing file is left alone. */
export async function backupTo(database: DatabaseSync, path: string): Promise<void> {
  if (existsSync(path)) {
    throw new Problem(`There is already a file ${path}.`, { hint: 'Give the backup a name that is not taken.' })
  }
  try {
    await backup(database, path, { rate: 1000 })
  } catch (error) {
    throw sqliteProblem(error, path)
  }
}
