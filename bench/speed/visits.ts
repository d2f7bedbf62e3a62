import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ENGINE } from '#core/analyze.ts'
import type { SourceDraft } from '#core/ports/sources.ts'
import { discover } from '#discover.ts'
import { loadEngine } from '#engine.ts'
import { createFetcher } from '#ingest/fetch.ts'
import { createRead } from '#ingest/read.ts'
import type { Source } from '#ingest/source.ts'
import { createFetchPage } from '#ingest/visits/fetch-page.ts'
import { startVisits } from '#ingest/visits/loop.ts'
import { createRecorder } from '#ingest/visits/recorder.ts'
import { openSqlite } from '#store/sqlite.ts'
import { hostName } from './feed-server.ts'
import { median, percentile, table } from './measure.ts'

const DAY = 86_400_000
/** How often sources publish, in minutes, and how many of a hundred do. */
const RHYTHMS = [
  { gap: 10, share: 1 },
  { gap: 120, share: 9 },
  { gap: 1440, share: 40 },
  { gap: 10_080, share: 50 },
] as const

/** In milliseconds. */
const LONGEST_BACKLOG = 20_000

export interface VisitsBench {
  readonly sources: number
  readonly hosts: number
  /** How much faster than the world's the clock runs. */
  readonly factor: number
  /** Of the simulated day; 1 is all of it. */
  readonly share: number
}

export const QUICK: VisitsBench = { sources: 1_000, hosts: 250, factor: 1_440, share: 0.25 }
/** By their rhythms 10,000 sources ask for some 102,000 visits a day: at this factor for 530 a second, more than the goal. */
export const WHOLE: VisitsBench = { sources: 10_000, hosts: 2_500, factor: 450, share: 1 }

/**
 * A day of many sources on an own server on loopback: real sockets, the real store on disk, the real analysis; the
 * clock alone is compressed. First all of them at once, then all of them once more, then the day.
 */
