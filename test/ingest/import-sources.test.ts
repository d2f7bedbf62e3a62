import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import type { Reader } from '#core/ports/reader.ts'
import { Problem } from '#core/problem.ts'
import { type ImportReport, importSources } from '#ingest/import-sources.ts'
import type { SourceLink } from '#ingest/source.ts'
import { memoryStore } from '#store/memory.ts'
import { openReader } from './open-reader.ts'
import { feed, NOON, rss } from './visits/desk.ts'

const ENTRIES = 5_000
const HOSTS = Array.from({ length: 400 }, (_, at) => `https://site-${at}.example`)
const place = { platform: 'terminal', channel: 'desk' }

/** So many hosts (ports) with a feed at every even path. */
async function openHosts(count: number): Promise<readonly string[]> {
  const alive = feed(() => rss([{ id: 'a', title: 'An item' }]))
  const servers = Array.from({ length: count }, () =>
    createServer((request, response) => {
      if (Number(request.url?.slice(1)) % 2 === 0) alive(request, response)
      else response.writeHead(404).end()
    }),
  )
  await Promise.all(servers.map((server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))))
  onTestFinished(() => {
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
  })
  return servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}

const open = (count: number, hosts: readonly string[]): readonly SourceLink[] =>
  Array.from({ length: count }, (_, at): SourceLink => {
    if (at % 50 === 49) return { kind: 'feed', url: `http://site-${at}.invalid/feed` }
    if (at % 10 === 9) return { kind: 'feed', url: `http://127.0.0.1:1/${at}` }
    return { kind: 'feed', url: `${hosts[at % hosts.length]}/${at}` }
  })

async function importAll(links: readonly SourceLink[], probe?: Reader['probe']) {
  const store = memoryStore()
  const { sources, memo } = store
  const progress: ImportReport[] = []
  const now = () => NOON
  const stop = new AbortController().signal
  const report = await importSources(
    {
      sources,
      memo,
      reader: probe === undefined ? openReader(store).reader : { probe },
      place,
      createdBy: 'u1',
      stop,
      now,
      onProgress: (one) => progress.push(one),
    },
    links,
  )
  return { report, progress, store }
}

it('a list of feeds of which half are dead is tried to its end: no page, no server, no such name', async () => {
  const { report, store } = await importAll(open(100, await openHosts(8)))
  expect(report).toMatchObject({ total: 100, added: 50, known: 0, finished: true })
  expect((await store.sources.at(place)).map(({ url }) => url)).toHaveLength(50)
  const kinds = Map.groupBy(report.dead, ({ sentence }) =>
    sentence.includes('(404)') ? 'no page' : sentence.includes('no site named') ? 'no name' : sentence,
  )
  expect([...kinds].map(([kind, all]) => [kind.replace(/^\S+/, ''), all.length])).toEqual(
    expect.arrayContaining([
      [' page', 40],
      [' name', 2],
      [' does not answer: the connection was refused or has no route. Try again later.', 8],
    ]),
  )
})

it('5,000 entries are tried some dozens at a time, each once, and how far it is can be shown after each', async () => {
  let [underWay, most] = [0, 0]
  const asked = new Map<string, number>()
  const { report, progress } = await importAll(open(ENTRIES, HOSTS), async (url) => {
    asked.set(url, (asked.get(url) ?? 0) + 1)
    underWay += 1
    most = Math.max(most, underWay)
    await setImmediate()
    underWay -= 1
    if (!/\/\d*[02468]$/.test(url)) throw new Problem(`There is nothing at ${url}.`)
    return { kind: 'source', source: { url, kind: 'feed', title: 'A feed' }, items: 1, interval: 60_000, remarks: [] }
  })
  expect(report).toMatchObject({ total: ENTRIES, added: ENTRIES / 2, known: 0, finished: true })
  expect(report.dead).toHaveLength(ENTRIES / 2)
  expect(new Set(report.dead.map(({ link }) => link.url)).size).toBe(ENTRIES / 2)
  expect([...asked.values()]).toEqual(Array.from({ length: ENTRIES }, () => 1))
  expect(most).toBeGreaterThan(20)
  expect(most).toBeLessThan(65)
  expect(progress).toHaveLength(ENTRIES)
  expect(progress.at(-1)?.dead).toHaveLength(ENTRIES / 2)
})
