import { mkdirSync, renameSync, rmSync, truncateSync } from 'node:fs'
import { dirname } from 'node:path'
import { backup, type DatabaseSync } from 'node:sqlite'
import { Problem } from '#core/problem.ts'
import { identityOf } from '../identity-of.ts'
import { stampFile } from './stamp.ts'
import { ALL_PAGES, whileUnfinished } from './unfinished.ts'

/**
 * An open database and its file. Whoever deletes that does not stop a process that has it open: it goes on writing into
 * a file without a name, and all of it is gone with the process.
 */
export interface HeldFile {
  database(): DatabaseSync
  /** Whether the file is still where it was opened, and the same, with what was written into it. */
  whereabouts(): Whereabouts
  /** Has it told from one that is copied over it. Whoever asks for it has the database alone. */
  stamp(): void
  /** Writes all there is in the place of the file that is gone, and goes on with that. */
  restore(): Promise<void>
  /** Leaves the name to the file that took its place, and writes all there is into another. */
  yieldTo(copy: string): Promise<void>
  /** Leaves the file to what was copied over it. Nothing can be read or written any more. */
  letGo(): void
  close(): void
}

/** What SQLite lays beside a database, by what it adds to the name. */
const BESIDE = ['-wal', '-shm']

type Whereabouts = 'there' | 'gone' | 'replaced' | 'overwritten'

export function holdFile(path: string, open: (path: string) => DatabaseSync): HeldFile {
  let database: DatabaseSync | undefined = open(path)
  let opened = identityOf(path)
  const log = `${path}-wal`
  /** Of the log that is ours, as it was seen last. */
  let logged: string | undefined
  let isLost = false
  const stamp = stampFile(path, () => current())

  const current = (): DatabaseSync => {
    if (isLost) throw overwritten()
    if (database === undefined) {
      database = open(path)
      opened = identityOf(path)
    }
    return database
  }
  const hasOurLog = (): boolean => logged !== undefined && identityOf(log) === logged
  const save = (copy: string): Promise<void> =>
    whileUnfinished(copy, async (unfinished) => {
      await backup(current(), unfinished, { rate: ALL_PAGES })
      renameSync(unfinished, copy)
    })

  return {
    database: current,
    whereabouts() {
      const found = identityOf(path)
      // One that is in memory alone was never there.
      if (opened === undefined || opened === found || opened === 'unknown' || found === 'unknown') {
        if (isLost || (opened !== undefined && found === opened && stamp.isGone())) return 'overwritten'
        logged = identityOf(log)
        return 'there'
      }
      return found === undefined ? 'gone' : 'replaced'
    },
    stamp() {
      if (opened !== undefined && identityOf(path) === opened) stamp.put()
    },
    async yieldTo(copy) {
      await save(copy)
      // Whoever opens the new file would take our log for its own, and read pages of both. SQLite leaves it there.
      if (hasOurLog()) for (const end of BESIDE) rmSync(path + end, { force: true })
    },
    letGo() {
      if (isLost) return
      isLost = true
      // As it closes, SQLite writes what is in its log into the file, over what is there now: an empty one ends that.
      if (hasOurLog()) truncateSync(log)
      database?.close()
      database = undefined
      stamp.close()
      if (hasOurLog()) for (const end of BESIDE) rmSync(path + end, { force: true })
    },
    async restore() {
      const saved = `${path}.saved`
      mkdirSync(dirname(path), { recursive: true })
      await save(saved)
      database?.close()
      database = undefined
      stamp.close()
      for (const end of BESIDE) rmSync(path + end, { force: true })
      renameSync(saved, path)
      current()
    },
    close() {
      database?.close()
      stamp.close()
    },
  }
}

const overwritten = (): Problem =>
  new Problem('The bot’s database was overwritten by another, and the bot closes.', {
    hint: 'Ask again once it is back.',
  })