export async function benchVisits(bench: VisitsBench): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  const base = Date.now()
  const now = (): Date => new Date(base + (Date.now() - base) * bench.factor)
  const server = await startServer(bench, base)
  const store = await openSqlite(join(folder, 'bench.db'), { clock: now })
  const fetcher = createFetcher({
    contact: 'bench',
    allow: ['127.0.0.0/8'],
    now,
    limits: { gap: Math.ceil(1_000 / bench.factor) },
  })
  const read = createRead(await discover<Source>(new URL('../../src/ingest/sources/', import.meta.url)))
  const { analyze } = loadEngine()
  const { archive, library, sources } = store
  const recorder = createRecorder({
    archive,
    library,
    now,
    async analysed(article) {
      const before = process.threadCpuUsage()
      const analysis = analyze(article)
      analysing += milliseconds(process.threadCpuUsage(before))
      analysed += 1
      return { article, analysis, engine: ENGINE }
    },
  })
  const late: number[] = []
  const faults: unknown[] = []
  let visits = 0
  let [analysed, analysing] = [0, 0]
  const cpu = process.cpuUsage()
  await sources.add(drafts(bench, server.port, now()), now())
  const begun = performance.now()
  const loop = startVisits({
    sources,
    archive,
    fetcher,
    read,
    recorder,
    fetchPage: createFetchPage(fetcher, read),
    oldest: () => undefined,
    now,
    tell: async () => true,
    onFault: (error) => faults.push(error),
    after(ms, then) {
      const timer = setTimeout(then, ms / bench.factor)
      return () => clearTimeout(timer)
    },
    onVisit({ state }, at) {
      visits += 1
      if (state.lastRead !== undefined) late.push((at.getTime() - state.nextVisit.getTime()) / 1000)
    },
  })
  const waiting = async (): Promise<number> => (await sources.due(now(), bench.sources)).length
  while (visits < bench.sources) await wait(20)
  const first = bench.sources / ((performance.now() - begun) / 1000)
  const firstCpu = milliseconds(process.cpuUsage(cpu)) / bench.sources
  // Those that publish most are due again already; nobody is left out all the same. Looking takes its time, too.
  while ((await sources.all()).some(({ state }) => state.lastRead === undefined)) await wait(1000)
  const due = await sources.all()
  const again = performance.now()
  const burstBegan = process.cpuUsage()
  const sofar = visits
  const visited = due.map(({ id, url, state }) => ({ id, url, state: { ...state, nextVisit: now() } }))
  await archive.record({ visited, intakes: [], marks: [] }, now())
  loop.look()
  while (visits < sofar + bench.sources) await wait(20)
  const burst = bench.sources / ((performance.now() - again) / 1000)
  const burstCpu = milliseconds(process.cpuUsage(burstBegan)) / (visits - sofar)
  // What the burst held up is no lateness of the day: it begins when nobody waits any more, or never will.
  for (let waited = 0; waited < LONGEST_BACKLOG && (await sources.due(now(), 1)).length > 0; waited += 50)
    await wait(50)
  late.length = 0
  const dayCpu = process.cpuUsage()
  const dayBegan = performance.now()
  const before = { visits, analysed, analysing, waiting: await waiting() }
  await wait((DAY * bench.share) / bench.factor)
  const seconds = (performance.now() - dayBegan) / 1000
  const day = {
    visits: visits - before.visits,
    articles: analysed - before.analysed,
    cpu: milliseconds(process.cpuUsage(dayCpu)),
    analysing: analysing - before.analysing,
    waiting: await waiting(),
  }
  const asked = day.visits + day.waiting - before.waiting
  await loop.close()
  const { most } = await server.close()
  const used = process.cpuUsage(cpu)
  const articles = await library.count()
  fetcher.close()
  await store.close()
  rmSync(folder, { recursive: true })
  const sorted = late.sort((a, b) => a - b)
  const busy = milliseconds(used) / (performance.now() - begun)
  return table([
    [
      `${bench.sources} sources on ${bench.hosts} hosts, ${bench.share} of a day in 1/${bench.factor} of the time`,
      'measured',
      'goal',
    ],
    ['feeds read a second, all of them for the first time', first.toFixed(0), ''],
    ['feeds read a second, all of them due at once', burst.toFixed(0), '500'],
    ['feeds due a second over the day, by their rhythms', (asked / seconds).toFixed(0), ''],
    ['feeds read a second over the day', (day.visits / seconds).toFixed(0), '500'],
    ['feeds that wait when it ends', String(day.waiting), ''],
    ['articles analysed and stored a second over the day', (day.articles / seconds).toFixed(0), ''],
    [
      'processor time of a visit, first / all at once / over the day',
      [firstCpu, burstCpu, day.cpu / day.visits].map((ms) => ms.toFixed(2)).join(' / '),
      '2 ms',
    ],
    [
      'feeds read a second of processor time, first / all at once / over the day',
      [firstCpu, burstCpu, day.cpu / day.visits].map((ms) => (1000 / ms).toFixed(0)).join(' / '),
      '500',
    ],
    ['processor time of a visit over the day, analysis of articles alone', (day.analysing / day.visits).toFixed(2), ''],
    ['visits in all', String(visits), ''],
    ['articles stored', String(articles), ''],
    ['requests at once on one host, at most', String(most), '1'],
    ['lateness of a visit, median', `${median(sorted).toFixed(1)} s`, '60 s'],
    ['lateness of a visit, 99th percentile', `${percentile(sorted, 0.99).toFixed(1)} s`, ''],
    ['cores kept busy', busy.toFixed(2), ''],
    ['faults', String(faults.length), '0'],
  ])
}

const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000

function drafts({ sources, hosts }: VisitsBench, port: number, nextVisit: Date): readonly SourceDraft[] {
  const gaps = RHYTHMS.flatMap(({ gap, share }) => Array.from({ length: share }, () => gap))
  return Array.from({ length: sources }, (_, at) => {
    const url = `http://${hostName(at % hosts)}:${port}/${at}/${gaps[Math.floor(at / hosts + at) % gaps.length]}`
    return {
      place: { platform: 'bench', channel: 'c' },
      createdBy: '',
      given: url,
      url,
      kind: 'feed',
      title: url,
      nextVisit,
    }
  })
}

async function startServer({ hosts, factor }: VisitsBench, base: number) {
  const file = new URL('./feed-server.ts', import.meta.url).pathname
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', file, hosts, 0, base, factor].map(String),
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [line] = await once(child.stdout, 'data')
  const port = Number(String(line))
  return {
    port,
    async close(): Promise<{ most: number }> {
      // The one server of this bench's own, asked about itself.
      const response = await fetch(`http://${hostName(0)}:${port}/most`)
      const facts: { most: number } = JSON.parse(await response.text())
      child.kill()
      return facts
    },
  }
}

if (process.argv[1] === import.meta.filename) {
  console.log(await benchVisits(process.argv.includes('--quick') ? QUICK : WHOLE))
  process.exit(0)
}
