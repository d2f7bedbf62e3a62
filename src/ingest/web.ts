import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import type { Analysis } from '#core/analysis.ts'
import type { Analyze } from '#core/analyze.ts'
import type { Reader } from '#core/ports/reader.ts'
import type { Sources, WatchedSource } from '#core/ports/sources.ts'
import type { Store } from '#core/ports/store.ts'
import type { Reply } from '#core/reply.ts'
import type { RetentionLimits } from '#core/retention/retire.ts'
import { createFetcher } from './fetch.ts'
import { createRead, type Read } from './read.ts'
import { renewAnalyses } from './renew-analyses.ts'
import { retain } from './retain.ts'
import type { Source } from './source.ts'
import { tidy } from './tidy.ts'
import type { Visits } from './visits/loop.ts'
import { createRecorder } from './visits/recorder.ts'

const DAY = 86_400_000
/** After the start, when everything else that starts has had its turn. In milliseconds. */
const FIRST_RETENTION = 60_000
const FIRST_RENEWAL = 20_000

export interface WebParts {
  readonly store: Pick<Store, 'archive' | 'library' | 'memo' | 'sources'>
  /** Asked for with the first document: what takes feeds and pages apart is a fifth of all that could be loaded. */
  kinds(): Promise<ReadonlyMap<string, Source>>
  analyze(article: Parameters<Analyze>[0]): Promise<Analysis>
  readonly engine: string
  /** Sent with every request: whom a site's owner can turn to. */
  readonly contact: string
  /** Hosts and ranges that may be private. */
  readonly allow: readonly string[]
  readonly retention: RetentionLimits
  now(): Date
  /** False where they cannot be reached now. */
  tell(source: WatchedSource, reply: Reply): Promise<boolean>
  onFault(error: unknown, what: string): void
  onRetired(counts: { readonly shortened: number; readonly removed: number }): void
  /** Articles came in; awaited before whoever asked for one is told. */
  onArticles(): Promise<void>
  /** So many stored articles were analysed anew, by a newer version of the engine. */
  onRenewed(articles: number): void
}

/** Everything that is read from the web. */
export interface Web {
  readonly reader: Reader
  /** The store's, such that what is added or resumed is visited at once. */
  readonly sources: Sources
  /** Begins to visit sources, to keep to the limits of retention and the index tidy once a day, and to analyse anew what is outdated. */
  watch(): void
  close(): Promise<void>
}

export function readWeb(parts: WebParts): Web {
  const { store, analyze, engine, now, retention } = parts
  const fetcher = createFetcher({ contact: parts.contact, allow: parts.allow, now })
  const { archive, library, sources } = store
  const recorder = createRecorder({
    archive: {
      ...archive,
      async record(batch, at) {
        await archive.record(batch, at)
        if (batch.intakes.some(({ kind }) => kind === 'new')) await parts.onArticles()
      },
    },
    library,
    now,
    async analysed(article) {
      // A feed of a thousand items must not keep Slack waiting for its three seconds.
      await setImmediate()
      return { article, analysis: await analyze(article), engine }
    },
  })
  const closing = new AbortController()
  let kinds: Promise<ReadonlyMap<string, Source>> | undefined
  let reader: Promise<Reader> | undefined
  let renewing: Promise<void> | undefined
  let tidying: Promise<void> | undefined
  let watching: Promise<void> | undefined
  let visits: Visits | undefined
  let timer: NodeJS.Timeout | undefined

  const read: Read = async (document) => {
    kinds ??= parts.kinds()
    return createRead(await kinds)(document)
  }

  const loadReader = (): Promise<Reader> => {
    reader ??= import('./reader.ts').then(({ createReader }) =>
      createReader({ fetcher, read, recorder, archive, library, now }),
    )
    return reader
  }

  async function visit(): Promise<void> {
    const [{ startVisits }, { createFetchPage }] = await Promise.all([
      import('./visits/loop.ts'),
      import('./visits/fetch-page.ts'),
    ])
    if (closing.signal.aborted) return
    visits = startVisits({
      sources,
      archive,
      fetcher,
      read,
      recorder,
      fetchPage: createFetchPage(fetcher, read),
      oldest: (at) =>
        retention.textDays === undefined ? undefined : new Date(at.getTime() - retention.textDays * DAY),
      now,
      tell: parts.tell,
      onFault: parts.onFault,
      after(ms, then) {
        const waiting = setTimeout(then, ms)
        return () => clearTimeout(waiting)
      },
    })
  }

  async function keepToLimits(): Promise<void> {
    try {
      parts.onRetired(await retain({ archive, library, limits: retention, now }))
    } catch (error) {
      parts.onFault(error, 'retention')
    }
    tidying ??= keepTidy().finally(() => {
      tidying = undefined
    })
  }

  async function keepTidy(): Promise<void> {
    try {
      // What is analysed anew is written to the index anew.
      await renewing
      await tidy(library, closing.signal)
    } catch (error) {
      parts.onFault(error, 'the index')
    }
  }

  async function renew(): Promise<void> {
    const { memo } = store
    try {
      await sleep(FIRST_RENEWAL, undefined, { signal: closing.signal, ref: false })
      const onFault = (error: unknown, article: string): void => parts.onFault(error, `article ${article}`)
      const renewed = await renewAnalyses({
        library,
        archive,
        memo,
        analyze,
        engine,
        stop: closing.signal,
        now,
        onFault,
      })
      if (renewed > 0) parts.onRenewed(renewed)
    } catch (error) {
      if (!closing.signal.aborted) parts.onFault(error, 'the analyses of stored articles')
    }
  }

  return {
    reader: {
      read: async (link) => (await loadReader()).read(link),
      probe: async (link) => (await loadReader()).probe(link),
    },
    sources: {
      ...sources,
      async add(...given) {
        const added = await sources.add(...given)
        visits?.look()
        return added
      },
      async resume(...given) {
        await sources.resume(...given)
        visits?.look()
      },
    },
    watch() {
      watching = visit()
      renewing = renew()
      timer = setTimeout(() => {
        timer = setInterval(() => void keepToLimits(), DAY)
        void keepToLimits()
      }, FIRST_RETENTION)
    },
    async close() {
      clearTimeout(timer)
      closing.abort()
      fetcher.close()
      await watching
      await Promise.all([visits?.close(), renewing, tidying])
    },
  }
}
