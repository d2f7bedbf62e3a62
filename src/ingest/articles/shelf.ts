import type { Article } from '#core/article.ts'
import type { FoundFile } from './list-article-files.ts'

interface Place {
  /** The stamp that was read; empty when the file should be read again whatever it says. */
  stamp: string
  /** The stamp at the last look. A file is read when two looks agree: until then somebody is writing it. */
  seen: string
  /** The article that this file gave and that is in use. */
  id?: string
  /** The article it would have given, had another file not given it first. */
  doubleOf?: string
  until?: Date | undefined
  /** Not found at the last look. */
  missing?: boolean
}

/** Which file gave which article: what to read again, and what is gone. Does no I/O. */
export interface Shelf {
  /** `wait`: changed, and perhaps not wholly written. */
  wants(file: FoundFile, now: Date): 'read' | 'wait' | 'no'
  /** Before files are read again: their ids are free, so that two files may swap theirs. */
  lift(files: readonly FoundFile[]): void
  /** Undefined when the article has its place, else the path of the file that gave it first. */
  put(file: FoundFile, article: Article): string | undefined
  /** The file cannot be read as it is: what it gave before stays. True when there is such a thing. */
  keep(file: FoundFile, options: { again: boolean; until?: Date | undefined }): boolean
  /**
   * Forgets files that two looks in a row did not find: one that is being renamed or replaced is back at
   * the second. True when some are missing for the first time.
   */
  drop(isGone: (path: string) => boolean): boolean
  /** Files shut out by another that has gone since. */
  freed(files: readonly FoundFile[]): readonly FoundFile[]
  /** The articles could not be handed on: their files are to be read again. */
  reread(ids: readonly string[]): void
  /** Ids that were in use and that no file gives any longer. */
  gone(): readonly string[]
  forget(ids: readonly string[]): void
  ids(): ReadonlySet<string>
}

/** `hasty` says whether a file is read at the first look: true while the bot starts. */
export function createShelf(hasty: () => boolean): Shelf {
  const places = new Map<string, Place>()
  const owners = new Map<string, string>()
  const orphans = new Set<string>()

  const release = (path: string, place: Place): void => {
    if (place.id === undefined || owners.get(place.id) !== path) return
    owners.delete(place.id)
    orphans.add(place.id)
  }
  const own = (id: string, path: string): void => {
    owners.set(id, path)
    orphans.delete(id)
  }

  return {
    wants(file, now) {
      const place = places.get(file.path)
      if (place?.stamp === file.stamp) return place.until !== undefined && place.until <= now ? 'read' : 'no'
      if (hasty() || place?.seen === file.stamp) return 'read'
      if (place) place.seen = file.stamp
      else places.set(file.path, { stamp: '', seen: file.stamp })
      return 'wait'
    },
    lift(files) {
      for (const { path } of files) {
        const place = places.get(path)
        if (place) release(path, place)
      }
    },
    put({ path, stamp }, article) {
      const owner = owners.get(article.id)
      if (owner !== undefined && owner !== path) {
        places.set(path, { stamp, seen: stamp, doubleOf: article.id })
        return owner
      }
      own(article.id, path)
      places.set(path, { stamp, seen: stamp, id: article.id })
      return undefined
    },
    keep({ path, stamp }, { again, until }) {
      const id = places.get(path)?.id
      const isFree = id !== undefined && !owners.has(id)
      if (isFree) own(id, path)
      places.set(path, { stamp: again ? '' : stamp, seen: stamp, until, ...(isFree && { id }) })
      return isFree
    },
    drop(isGone) {
      let waiting = false
      for (const [path, place] of places) {
        const wasMissing = place.missing
        place.missing = isGone(path)
        if (!place.missing) continue
        if (wasMissing) {
          release(path, place)
          places.delete(path)
        }
        waiting ||= !wasMissing
      }
      return waiting
    },
    freed(files) {
      return files.filter(({ path }) => {
        const id = places.get(path)?.doubleOf
        return id !== undefined && !owners.has(id)
      })
    },
    reread(ids) {
      for (const id of ids) {
        const place = places.get(owners.get(id) ?? '')
        if (place) place.stamp = ''
      }
    },
    gone: () => [...orphans],
    forget(ids) {
      for (const id of ids) orphans.delete(id)
    },
    ids: () => new Set(owners.keys()),
  }
}
