import { expect, it } from 'vitest'
import type { WatchedSource } from '#core/ports/sources.ts'
import { judge } from '#core/visits/judge.ts'
import { newState } from '#core/visits/state.ts'
import { discover } from '#discover.ts'
import { createFetcher } from '#ingest/fetch.ts'
import { createRead } from '#ingest/read.ts'
import type { Source } from '#ingest/source.ts'
import { createFetchPage } from '#ingest/visits/fetch-page.ts'
import { visit } from '#ingest/visits/visit.ts'
import { memoryStore } from '#store/memory.ts'
import { openSite } from '../fetching/site.ts'
import { feed, hours, NOON, report, rss } from './desk.ts'

const readKinds = createRead(await discover<Source>(new URL('../../../src/ingest/sources/', import.meta.url)))

async function openRoom() {
  let items = [{ id: 'a', title: 'On mills', text: report('mills') }]
  const etags: Record<string, string> = {}
  const site = await openSite({
    '/feed': feed(
      () => rss(items),
      () => etags,
    ),
  })
  const fetcher = createFetcher({ contact: 'x', allow: ['127.0.0.1'], now: () => NOON, limits: { gap: 0 } })
  let readings = 0
  let source: WatchedSource = {
    id: 's1',
    place: { platform: 'terminal', channel: 'desk' },
    createdBy: '',
    createdAt: NOON,
    given: site.url,
    url: `${site.url}/feed`,
    kind: 'feed',
    title: 'The Courier',
    state: newState(NOON),
  }
  const read: typeof readKinds = (document) => {
    readings += 1
    return readKinds(document)
  }
  const { archive } = memoryStore()
  const parts = { fetcher, read, archive, fetchPage: createFetchPage(fetcher, read), oldest: () => undefined }
  return {
    readings: () => readings,
    publish: (title: string) => {
      items = [{ id: title, title, text: report(title) }, ...items]
    },
    label: (etag: string) => {
      etags['etag'] = etag
    },
    async visit(now: Date) {
      const visited = (await visit({ ...parts, now: () => now }, source))!
      source = { ...source, state: judge(source.id, source.url, source.state, visited.outcome, now).state }
      return { kind: visited.outcome.kind, taken: visited.taken.length, state: source.state }
    },
  }
}

it('the same document again, from a site that knows no conditions, is unchanged and not read', async () => {
  const room = await openRoom()
  expect(await room.visit(NOON)).toMatchObject({ kind: 'read', taken: 1 })
  expect(await room.visit(hours(1))).toMatchObject({ kind: 'unchanged', taken: 0, state: { lastRead: hours(1) } })
  expect(await room.visit(hours(2))).toMatchObject({ kind: 'unchanged', taken: 0 })
  expect(room.readings()).toBe(1)
  room.publish('dams')
  expect(await room.visit(hours(3))).toMatchObject({ kind: 'read' })
  expect(room.readings()).toBe(2)
})

it('the same document under another ETag is asked for by that one from then on', async () => {
  const room = await openRoom()
  room.label('"1"')
  await room.visit(NOON)
  room.label('"2"')
  expect(await room.visit(hours(1))).toMatchObject({ kind: 'unchanged', state: { etag: '"2"' } })
  expect(room.readings()).toBe(1)
})
