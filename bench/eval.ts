import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { createAnalyzer } from '#core/analyze.ts'
import { createLexicon } from '#core/lexicon.ts'
import { createModel } from '#core/quotes/model.ts'
import { dataFolder, type GoldArticle, readGold } from './data.ts'
import { isKeptForTesting } from './split.ts'

const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'))
const analyze = createAnalyzer(createLexicon(readJson('content/lexicon/en.json')), {
  speaker: createModel(readJson('content/models/speaker.json')),
  reported: createModel(readJson('content/models/reported.json')),
})

const figures = z.looseObject({
  counts: z.looseObject({ gold: z.number() }),
  overlap: z.object({ P: z.number(), R: z.number(), F1: z.number() }),
  e2e: z.object({ P: z.number(), R: z.number(), F1: z.number() }),
  buckets: z.record(z.string(), z.looseObject({ n: z.number(), acc: z.number().nullable() })),
  confidence: z.record(z.string(), z.looseObject({ n: z.number(), precision: z.number() })),
})
type Figures = z.infer<typeof figures>

const folder = dataFolder(process.argv)
const scratch = mkdtempSync(join(tmpdir(), 'onrecord-eval-'))
try {
  await run()
} finally {
  rmSync(scratch, { recursive: true })
}

async function run(): Promise<void> {
  for (const set of ['polnear', 'gum'] as const) {
    const gold = readGold(folder, set)
    if (gold === null) {
      console.log(`skipped ${set}: no labelled articles in ${folder} (give their folder with --data)`)
      continue
    }
    for (const [part, articles] of [
      ['made on', gold.filter(({ id }) => !isKeptForTesting(id))],
      ['kept for testing', gold.filter(({ id }) => isKeptForTesting(id))],
      ['all', gold],
    ] as const) {
      const goldFile = join(scratch, `${set}.gold.jsonl`)
      writeFileSync(goldFile, articles.map((article) => `${JSON.stringify(article)}\n`).join(''))
      const ours = join(scratch, `${set}.ours.jsonl`)
      const { seconds, bytes } = predict(articles, ours)
      console.log(`\n${set}, ${part}: ${articles.length} articles, ours ${(bytes / 1e6 / seconds).toFixed(1)} MB/s`)
      for (const kinds of set === 'polnear' ? ['direct', 'direct,mixed', 'indirect'] : ['direct']) {
        const baselines = kinds === 'indirect' ? ['indirect'] : ['naive', 'carry']
        for (const baseline of part === 'all' ? baselines : []) {
          const out = join(scratch, `${set}.${baseline}.jsonl`)
          spawnSync(process.execPath, [join(folder, `baseline_${baseline}.mjs`), goldFile, out])
          if (existsSync(out)) show(`${kinds} ${baseline}`, evaluate(out, goldFile, kinds))
        }
        show(`${kinds} ours`, evaluate(ours, goldFile, kinds))
      }
    }
  }
}

function predict(articles: readonly GoldArticle[], out: string): { seconds: number; bytes: number } {
  const start = process.hrtime.bigint()
  let bytes = 0
  const lines = articles.map(({ id, text }) => {
    bytes += Buffer.byteLength(text)
    const { quotes, people } = analyze({ title: '', text })
    return JSON.stringify({
      id,
      quotes: quotes.flatMap(({ spans, kind, speaker, mention, confidence }) =>
        spans.map(({ start, end }) => ({
          start,
          end,
          kind,
          speaker:
            speaker === null
              ? mention === undefined
                ? null
                : text.slice(mention.start, mention.end)
              : people[speaker]!.name,
          ...(mention === undefined ? {} : { mention: [mention.start, mention.end] }),
          confidence,
        })),
      ),
    })
  })
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  writeFileSync(out, `${lines.join('\n')}\n`)
  return { seconds, bytes }
}

function evaluate(predicted: string, goldFile: string, kinds: string): Figures {
  const errors = process.env['EVAL_ERRORS'] === undefined ? [] : ['--errors', `${process.env['EVAL_ERRORS']}.${kinds}`]
  const child = spawnSync(
    process.execPath,
    [join(folder, 'eval.mjs'), '--pred', predicted, '--gold', goldFile, '--kinds', kinds, '--json', ...errors],
    { maxBuffer: 1e9 },
  )
  return figures.parse(JSON.parse(child.stdout.toString()))
}

function show(label: string, { overlap, e2e, buckets, confidence }: Figures): void {
  const percent = (value: number) => (100 * value).toFixed(1).padStart(5)
  const types = Object.entries(buckets).map(([type, { n, acc }]) => `${type} ${percent(acc ?? 0)} of ${n}`)
  console.log(
    `${label.padEnd(20)} spans F1 ${percent(overlap.F1)}  end to end P ${percent(e2e.P)} R ${percent(e2e.R)} F1 ${percent(e2e.F1)}  | ${types.join(', ')}`,
  )
  if (label.endsWith('ours'))
    console.log(
      `   confidence: ${Object.entries(confidence)
        .sort()
        .map(([bin, { n, precision }]) => `${bin}: ${percent(precision)} of ${n}`)
        .join('; ')}`,
    )
}
