import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parseLine } from '#core/line/parse-line.ts'
import { openSqlite } from '#store/sqlite.ts'
import { warmUp } from '#warm-up.ts'
import * as invented from '../invented/words.ts'
import { appOver, origin } from './app-over.ts'
import { fillLibrary } from './fill-library.ts'
import { percentile, table, timeEach } from './measure.ts'

/** What looks for words, over a library as large as a newsroom's of some years: every line asked is another one. */
export async function benchSearch(count: number, times: number, folder = temporary()): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'bench.db')
  const start = performance.now()
  if (!exists(path)) await fillLibrary(path, count)
  const filled = (performance.now() - start) / 1000
  const store = await openSqlite(path)
  const untidy = performance.now()
  // As the bot does soon after it has started, and each day.
  while (await store.library.tidy());
  const tidied = (performance.now() - untidy) / 1000
  const { app, commands } = await appOver(store)
  await warmUp(app, store.library, new AbortController().signal)
  const names = (await store.library.experts(times)).map(({ name }) => name)
  const rows: string[][] = []
  for (const [kind, lineOf] of Object.entries(kinds(names))) {
    const stalls = monitorEventLoopDelay({ resolution: 1 })
    stalls.enable()
    const busy: number[] = []
    const taken = await timeEach(times, async (round) => {
      const before = process.threadCpuUsage()
      await app.answer(parseLine(lineOf(round), commands), origin)
      const { user, system } = process.threadCpuUsage(before)
      busy.push((user + system) / 1000)
    })
    stalls.disable()
    rows.push([
      kind,
      ...[percentile(taken, 0.5), percentile(taken, 0.99), taken.at(-1)!].map((ms) => ms.toFixed(1)),
      percentile(
        busy.toSorted((a, b) => a - b),
        0.99,
      ).toFixed(1),
      (stalls.max / 1e6).toFixed(1),
    ])
  }
  await store.close()
  const head = `answer, ms, ${count.toLocaleString('en')} articles`
  const size = (statSync(path).size / 2 ** 30).toFixed(1)
  return `${table([[head, 'p50', 'p99', 'longest', 'processor time, p99', 'others wait at most'], ...rows])}
filled in ${filled.toFixed(0)} s, put in order in ${tidied.toFixed(0)} s, ${size} GiB`
}

function kinds(names: readonly string[]): Readonly<Record<string, (round: number) => string>> {
  const words = invented.THEMES.flatMap((theme) => theme.words.map((word) => word.split(' ').at(-1)!))
  const common = ['the', 'said', 'and', 'of', 'a', 'to', 'in', 'that', 'it', 'for']
  const of = (list: readonly string[], round: number): string => list[round % list.length]!
  return {
    'search: a word': (round) => `search ${of(words, round)}`,
    'search: two words': (round) => `search ${of(words, round)} ${of(words, round * 7 + 3)}`,
    'search: common words': (round) => `search ${of(common, round)} ${of(common, round * 3 + 1)}`,
    'search: a phrase of common words': (round) => `search "${of(['said on', 'of the', 'in the', 'for the'], round)}"`,
    'search: a phrase of common words that is nowhere': (round) =>
      `search "${of(['of said the', 'in of the', 'to to the'], round)}"`,
    'search: a number': (round) => `search ${round * 37}`,
    'search: a word, from': (round) => `search ${of(words, round)} from:"${of(names, round)}"`,
    'search: a common word, from': (round) => `search ${of(common, round)} from:"${of(names, round)}"`,
    'search: a word in a quote, from': (round) => `search quote:${of(words, round)} from:"${of(names, round)}"`,
    'search: from': (round) => `search from:"${of(names, round)}"`,
    'search: a word, outlet, dates': (round) =>
      `search ${of(words, round)} outlet:"${of(invented.OUTLETS, round)}" after:2024-0${(round % 9) + 1}-01`,
    'search: not': (round) => `search -${of(common, round)} outlet:"${of(invented.OUTLETS, round)}"`,
    'search: one or the other': (round) =>
      `search ${of(words, round)} OR ${of(common, round)} -${of(words, round + 1)}`,
    quote: (round) => `quote "${of(names, round)}"`,
    'quote, about': (round) => `quote "${of(names, round)}" about:${of(words, round)}`,
    'experts, about': (round) => `experts about:${of(words, round)}`,
    compare: (round) => `compare "${of(names, round)}" and "${of(names, round + 1)}"`,
    'compare, about': (round) =>
      `compare "${of(names, round)}" and "${of(names, round + 1)}" about:${of(words, round)}`,
  }
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined

if (process.argv[1] === import.meta.filename) {
  console.log(await benchSearch(200_000, 200, process.argv[2]))
  process.exit(0)
}
