import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Analysis } from '#core/analysis.ts'
import { ENGINE } from '#core/analyze.ts'
import type { Article } from '#core/article.ts'
import type { Store } from '#core/ports/store.ts'
import { loadEngine } from '#engine.ts'
import { type RenewParts, renewAnalyses } from '#ingest/renew-analyses.ts'
import { memoryStore } from '#store/memory.ts'
import { openSqlite } from '#store/sqlite.ts'
import { article } from '../fakes/newsroom.ts'
import { temporaryFolder } from '../fakes/process.ts'

const NOON = new Date('2026-03-02T12:00:00Z')
const { analyze } = loadEngine()

/** As an engine that found nobody would have left them. */
async function fetchedLongAgo(store: Store, articles: readonly Article[]): Promise<void> {
  const intakes = articles.map((one) => {
    const analysis: Analysis = { ...analyze(one), quotes: [], people: [] }
    return { kind: 'new', entry: { article: one, analysis, engine: 'old' }, keys: [] } as const
  })
  await store.archive.record({ visited: [], marks: [], intakes }, NOON)
}

function renew(store: Store, more: Partial<RenewParts> = {}): Promise<number> {
  const { library, archive, memo } = store
  return renewAnalyses({
    library,
    archive,
    memo,
    analyze: async (one) => analyze(one),
    engine: ENGINE,
    stop: new AbortController().signal,
    now: () => NOON,
    onFault: (error) => {
      throw error
    },
    ...more,
  })
}

const dams = (count: number): readonly Article[] =>
  Array.from({ length: count }, (_, at) =>
    article(`“Dam ${at} will stay open,” said Mira Novak, the mayor.`, { id: `dam${at}`, title: `Dam ${at}` }),
  )

describe('articles that an older engine analysed', () => {
  it('are analysed anew, and then found by who speaks in them', async () => {
    const store = memoryStore()
    await fetchedLongAgo(store, dams(12))
    expect(await store.library.experts(9)).toEqual([])
    expect(await renew(store)).toBe(12)
    expect(await store.library.experts(9)).toMatchObject([{ name: 'Mira Novak', quotes: 12 }])
    expect(await store.library.find('dam3')).toEqual({
      article: dams(4)[3],
      analysis: analyze(dams(4)[3]!),
      engine: ENGINE,
    })
  })

  it('are each analysed once, however often it is broken off, and none again when all is done', async () => {
    const path = join(temporaryFolder(), 'onrecord.db')
    let store = await openSqlite(path)
    await fetchedLongAgo(store, dams(20))
    const analysed: string[] = []
    for (let run = 0; run < 9; run++) {
      const stop = new AbortController()
      let left = 6
      await renew(store, {
        stop: stop.signal,
        async analyze(one) {
          left -= 1
          if (left === 0) stop.abort()
          if (!stop.signal.aborted) analysed.push(one.id)
          return analyze(one)
        },
      })
      // As after a kill: nothing but the file is left.
      await store.close()
      store = await openSqlite(path)
    }
    expect(analysed.toSorted()).toEqual(
      dams(20)
        .map(({ id }) => id)
        .toSorted(),
    )
    expect(await store.library.outdated(ENGINE)).toEqual([])
    await store.close()
  })

  it('keep the place of each quote, so that what is known by it still is', async () => {
    const store = memoryStore()
    const [dam] = dams(1)
    const before = analyze(dam!)
    await fetchedLongAgo(store, [dam!])
    await renew(store)
    const after = (await store.library.find('dam0'))!.analysis
    expect(after.quotes.map(({ spans }) => spans)).toEqual(before.quotes.map(({ spans }) => spans))
  })

  it('that were changed while they were analysed are left to the next run', async () => {
    const store = memoryStore()
    const [dam] = dams(1)
    await fetchedLongAgo(store, [dam!])
    const edited: Article = { ...dam!, text: 'The dam was closed on Monday, and nobody said a word.' }
    await renew(store, {
      async analyze(one) {
        const entry = { article: edited, analysis: analyze(edited), engine: 'old' }
        await store.archive.record({ visited: [], marks: [], intakes: [{ kind: 'version', entry, keys: [] }] }, NOON)
        return analyze(one)
      },
    })
    expect((await store.library.find('dam0'))?.article.text).toBe(edited.text)
    expect(await store.archive.versions('dam0')).toHaveLength(1)
  })

  it('are not held up by one that the engine breaks on, which is tried again at the next start', async () => {
    const store = memoryStore()
    await fetchedLongAgo(store, dams(7))
    const broken: string[] = []
    const breaking = async (one: Article) => {
      if (one.id === 'dam2') throw new TypeError('a bug')
      return analyze(one)
    }
    const onFault = (_: unknown, id: string) => broken.push(id)
    expect(await renew(store, { analyze: breaking, onFault })).toBe(6)
    expect(broken).toEqual(['dam2'])
    expect(await renew(store)).toBe(1)
  })

  it('and are only excerpts by now keep what was found in the whole text', async () => {
    const store = memoryStore()
    const [dam] = dams(1)
    await fetchedLongAgo(store, [{ ...dam!, excerpt: true }])
    expect(await renew(store)).toBe(0)
    expect((await store.library.find('dam0'))?.engine).toBe('old')
  })
})
