import { existsSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { Problem } from '#core/problem.ts'
import { isDamage, isFull, sqliteProblem } from './problems.ts'
import { ALL_PAGES, whileUnfinished } from './unfinished.ts'

/**
 * Copies the database in `file` into the new file `copy`, as of one moment, by SQLite's own online backup in a thread
 * of its own; then the copy is read through. It has its name only when all of that is done: what is left of one that
 * broke off can neither pass for a backup nor be in the way of the next. Throws `Problem`.
 */
export async function backupTo(file: string, copy: string): Promise<void> {
  refuseTaken(copy)
  await whileUnfinished(copy, async (unfinished) => {
    await copyPages(file, unfinished, copy)
    const damage = damageIn(uri(unfinished, { immutable: '1' }))
    // Pages are copied as they are, so what is wrong in the copy was wrong before, unless the new disk is a bad one.
    if (damage !== undefined)
      throw damageIn(uri(file, { mode: 'rw' })) === undefined ? badDisk(copy, damage) : damaged(file, damage)
    refuseTaken(copy)
    rename(unfinished, copy)
  })
}

async function copyPages(file: string, unfinished: string, copy: string): Promise<void> {
  let source: DatabaseSync | undefined
  try {
    // A connection of its own, and all pages in one step: then nothing that is written meanwhile is in its way.
    source = new DatabaseSync(uri(file, { mode: 'rw' }))
    await backup(source, unfinished, { rate: ALL_PAGES })
  } catch (error) {
    if (isDamage(error)) throw damaged(file, error)
    throw source === undefined ? sqliteProblem(error, file) : unwritable(copy, error)
  } finally {
    source?.close()
  }
}

/** What is wrong with a database, or undefined where every page, row and index of it can be read and agrees. */
function damageIn(file: URL): unknown {
  const database = new DatabaseSync(file)
  try {
    const [row] = database.prepare('pragma integrity_check(1)').all()
    const found = row?.['integrity_check']
    return found === 'ok' ? undefined : new Error(String(found))
  } catch (error) {
    return error
  } finally {
    database.close()
  }
}

/**
 * How SQLite is to open it. `mode=rw` makes none where there is none, and takes away again what it has laid beside it,
 * as reading alone would not; `immutable=1` is for a file that nobody writes to, and lays nothing there.
 */
function uri(file: string, how: Readonly<Record<string, string>>): URL {
  const url = pathToFileURL(file)
  url.search = String(new URLSearchParams(how))
  return url
}

function rename(unfinished: string, copy: string): void {
  try {
    renameSync(unfinished, copy)
  } catch (error) {
    throw unwritable(copy, error)
  }
}

const damaged = (file: string, cause: unknown): Problem =>
  new Problem(`The database ${file} is damaged, so no backup was made of it.`, {
    hint: `Keep the backups you have. To restore one, stop Onrecord, move ${file} away together with the files that add -wal and -shm to its name, and put the backup in its place. What stands in the damaged file is still there: copy it with cp if you want to have it mended.`,
    cause,
  })

const badDisk = (copy: string, cause: unknown): Problem =>
  new Problem(`What was written to ${copy} could not be read again as it was written, so it was not kept.`, {
    hint: 'The database itself is whole. Check the disk that the backup was to go to, or give another one.',
    cause,
  })

const unwritable = (copy: string, cause: unknown): Problem =>
  isFull(cause)
    ? new Problem(`The disk that holds ${dirname(copy)} is full, so no backup was made.`, {
        hint: 'Nothing was left there, and the database is as it was. Free some space, or give a file on another disk.',
        cause,
      })
    : new Problem(`No backup can be written to ${copy}.`, {
        hint: 'Its folder must be one that whoever makes the backup may write to, on a disk that works.',
        cause,
      })

function refuseTaken(copy: string): void {
  if (existsSync(copy)) {
    if (statSync(copy).isDirectory()) {
      throw new Problem(`${copy} is a folder.`, { hint: 'Name the file in it that the backup is to be written to.' })
    }
    throw new Problem(`There is already a file ${copy}.`, { hint: 'Give the backup a name that is not taken.' })
  }
  if (existsSync(dirname(copy)) && statSync(dirname(copy)).isDirectory()) return
  throw new Problem(`There is no folder ${dirname(copy)}.`, { hint: 'Make it first, or name a file in one there is.' })
}
