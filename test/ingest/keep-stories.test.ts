import { expect, it } from 'vitest'
import { ENGINE } from '#core/analyze.ts'
import type { Article } from '#core/article.ts'
import { loadEngine, loadStoryEngine } from '#engine.ts'
import { keepStories } from '#ingest/keep-stories.ts'
import { memoryStore } from '#store/memory.ts'
import { article, ownArticles } from '../fakes/newsroom.ts'

const { analyze, lexicon } = loadEngine()
const own = ownArticles()
const wall = own.filter(({ title }) => /wall/i.test(title))
let now = new Date('2025-03-20T00:00:00Z')

async function desk(articles: readonly Article[]) {
  const store = memoryStore()
  const add = (list: readonly Article[]) =>
    store.library.add(list.map((one) => ({ article: one, analysis: analyze(one), engine: ENGINE })))
  await add(articles)
  const { stories } = store.archive
  const keeper = () =>
    keepStories({ shelf: stories, library: store.library, now: () => now, ...loadStoryEngine(lexicon) })
  return { stories, add, keeper }
}

it('puts every article into a story, and reports of one event into one', async () => {
  const { stories, keeper } = await desk(own)
  await keeper().settle()
  expect(await stories.pending(100)).toEqual([])
  const [first, second] = await Promise.all(wall.map(({ id }) => stories.of(id)))
  expect(first).toBe(second)
  expect(await stories.articles(first!)).toHaveLength(2)
})

it('lets what comes after a restart join what was there, by the same id', async () => {
  const { stories, add, keeper } = await desk(wall.slice(0, 1))
  await keeper().settle()
  const before = await stories.of(wall[0]!.id)
  await add(wall.slice(1))
  await keeper().settle()
  expect(await stories.of(wall[1]!.id)).toBe(before)
})

it('compares nothing with what went to rest, day by day', async () => {
  const { stories, add, keeper } = await desk(wall.slice(0, 1))
  const running = keeper()
  await running.settle()
  now = new Date('2025-09-01T00:00:00Z')
  await add(wall.slice(1))
  await running.settle()
  expect(await stories.of(wall[1]!.id)).not.toBe(await stories.of(wall[0]!.id))
})

it('stops between two articles when it is closed, and goes on at the next start', async () => {
  const { stories, keeper } = await desk(Array.from({ length: 30 }, (_, i) => article(`The mill number ${i} turns.`)))
  const closing = keeper()
  const settling = closing.settle()
  await closing.close()
  await settling
  expect((await stories.pending(100)).length).toBeGreaterThan(0)
  await keeper().settle()
  expect(await stories.pending(100)).toEqual([])
})
