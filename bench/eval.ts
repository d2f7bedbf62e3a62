import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { createAnalyzer } from '#core/analyze.ts'
import { createLexicon } from '#core/lexicon.ts'
import { createModel } from '#core/quotes/model.ts'
import { scoreCorpus } from './corpus.ts'
import { DATA_SETS, type DataSet, dataFolder, type GoldArticle, readGold } from './data.ts'
import { isKeptForTesting } from './split.ts'

/**
 * How well quotes and speakers are found, beside the baselines that come with the labelled articles:
 *
 *   npm run eval -- [--data FOLDER] [--errors FILE]
 */
const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'))
const analyze = createAnalyzer(createLexicon(readJson('content/lexicon/en.json')), {
  speaker: createModel(readJson('content/models/speaker.json')),
  reported: createModel(readJson('content/models/reported.json')),
})

const figures = z.looseObject({
  overlap: z.object({ P: z.number(), R: z.number(), F1: z.number() }),
  e2e: z.object({ P: z.number(), R: z.number(), F1: z.number() }),
  buckets: z.record(z.string(), z.looseObject({ n: z.number(), right: z.number() })),
  confidence: z.record(z.string(), z.looseObject({ n: z.number(), right: z.number() })),
  ci95: z.object({ e2eF1: z.tuple([z.number(), z.number()]) }).optional(),
})
type Figures = z.infer<typeof figures>

const MEASURES: readonly { set: DataSet; kinds: string; baselines: readonly string[] }[] = [
  { set: 'polnear', kinds: 'direct', baselines: ['naive', 'carry'] },
  { set: 'polnear', kinds: 'direct,mixed', baselines: ['naive', 'carry'] },
  { set: 'polnear', kinds: 'indirect', baselines: ['indirect'] },
  { set: 'gum', kinds: 'direct', baselines: ['naive', 'carry'] },
]
const TYPES = ['named', 'org', 'pronoun', 'nominal', 'floating']

const folder = dataFolder(process.argv)
const errorsAt = process.argv.indexOf('--errors')
const scratch = mkdtempSync(join(tmpdir(), 'onrecord-eval-'))
const { cases, expected, found, right } = scoreCorpus(analyze)
console.log(`own corpus: ${cases} cases, ${expected} quotes, ${found} found, ${right} with the right speaker\n`)
try {
  const gold = new Map<DataSet, readonly GoldArticle[]>()
  for (const set of Object.keys(DATA_SETS) as DataSet[]) {
    const articles = readGold(folder, set)
    if (articles === null) console.log(`skipped ${DATA_SETS[set]}: not in ${folder} (name its folder with --data)`)
    else gold.set(set, articles)
  }
  for (const measure of MEASURES) {
    const articles = gold.get(measure.set)
    if (articles !== undefined) table(measure, articles)
  }
} finally {
  rmSync(scratch, { recursive: true })
}

function table({ set, kinds, baselines }: (typeof MEASURES)[number], articles: readonly GoldArticle[]): void {
  console.log(`${set}, ${kinds}: ${articles.length} articles`)
  console.log(
    `${''.padEnd(22)} spans   end to end P     R    F1   F1 95%       ${TYPES.map((type) => type.padStart(8)).join(' ')}`,
  )
  const goldFile = join(scratch, 'gold.jsonl')
  const out = join(scratch, 'out.jsonl')
  const write = (list: readonly GoldArticle[]) =>
    writeFileSync(goldFile, list.map((article) => `${JSON.stringify(article)}\n`).join(''))
  write(articles)
  let last = 0
  for (const baseline of baselines) {
    spawnSync(process.execPath, [join(folder, `baseline_${baseline}.mjs`), goldFile, out])
    const scored = evaluate(out, goldFile, kinds)
    last = scored.e2e.F1
    row(baseline, scored)
  }
  const parts = [
    ['ours', articles],
    ['  made on', articles.filter(({ id }) => !isKeptForTesting(id))],
    ['  kept for testing', articles.filter(({ id }) => isKeptForTesting(id))],
  ] as const
  for (const [label, part] of parts) {
    write(part)
    const speed = predict(part, out)
    const scored = evaluate(out, goldFile, kinds)
    row(label, scored)
    if (label === 'ours') {
      console.log(
        `  ${(scored.e2e.F1 / last).toFixed(2)} times the F1 of ${baselines.at(-1)}; ${speed.toFixed(1)} MB/s`,
      )
    } else if (label.includes('kept')) console.log(`  right by confidence: ${calibration(scored)}\n`)
  }
}

/** Writes what the analyzer says of the articles; gives its speed in MB a second. */
function predict(articles: readonly GoldArticle[], out: string): number {
  const start = process.hrtime.bigint()
  let bytes = 0
  const lines = articles.map(({ id, text }) => {
    bytes += Buffer.byteLength(text)
    const { quotes, people } = analyze({ title: '', text })
    const named = (speaker: number | null, mention: { start: number; end: number } | undefined) => {
      if (speaker !== null) return people[speaker]!.name
      return mention === undefined ? null : text.slice(mention.start, mention.end)
    }
    const predicted = quotes.flatMap(({ spans, kind, speaker, mention, confidence }) =>
      spans.map(({ start, end }) => ({
        start,
        end,
        kind,
        speaker: named(speaker, mention),
        ...(mention === undefined ? {} : { mention: [mention.start, mention.end] }),
        confidence,
      })),
    )
    return JSON.stringify({ id, quotes: predicted })
  })
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  writeFileSync(out, `${lines.join('\n')}\n`)
  return bytes / 1e6 / seconds
}

function evaluate(predicted: string, goldFile: string, kinds: string): Figures {
  const errors = errorsAt === -1 ? [] : ['--errors', `${process.argv[errorsAt + 1]}.${kinds}`]
  const options = ['--pred', predicted, '--gold', goldFile, '--kinds', kinds, '--json', '--ci', '200', ...errors]
  const child = spawnSync(process.execPath, [join(folder, 'eval.mjs'), ...options], { maxBuffer: 1e9 })
  if (child.status !== 0) throw new Error(`the evaluator failed: ${child.stderr.toString()}`)
  return figures.parse(JSON.parse(child.stdout.toString()))
}

function percent(value: number): string {
  return (100 * value).toFixed(1).padStart(5)
}

function row(label: string, { overlap, e2e, buckets, ci95 }: Figures): void {
  const byType = TYPES.map((type) => {
    const matching = Object.entries(buckets).flatMap(([bucket, counts]) => (typeOf(bucket) === type ? [counts] : []))
    const count = matching.reduce((sum, { n }) => sum + n, 0)
    const hits = matching.reduce((sum, counts) => sum + counts.right, 0)
    return count === 0 ? '-' : percent(hits / count)
  })
  const [low, high] = ci95?.e2eF1 ?? [0, 0]
  console.log(
    `${label.padEnd(22)} ${percent(overlap.F1)}        ${percent(e2e.P)} ${percent(e2e.R)} ${percent(e2e.F1)}   ${percent(low)}–${percent(high).trim()}   ${byType.map((cell) => cell.padStart(8)).join(' ')}`,
  )
}

/** The evaluator's buckets are "named", "pronoun/silver", "gold/nominal/person". */
function typeOf(bucket: string): string {
  return bucket.replace(/^gold\//, '').split('/')[0]!
}

function calibration({ confidence }: Figures): string {
  return Object.entries(confidence)
    .sort()
    .map(([bin, { n, right: hits }]) => `${bin}: ${percent(hits / n).trim()} of ${n}`)
    .join('; ')
}
