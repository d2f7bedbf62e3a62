import { Outage, Problem } from '#core/problem.ts'

/** SQLite's primary result codes, https://sqlite.org/rescode.html */
const BUSY = 5
const READONLY = 8
const IOERR = 10
const CORRUPT = 11
const FULL = 13
const CANTOPEN = 14
const NOTADB = 26

/** Where nobody who asks can do anything but wait. */
const IN_LOG = 'Whoever runs it finds in its log what to do.'

/** What SQLite throws, as a sentence that says what to do; anything that nobody can mend stays as it is. */
export function sqliteProblem(error: unknown, file: string): unknown {
  switch (primaryCode(error)) {
    case BUSY:
      return new Outage(`The database ${file} is locked by another program.`, {
        hint: 'Nothing was changed. Stop the other program, or wait until it is done, and try again.',
        inChat: new Problem('Another program keeps the bot from its own database at the moment. Nothing was changed.', {
          hint: `Try again in a minute. If this goes on: ${IN_LOG}`,
        }),
        cause: error,
      })
    case READONLY:
      return new Outage(`The database ${file} cannot be written: the file or its folder is read-only.`, {
        hint: 'Let the user that runs Onrecord write to the folder and the files in it, or set DATA_DIR to another folder.',
        inChat: new Problem('The bot may not write to its own database, so this could not be stored.', {
          hint: IN_LOG,
        }),
        cause: error,
      })
    case FULL:
      return new Outage(`The disk that holds ${file} is full, so this could not be stored.`, {
        hint: 'What was stored before is safe. Free some space and try again.',
        inChat: new Problem('The disk that the bot stores everything on is full, so this could not be stored.', {
          hint: 'What was stored before is safe. Whoever runs the bot has to free some space; then ask again.',
        }),
        cause: error,
      })
    case CANTOPEN:
      return new Outage(`The database ${file} cannot be opened.`, {
        hint: 'It must be a file, in a folder that the user that runs Onrecord may read and write.',
        inChat: new Problem('The bot cannot open its own database.', { hint: IN_LOG }),
        cause: error,
      })
    case IOERR:
      return new Outage(`The disk that holds ${file} failed while it was read or written.`, {
        hint: 'Check the disk and the space left on it. What was stored before is as the disk has kept it.',
        inChat: new Problem('The disk that the bot stores everything on failed while it was read or written.', {
          hint: IN_LOG,
        }),
        cause: error,
      })
    case CORRUPT:
    case NOTADB:
      return new Outage(`The database ${file} is damaged, or is no SQLite database.`, {
        hint: `It was left as it is. To restore a backup, stop Onrecord, move ${file} away together with the files that add -wal and -shm to its name, and put the backup in its place. Without a backup, move it away all the same: Onrecord starts with an empty one.`,
        inChat: new Problem('The bot’s database is damaged, so this could not be read or stored.', { hint: IN_LOG }),
        cause: error,
      })
    default:
      return error
  }
}

/** Whether another process holds the lock. */
export const isBusy = (error: unknown): boolean => primaryCode(error) === BUSY

/** Whether what is wrong is in the file that was read. */
export const isDamage = (error: unknown): boolean => [CORRUPT, NOTADB].includes(primaryCode(error) ?? 0)

/** Whether there was no space left to write to. */
export const isFull = (error: unknown): boolean => primaryCode(error) === FULL

function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined
  return error.errcode & 0xff
}
