import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import type { Analysis } from '#core/analysis.ts'
import type { Article } from '#core/article.ts'
import type { Entry, Library } from '#core/ports/library.ts'
import type { Memo } from '#core/ports/memo.ts'
import { Outage, Problem } from '#core/problem.ts'
import { createSamples, NO_CHANGES } from './articles/samples.ts'
import { type ArticleChanges, type ArticleWatch, watchArticles } from './articles/watch-articles.ts'

/** Under which the ids of the articles that files gave are kept, to notice what was deleted while nobody ran. */
const KEPT = 'articles from files'

/** Under which it is kept whether the samples have made way. */
const AWAY = 'samples have made way'

export interface Keeping {
  readonly folders: readonly string[]
  readonly library: Library
  readonly memo: Memo
  analyze(article: Article): Promise<Analysis>
  /** Version of `analyze`: stored analyses of another are made again. */
  readonly engine: string
  now(): Date
  /** Whether there are articles of one's own that came from no file. */
  hasOthers(): Promise<boolean>
  onFault(fault: Problem): void
  /** The samples have made way for articles of one's own; or, false, they are back. */
  onSamples(away: boolean): void
}

export interface KeptLibrary extends ArticleWatch {
  /** Why the articles read last are not in the library; undefined where they are. */
  unstored(): Problem | undefined
  /** Has the samples make way if there are articles of one's own by now that came from no file. */
  othersCame(): Promise<void>
}

/** Between two tries to bring the library up to date, in milliseconds: doubled from the first to the last. */
const FIRST_WAIT = 1000
const LONGEST_WAIT = 60_000

/**
 * Keeps the library in step with folders of article files: what is read there is analysed once and stored. `ready`
 * rejects when the store cannot take it at first; that is tried again until it can. Nothing is written after `close`.
 */
export function keepLibrary(keeping: Keeping): KeptLibrary {
  const { folders, library, memo, now, onFault } = keeping
  let unstored: Problem | undefined
  const samples = createSamples()
  /** Until every file was looked at, what held when the last bot closed holds. */
  let starting = true
  const wereAway = async (): Promise<boolean> => (await memo.get(AWAY)) === 'yes'
  const settle = async (changes: ArticleChanges): Promise<void> => {
    const others = (starting && (await wereAway())) || (await keeping.hasOthers())
    await samples.settle(changes, others, (some) => store(some, keeping))
    const away = samples.away()
    if (starting || away === undefined || away === (await wereAway())) return
    await memo.set(AWAY, away ? 'yes' : 'no')
    keeping.onSamples(away)
  }
  let last: Promise<void> = Promise.resolve()
  const inTurn = (changes: ArticleChanges): Promise<void> => {
    const next = last.then(() => settle(changes))
    last = next.catch(() => {})
    return next
  }
  const onChange = async (changes: ArticleChanges): Promise<void> => {
    try {
      await inTurn(changes)
      unstored = undefined
    } catch (error) {
      unstored = whyUnstored(error)
      throw error
    }
  }
  const watch = watchArticles(folders, { now, onFault, onChange })
  const closing = new AbortController()
  const { signal } = closing

  const forgetDeleted = async (ids: ReadonlySet<string>): Promise<ReadonlySet<string>> => {
    // A reading that was broken off has seen some of the files: the others are not deleted.
    if (signal.aborted) return ids
    const before: readonly string[] = JSON.parse((await memo.get(KEPT)) ?? '[]')
    await library.remove(before.filter((id) => !ids.has(id)))
    await memo.set(KEPT, JSON.stringify([...ids]))
    starting = false
    await inTurn(NO_CHANGES)
    return ids
  }
  const untilItWorks = async (): Promise<void> => {
    for (let wait = FIRST_WAIT; !signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      await sleep(wait, undefined, { signal, ref: false }).catch(() => {})
      const done = await watch.ready.then(forgetDeleted).catch(() => undefined)
      if (done !== undefined) return
    }
  }
  const ready = watch.ready.then(forgetDeleted)
  const settled = ready.then(() => {}, untilItWorks)

  return {
    ready,
    unstored: () => unstored,
    othersCame: () => (starting || samples.away() !== false || signal.aborted ? Promise.resolve() : inTurn(NO_CHANGES)),
    async close() {
      closing.abort()
      await watch.close()
      await settled
      await last
    },
  }
}

/** For whoever asks: the log has the rest. */
const whyUnstored = (error: unknown): Problem =>
  error instanceof Outage
    ? new Problem(`There are articles, but they could not be stored. ${error.inChat.message}`, {
        ...(error.inChat.hint !== undefined && { hint: error.inChat.hint }),
        cause: error,
      })
    : new Problem('There are articles, but they could not be stored. They are tried again soon.', { cause: error })

async function store(
  { added, removed }: Pick<ArticleChanges, 'added' | 'removed'>,
  { library, analyze, engine }: Keeping,
): Promise<void> {
  const entries: Entry[] = []
  for (const article of added) {
    if (await isKnown(article, library, engine)) continue
    entries.push({ article, analysis: await analyze(article), engine })
    // A folder of ten thousand must not keep Slack waiting for its three seconds.
    await setImmediate()
  }
  if (removed.length > 0) await library.remove(removed)
  if (entries.length > 0) await library.add(entries)
}

async function isKnown(article: Article, library: Library, engine: string): Promise<boolean> {
  const known = await library.find(article.id)
  return known !== undefined && known.engine === engine && JSON.stringify(known.article) === JSON.stringify(article)
}
