import type { DataFolder } from '#store/data-folder.ts'
import type { Secured, SqliteStore } from '#store/sqlite.ts'
import type { Log } from './platform.ts'

export interface DataGuard {
  /**
   * Looks whether everything is where it was, and puts back what can be put back. False where the bot must not go on.
   * Never throws.
   */
  look(): Promise<boolean>
  /** Settles when the bot must not go on with what it has open. */
  readonly lost: Promise<void>
}

/** Watches over the folder and the database of a bot that runs: the system tells nobody that they were deleted. */
export function guardData(
  folder: Pick<DataFolder, 'path' | 'retake'>,
  store: Pick<SqliteStore, 'secure'>,
  log: Log,
): DataGuard {
  const lost = Promise.withResolvers<void>()
  let looking: Promise<boolean> | undefined
  let isLost = false

  function lose(): void {
    isLost = true
    lost.resolve()
  }

  function tell(secured: Secured): void {
    switch (secured.kind) {
      case 'there':
        return
      case 'restored':
        log.error(
          { folder: folder.path },
          `The database in ${folder.path} was deleted or moved away while the bot ran. It was written there anew, with everything in it. To start with an empty one, stop the bot first.`,
        )
        return
      case 'replaced':
        log.error(
          { folder: folder.path, saved: secured.saved },
          `The database in ${folder.path} was replaced by another file while the bot ran. What was in it is saved as ${secured.saved}. The bot closes; started again, it goes on with the new one. Stop it before you restore a backup.`,
        )
        lose()
        return
      case 'overwritten':
        if (isLost) return
        log.error(
          { folder: folder.path },
          `The database in ${folder.path} was overwritten by another file while the bot ran, and what was in it is gone. The bot closes, and leaves the new one as it is; started again, it goes on with that. Stop it before you restore a backup.`,
        )
        lose()
    }
  }

  async function lookOnce(): Promise<void> {
    try {
      const isOurs = folder.retake()
      tell(await store.secure())
      if (isOurs) return
      log.error(
        { folder: folder.path },
        `The files in ${folder.path} were deleted while the bot ran, and another bot runs with that folder now. This one closes.`,
      )
      lose()
    } catch (error) {
      log.error(
        { error },
        `The database in ${folder.path} was deleted or replaced while the bot ran, and could not be saved. All that is in it is lost when the bot stops: make the folder one that it can write to. It tries again each minute.`,
      )
    }
  }

  return {
    look() {
      looking ??= lookOnce()
        .then(() => !isLost)
        .finally(() => {
          looking = undefined
        })
      return looking
    },
    lost: lost.promise,
  }
}
