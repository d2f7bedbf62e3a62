import { sep } from 'node:path'
import type { Article } from '#core/article.ts'
import { Problem } from '#core/problem.ts'
import { ArticleFault } from './article-fault.ts'
import { createComplaints } from './complaints.ts'
import { codeOf, type Found, type FoundFile, listArticleFiles } from './list-article-files.ts'
import { type ArticleFile, readArticleFile } from './read-article.ts'
import { readFileBytes, whyUnreadable } from './read-file.ts'
import { createShelf } from './shelf.ts'
import { watchFolders } from './watch-folders.ts'

export interface ArticleChanges {
  /** New and changed ones; one with an id known before takes the old one's place. */
  readonly added: readonly Article[]
  /** Ids of articles that no file gives any longer. */
  readonly removed: readonly string[]
  /** Ids of those added that come with the bot, by what their files say, though they are no samples. */
  readonly shipped: ReadonlySet<string>
}

export interface WatchOptions {
  now(): Date
  /** Awaited, one call at a time. When it throws, the same changes are tried again at the next look. */
  onChange(changes: ArticleChanges): void | Promise<void>
  /** Once for each fault, until it changes; what many files have in common, once. The message has a line for each thing to mend. */
  onFault(fault: Problem): void
  /** Milliseconds between two looks at a file that changes; and between looks when nothing was heard of. */
  readonly settle?: number
  readonly poll?: number
}

export interface ArticleWatch {
  /** Every file was looked at once; the ids of the articles in use. Rejects only on a bug. */
  readonly ready: Promise<ReadonlySet<string>>
  close(): Promise<void>
}

/** Files open at once, and articles handed on at once: what bounds the memory of a start with 10,000 files. */
const READ_AT_ONCE = 8
const HAND_ON_AT_ONCE = 64
const HAND_ON_CHARACTERS = 4_000_000

/**
 * Reads all article files in these folders and below, and keeps reading what is added, changed or removed.
 * One bad file never keeps the others away. A folder that is missing is told once and read when it appears.
 */
