import { randomInt } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'

/** Where a file of SQLite's has `user_version`, which is for whoever uses it: https://sqlite.org/fileformat2.html */
const STAMP_AT = 60

/**
 * A number that no other file has, written into an open one: where another is copied over it the name and the inode stay,
 * and SQLite goes on with the pages that it has read.
 */
export interface Stamp {
  /** Writes it, where it is not there yet. Nobody may be in a transaction; where it cannot be written now, a later call may. */
  put(): void
  /** Whether the file had it and has it no more. */
  isGone(): boolean
  close(): void
}

export function stampFile(path: string, database: () => DatabaseSync): Stamp {
  // Open as long as the database is: whoever closes a file lets go of all locks that the process has on it, SQLite's too.
  let file: number | undefined
  const stamp = randomInt(1, 2 ** 31)
  let wasThere = false

  function isThere(): boolean {
    file ??= openSync(path, 'r')
    const found = Buffer.alloc(4)
    readSync(file, found, 0, found.length, STAMP_AT)
    return found.readUInt32BE() === stamp
  }

  return {
    put() {
      if (wasThere) return
      try {
        database().exec(`pragma user_version = ${stamp}`)
        database().exec('pragma wal_checkpoint(passive)')
        wasThere = isThere()
      } catch {
        // Somebody else is writing, or the disk is full, which is told of where something was to be stored.
      }
    },
    isGone() {
      if (!wasThere) return false
      try {
        return !isThere()
      } catch {
        // What cannot be looked at now is no reason to close.
        return false
      }
    },
    close() {
      if (file !== undefined) closeSync(file)
      file = undefined
    },
  }
}
