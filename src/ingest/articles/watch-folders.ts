import { type FSWatcher, watch } from 'node:fs'
import { basename } from 'node:path'

export interface FolderWatch {
  /** Watches exactly these folders from now on, not what is below them. */
  set(folders: readonly string[]): { readonly grown: boolean; readonly complete: boolean }
  close(): void
}

/**
 * Tells that something in some folder changed, not what: events are lost and doubled on every system, so
 * what changed is found by looking. One watcher a folder, because the recursive kind of Linux is emulated
 * in Node and misses files that are made together with their folder.
 */
export function watchFolders(onEvent: () => void): FolderWatch {
  const watchers = new Map<string, FSWatcher>()
  const drop = (folder: string): void => {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }
  const add = (folder: string): void => {
    // Not persistent: waiting for files is no reason for the process to stay.
    const watcher = watch(folder, { persistent: false }, (_, name) => {
      // A folder that is removed names itself, and its watcher is deaf from then on, even if it is made again.
      if (name === basename(folder)) drop(folder)
      onEvent()
    })
    watcher.on('error', () => {
      drop(folder)
      onEvent()
    })
    watchers.set(folder, watcher)
  }
  return {
    set(folders) {
      const wanted = new Set(folders)
      for (const folder of watchers.keys()) if (!wanted.has(folder)) drop(folder)
      let grown = false
      let complete = true
      for (const folder of wanted) {
        if (watchers.has(folder)) continue
        try {
          add(folder)
          grown = true
        } catch {
          // No watches left, or a file system that has none: the slow look finds the changes.
          complete = false
        }
      }
      return { grown, complete }
    },
    close() {
      for (const folder of [...watchers.keys()]) drop(folder)
    },
  }
}
