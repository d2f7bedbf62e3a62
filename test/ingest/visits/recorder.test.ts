import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { newState } from '#core/visits/state.ts'
import { createRecorder, type Recorder } from '#ingest/visits/recorder.ts'
import { memoryStore } from '#store/memory.ts'
import { entry, NOON } from '../../fakes/entries.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

/** A recorder over a real store, and how many were written together each time. */
function recording(): { recorder: Recorder; written: number[] } {
  const { archive, library } = memoryStore({ clock: () => NOON })
  const written: number[] = []
  const recorder = createRecorder({
    archive: {
      ...archive,
      async record(batch, now) {
        written.push(batch.visited.length + batch.intakes.length)
        await archive.record(batch, now)
      },
    },
    library,
    now: () => NOON,
    analysed: async (article) => ({ ...entry(article.id), article }),
  })
  return { recorder, written }
}

const visit = (id: string) => ({ visited: [{ id, url: 'https://a.example', state: newState(NOON) }], taken: [] })
const soon = async (): Promise<void> => {
  for (let turns = 0; turns < 5; turns++) await turn()
}

it('writes the visits of one moment together', async () => {
  const { recorder, written } = recording()
  const all = [recorder.record(visit('s1'))]
  await soon()
  all.push(recorder.record(visit('s2')), recorder.record(visit('s3')))
  await soon()
  expect(written).toEqual([])
  await vi.runAllTimersAsync()
  await Promise.all(all)
  expect(written).toEqual([3])
})

it('lets nobody who gave a link wait for the visits of others, nor hundreds of visits for one more', async () => {
  const { recorder, written } = recording()
  const first = recorder.record(visit('s1'))
  await soon()
  const draft = { article: entry('a').article, keys: ['k'], claims: [] }
  expect(await recorder.store(draft)).toBe('a')
  await first
  expect(await recorder.store({ ...draft, article: entry('b').article, keys: ['l'] })).toBe('b')
  expect(written).toEqual([2, 1])
  await Promise.all(Array.from({ length: 128 }, (_, at) => recorder.record(visit(`s${at}`))))
  expect(written).toEqual([2, 1, 128])
})
