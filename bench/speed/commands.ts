import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ENGINE } from '#core/analyze.ts'
import { parseLine } from '#core/line/parse-line.ts'
import { loadEngine } from '#engine.ts'
import { openSqlite } from '#store/sqlite.ts'
import { makeArticles } from '../invented/make-articles.ts'
import { appOver, origin } from './app-over.ts'
import { percentile, table, timeEach } from './measure.ts'

/** Each command's time to its reply over SQLite on disk, and the fill. `counts` are library sizes. */
export async function benchCommands(counts: readonly number[], times: number): Promise<string> {
  // One after the other: together each would measure the other's load.
  const rows: ({ count: number } & Awaited<ReturnType<typeof measure>>)[] = []
  for (const count of counts) rows.push({ count, ...(await measure(count, times)) })
  const names = rows[0]!.lines.map(({ line }) => line)
  return table([
    [
      'answer, ms',
      ...rows.flatMap(({ count }) => [`p50 @${count}`, `p99 @${count}`, `a second @${count}`]),
      'p50 ratio',
    ],
    ...names.map((name, i) => {
      const cells = rows.map(({ lines }) => lines[i]!)
      return [
        name,
        ...cells.flatMap(({ p50, p99 }) => [p50.toFixed(2), p99.toFixed(2), (1000 / p50).toFixed(0)]),
        (cells.at(-1)!.p50 / cells[0]!.p50).toFixed(1),
      ]
    }),
    ['read and store, articles a second', ...rows.flatMap(({ rate }) => ['', '', rate.toFixed(0)]), ''],
  ])
}

async function measure(count: number, times: number) {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  const { analyze } = loadEngine()
  const store = await openSqlite(join(folder, 'bench.db'))
  const articles = makeArticles(count, 11)
  const start = performance.now()
  for (let at = 0; at < articles.length; at += 64) {
    const batch = articles.slice(at, at + 64)
    await store.library.add(batch.map((article) => ({ article, analysis: analyze(article), engine: ENGINE })))
  }
  const rate = count / ((performance.now() - start) / 1000)
  const { app, commands } = await appOver(store)
  const [first, second] = await store.library.experts(2)
  const lines = [
    'brief',
    `brief about:${articles[0]!.title}`,
    `quote "${first!.name}"`,
    `quote "${first!.name}" about:price`,
    'quote Nobodyhere',
    `compare "${first!.name}" and "${second!.name}"`,
    'search "said on" -river',
    'search the',
    'experts',
    'experts about:price',
    'figures',
    'help',
  ]
  const measured = []
  for (const line of lines) {
    const invocation = parseLine(line, commands)
    await app.answer(invocation, origin)
    const sorted = await timeEach(times, () => app.answer(invocation, origin))
    const shown = line
      .replaceAll(first!.name, 'A')
      .replaceAll(second!.name, 'B')
      .replaceAll(articles[0]!.title, 'a headline')
    measured.push({ line: shown, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) })
  }
  await store.close()
  rmSync(folder, { recursive: true })
  return { rate, lines: measured }
}