export function watchArticles(folders: readonly string[], options: WatchOptions): ArticleWatch {
  const { now, onChange, settle = 200, poll = 30_000 } = options
  let closed = false
  let starting = true
  let soon: NodeJS.Timeout | undefined
  let later: NodeJS.Timeout | undefined
  const shelf = createShelf(() => starting)
  const complaints = createComplaints(options.onFault)
  const { tell } = complaints
  const shipped = new Set<string>()
  const watched = watchFolders(() => lookSoon())

  const handOn = async (added: readonly Article[], removed: readonly string[]): Promise<void> => {
    if (added.length === 0 && removed.length === 0) return
    try {
      await onChange({ added, removed, shipped: new Set(added.flatMap(({ id }) => (shipped.has(id) ? [id] : []))) })
      shelf.forget(removed)
      complaints.clear('')
    } catch (cause) {
      shelf.reread(added.map(({ id }) => id))
      const why = cause instanceof Problem ? ` ${cause.message}` : ''
      const hint = cause instanceof Problem ? cause.hint : undefined
      const options = { ...(hint !== undefined && { hint }), cause }
      tell('', new Problem(`Articles were read and could not be stored.${why} They are tried again soon.`, options))
    }
  }

  const take = async (files: readonly FoundFile[]): Promise<void> => {
    shelf.lift(files)
    let added: Article[] = []
    for (let at = 0; at < files.length && !closed; at += READ_AT_ONCE) {
      const group = files.slice(at, at + READ_AT_ONCE)
      const results = await Promise.all(group.map((file) => read(file, now())))
      group.forEach((file, index) => {
        const result = results[index]
        if (result instanceof ArticleFault) refuse(file, result)
        else if (result !== undefined && accept(file, result.article)) {
          added.push(result.article)
          if (result.shipped) shipped.add(result.article.id)
          else shipped.delete(result.article.id)
        }
      })
      const characters = added.reduce((sum, { text }) => sum + text.length, 0)
      if (added.length < HAND_ON_AT_ONCE && characters < HAND_ON_CHARACTERS) continue
      await handOn(added, [])
      added = []
    }
    await handOn(added, [])
  }
  const accept = (file: FoundFile, article: Article): boolean => {
    const owner = shelf.put(file, article)
    if (owner === undefined) {
      complaints.clear(file.path)
      return true
    }
    const same = article.url === undefined ? 'outlet, title and date' : 'url'
    const reason = `it has the same ${same} as ${owner}, so only that one is used. Change or remove one of the two.`
    tell(file.path, new ArticleFault(file.path, [{ reason }]))
    return false
  }
  const refuse = (file: FoundFile, fault: ArticleFault): void => {
    const stays = shelf.keep(file, { again: fault.passing, until: fault.until })
    const message = stays ? `${fault.message}\n${file.path}: what was read before stays in use.` : fault.message
    tell(file.path, new Problem(message, { cause: fault.cause }))
  }

  const look = async (): Promise<void> => {
    const found = await listArticleFiles(folders)
    if (closed) return
    const { grown, complete } = watched.set(found.folders)
    for (const { path, code } of found.unreadable) tell(path, new ArticleFault(path, [{ reason: whyUnreadable(code) }]))
    const missing = forgetMissing(found)
    const wants = found.files.map((file) => ({ file, want: shelf.wants(file, now()) }))
    await take(wants.flatMap(({ file, want }) => (want === 'read' ? [file] : [])))
    await take(shelf.freed(found.files))
    if (!closed) await handOn([], shelf.gone())
    complaints.sum()
    // What was made in a folder before its watcher was heard by nobody.
    if (grown || missing || wants.some(({ want }) => want === 'wait')) lookSoon()
    const isWell = complete && found.unreadable.length === 0 && !complaints.has('')
    lookLater(isWell ? poll : poll / 6)
  }
  const forgetMissing = (found: Found): boolean => {
    const there = new Set(found.files.map(({ path }) => path))
    // What cannot be looked at now is not gone: a share that is away for a minute loses nothing.
    const hidden = found.unreadable.filter(({ code }) => code !== 'ENOENT').map(({ path }) => path)
    const isHidden = (path: string): boolean => hidden.some((at) => path === at || path.startsWith(at + sep))
    const waiting = shelf.drop((path) => !there.has(path) && !isHidden(path))
    const troubled = new Set(found.unreadable.map(({ path }) => path))
    for (const path of complaints.paths())
      if (path !== '' && !there.has(path) && !troubled.has(path)) complaints.clear(path)
    return waiting
  }

  // Looks never overlap: each waits for the one before.
  let looks: Promise<void> = Promise.resolve()
  const lookAgain = (): void => {
    looks = looks.then(async () => {
      try {
        if (!closed) await look()
      } catch (cause) {
        tell(
          '',
          new Problem('The article folders could not be looked through. It is tried again soon.', {
            hint: 'Check that the folders of CONTENT_DIR are there, and that the user that runs this may read them.',
            cause,
          }),
        )
        lookLater(poll)
      }
    })
  }
  // The first event counts, not the last: a copy that takes an hour is read as it goes.
  const lookSoon = (): void => {
    if (closed || soon !== undefined) return
    soon = setTimeout(() => {
      soon = undefined
      lookAgain()
    }, settle).unref()
  }
  const lookLater = (milliseconds: number): void => {
    clearTimeout(later)
    if (!closed) later = setTimeout(lookAgain, milliseconds).unref()
  }

  const ready = look().then(() => {
    starting = false
    return shelf.ids()
  })
  looks = ready.then(
    () => {},
    () => {},
  )
  return {
    ready,
    async close() {
      closed = true
      clearTimeout(soon)
      clearTimeout(later)
      watched.close()
      await looks
    },
  }
}

/** Undefined when the file went away meanwhile. */
async function read(file: FoundFile, now: Date): Promise<ArticleFile | ArticleFault | undefined> {
  try {
    return readArticleFile(await readFileBytes(file), file.path, now, file.modified)
  } catch (error) {
    if (!(error instanceof ArticleFault)) throw error
    return codeOf(error.cause) === 'ENOENT' ? undefined : error
  }
}
