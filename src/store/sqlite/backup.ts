import { existsSync } from 'node:fs'
import { backup, DatabaseSync } from 'node:sqlite'
import { Problem } from '#core/problem.ts'
import { isDamage, sqliteProblem } from './problems.ts'

/** As many as one step can be told to copy. */
const ALL_PAGES = 2 ** 31 - 1

/** SQLite's own online backup, in a thread of its own: a copy as of one moment. An existing file is left alone. */
export async function backupTo(file: string, copy: string): Promise<void> {
  if (existsSync(copy)) {
    throw new Problem(`There is already a file ${copy}.`, { hint: 'Give the backup a name that is not taken.' })
  }
  // A connection of its own, and all pages in one step: then nothing that is written meanwhile is in its way.
  const source = new DatabaseSync(file, { readOnly: true })
  try {
    await backup(source, copy, { rate: ALL_PAGES })
  } catch (error) {
    throw sqliteProblem(error, isDamage(error) ? file : copy)
  } finally {
    source.close()
  }
}
