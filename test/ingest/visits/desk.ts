import type { IncomingMessage, ServerResponse } from 'node:http'
import { ENGINE } from '#core/analyze.ts'
import type { WatchedSource } from '#core/ports/sources.ts'
import type { Store } from '#core/ports/store.ts'
import type { Reply } from '#core/reply.ts'
import { discover } from '#discover.ts'
import { loadEngine } from '#engine.ts'
import { createFetcher } from '#ingest/fetch.ts'
import { createRead } from '#ingest/read.ts'
import type { Source } from '#ingest/source.ts'
import { createFetchPage } from '#ingest/visits/fetch-page.ts'
import { startVisits, type Visits } from '#ingest/visits/loop.ts'
import { createRecorder } from '#ingest/visits/recorder.ts'

export const NOON = new Date('2026-03-02T12:00:00Z')
const HOUR = 3_600_000
export const hours = (count: number, from = NOON): Date => new Date(from.getTime() + count * HOUR)

const { analyze } = loadEngine()
const read = createRead(await discover<Source>(new URL('../../../src/ingest/sources/', import.meta.url)))

export interface Item {
  readonly id?: string
  readonly link?: string
  readonly title?: string
  readonly date?: Date
  readonly text?: string
}

/** A report of eight sentences, so that it counts as whole. */
export const report = (about: string): string =>
  Array.from(
    { length: 8 },
    (_, at) =>
      `The ${about} council met for the ${at + 1}th time and spoke at length about bridge number ${at + 1} of ${about}.`,
  ).join(' ')

export const rss = (items: readonly Item[], channel = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Courier</title>${channel}${items
    .map(
      ({ id, link, title, date, text }) =>
        `<item>${id === undefined ? '' : `<guid isPermaLink="false">${id}</guid>`}${link === undefined ? '' : `<link>${link}</link>`}${
          title === undefined ? '' : `<title>${title}</title>`
        }${date === undefined ? '' : `<pubDate>${date.toUTCString()}</pubDate>`}${
          text === undefined ? '' : `<content:encoded><![CDATA[<p>${text}</p>]]></content:encoded>`
        }</item>`,
    )
    .join('')}</channel></rss>`

export const feed =
  (body: () => string, headers: () => Readonly<Record<string, string>> = () => ({})) =>
  (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'application/rss+xml', ...headers() }).end(body())
  }

export interface Desk {
  readonly store: Store
  readonly told: { readonly to: string; readonly reply: Reply }[]
  readonly faults: unknown[]
  set(now: Date): void
  add(url: string, more?: Partial<Pick<WatchedSource, 'kind' | 'createdBy' | 'place'>>): Promise<string>
  /** Sets the clock to when the source is due, and waits until it was visited and stored. */
  visit(id?: string): Promise<WatchedSource>
  /** Visits what is due until it is stopped, as the bot does when it leaves. */
  start(): () => Promise<void>
  titles(): Promise<readonly string[]>
}

/** Everything from the socket to the store, with a clock that is set by hand. */
export function openDesk(store: Store, clock: { now: Date } = { now: NOON }): Desk {
  const now = () => clock.now
  const open = () =>
    createFetcher({ contact: 'https://newsroom.example/bot', allow: ['127.0.0.1'], now, limits: { gap: 0 } })
  let fetcher = open()
  const told: Desk['told'] = []
  const faults: unknown[] = []
  const recorder = createRecorder({
    archive: store.archive,
    library: store.library,
    analysed: async (article) => ({ article, analysis: analyze(article), engine: ENGINE }),
    now,
  })
  const parts = {
    sources: store.sources,
    archive: store.archive,
    fetcher: { get: (...asked: Parameters<typeof fetcher.get>) => fetcher.get(...asked) },
    read,
    fetchPage: createFetchPage({ get: (...asked) => fetcher.get(...asked) }, read),
    oldest: () => undefined,
    now,
    recorder,
    tell: async (source: WatchedSource, reply: Reply) => {
      told.push({ to: source.createdBy, reply })
      return true
    },
    onFault: (error: unknown) => faults.push(error),
    after: () => () => {},
  }
  const desk: Desk = {
    store,
    told,
    faults,
    set(moment) {
      clock.now = moment
    },
    async add(url, more = {}) {
      const place = { platform: 'terminal', channel: 'desk' }
      const [added] = await store.sources.add(
        [{ place, createdBy: 'u1', given: url, url, kind: 'feed', title: url, nextVisit: now(), ...more }],
        now(),
      )
      return added!.id
    },
    async visit(id = 's1') {
      const before = (await store.sources.find(id))!
      if (before.state.nextVisit > clock.now) clock.now = before.state.nextVisit
      const visits: Visits = startVisits(parts)
      for (;;) {
        const after = await store.sources.find(id)
        if (after === undefined || after.state.nextVisit > clock.now) break
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      await visits.close()
      return (await store.sources.find(id))!
    },
    start() {
      const visits = startVisits(parts)
      return async () => {
        fetcher.close()
        await visits.close()
        fetcher = open()
      }
    },
    async titles() {
      return (await store.library.list({ limit: 2000 })).map(({ article }) => article.title).sort()
    },
  }
  return desk
}
