import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Problem } from '#core/problem.ts'
import { systemCode } from '#core/system-code.ts'
import { identityOf } from './identity-of.ts'
import { isBusy, sqliteProblem } from './sqlite/problems.ts'

export interface DataFolder {
  readonly path: string
  /** The file of the database in it. */
  readonly database: string
  /**
   * Takes it once more where its files were deleted meanwhile, for then a second bot could have it, too. False where one
   * has it. Throws `Problem` where nothing can be written there.
   */
  retake(): boolean
  /** Lets another bot have the folder. */
  release(): void
}

/** A lock that nobody refers to is collected as garbage, and the folder free, in the middle of a run. */
const held = new Set<DatabaseSync>()

/**
 * Makes the folder if need be and takes it for this process: one bot a folder, or both would answer. The lock is
 * an exclusive transaction on a file of its own; the kernel drops it with the process, so none is ever stale.
 * Throws `Problem`.
 */
export function openDataFolder(folder: string): DataFolder {
  const path = resolve(folder)
  makeFolder(path)
  const owner = join(path, 'running')
  const file = join(path, 'lock.db')
  let lock = takeLock(file, path, owner)
  let identity = identityOf(file)
  held.add(lock)
  sign(owner)
  return {
    path,
    database: join(path, 'onrecord.db'),
    retake() {
      const found = identityOf(file)
      if (found === identity || found === 'unknown') return true
      makeFolder(path)
      const another = takeOrSee(file, path, owner)
      if (another === undefined) return false
      held.delete(lock)
      lock.close()
      lock = another
      identity = identityOf(file)
      held.add(lock)
      sign(owner)
      return true
    },
    release() {
      if (signedBy(owner) === String(process.pid)) rmSync(owner, { force: true })
      held.delete(lock)
      lock.close()
    },
  }
}

/** Makes the folder of the database, where it is missing, without taking it. Throws `Problem`. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (error) {
    const code = systemCode(error)
    const reason = code === undefined ? '' : ` (${code})`
    throw new Problem(`The data folder ${path} cannot be made${reason}.`, {
      hint: 'Set DATA_DIR to a folder that the user that runs Onrecord may write to.',
      cause: error,
    })
  }
}

/** A courtesy to whoever comes second. The lock does not need it, so a full disk is no reason to stop here. */
function sign(owner: string): void {
  try {
    writeFileSync(owner, `${process.pid}\n`)
  } catch {
    rmSync(owner, { force: true })
  }
}

/** Undefined where another bot has it. */
function takeOrSee(file: string, path: string, owner: string): DatabaseSync | undefined {
  try {
    return takeLock(file, path, owner)
  } catch (error) {
    if (error instanceof Problem && isBusy(error.cause)) return undefined
    throw error
  }
}

function takeLock(file: string, path: string, owner: string): DatabaseSync {
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(file, { timeout: 0 })
    // Only a journal other than WAL gives an exclusive transaction the file to itself.
    lock.exec('begin exclusive')
    return lock
  } catch (error) {
    lock?.close()
    if (!isBusy(error)) throw sqliteProblem(error, file)
    throw new Problem(`Another Onrecord${processIn(owner)} is running with the data folder ${path}.`, {
      hint: 'Stop it first, or set DATA_DIR to another folder for this one.',
      cause: error,
    })
  }
}

function processIn(owner: string): string {
  const pid = signedBy(owner)
  return pid === undefined ? '' : ` (process ${pid})`
}

function signedBy(owner: string): string | undefined {
  try {
    return /^\d+$/.exec(readFileSync(owner, 'utf8').trim())?.[0]
  } catch {
    return undefined
  }
}
