import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadEngine } from '#engine.ts'
import { givenFolder } from '../data/given-folder.ts'
import { DATA_SETS, type DataSet, type GoldArticle, readGold } from '../data/gold.ts'
import { dataFolder } from '../data/labelled.ts'
import { isKeptForTesting } from '../data/split.ts'
import {
  type Evaluator,
  interval,
  loadEvaluator,
  type Predicted,
  predict,
  type Scored,
  type Totals,
} from '../measures/score.ts'
import { scoreCorpus } from './corpus.ts'

/**
 * How well quotes and speakers are found, beside the baselines that come with the labelled articles:
 *
 *   npm run eval -- quotes [--data FOLDER] [--errors FILE]
 *
 * `--errors` writes the errors of the articles that rules and weights are made on; nobody reads the others.
 */
const { analyze } = loadEngine()
const MEASURES: readonly { set: DataSet; kinds: string; baselines: readonly string[] }[] = [
  { set: 'polnear', kinds: 'direct', baselines: ['naive', 'carry'] },
  { set: 'polnear', kinds: 'direct,mixed', baselines: ['naive', 'carry'] },
  { set: 'polnear', kinds: 'indirect', baselines: ['indirect'] },
  { set: 'gum', kinds: 'direct', baselines: ['naive', 'carry'] },
]
/** Fewer answers in a bin say nothing of it. */
const FEWEST = 50
/** So far from its confidence a bin may be right. */
const OFF = 0.05
const TYPES = ['named', 'org', 'pronoun', 'nominal', 'floating']

const folder = dataFolder(givenFolder(process.argv), 'quotes')
const errorsAt = process.argv.indexOf('--errors')
const { cases, expected, found, right } = scoreCorpus(analyze)
console.log(`own corpus: ${cases} cases, ${expected} quotes, ${found} found, ${right} with the right speaker\n`)
const said = new Map<string, { quotes: ReturnType<typeof predict> }>()
for (const measure of MEASURES) {
  const articles = readGold(folder, measure.set)
  if (articles === null) {
    console.log(`skipped ${DATA_SETS[measure.set]}: not in ${folder} (name its folder with --data)`)
    continue
  }
  for (const { id, text } of articles) if (!said.has(id)) said.set(id, { quotes: predict(analyze, text) })
  report(measure, articles, await loadEvaluator(folder, measure.kinds))
}

function report({ set, kinds, baselines }: (typeof MEASURES)[number], articles: readonly GoldArticle[], by: Evaluator) {
  console.log(`${set}, ${kinds}: ${articles.length} articles`)
  const types = TYPES.map((type) => type.padStart(8)).join(' ')
  console.log(`${''.padEnd(22)} spans   end to end P     R    F1   F1 95%       ${types}`)
  for (const baseline of baselines) {
    const predicted = runBaseline(baseline, articles)
    const scored = articles.map((article) => by.score(article, predicted.get(article.id) ?? { quotes: [] }))
    parts(baseline, articles, scored, by)
  }
  const scored = articles.map((article) => by.score(article, said.get(article.id)!))
  const gap = parts('ours', articles, scored, by)
  console.log(`  made on less kept for testing: ${percent(gap).trim()} points`)
  const named = articles.flatMap(({ id }) => said.get(id)!.quotes.filter((quote) => isNamedOf(quote, kinds)))
  console.log(`${calibration(by.total(scored), named)}\n`)
  if (errorsAt !== -1) {
    const made = scored.filter((_, at) => !isKeptForTesting(articles[at]!.id)).flatMap(({ errs }) => errs)
    writeFileSync(
      `${process.argv[errorsAt + 1]}.${set}.${kinds}`,
      made.map((error) => `${JSON.stringify(error)}\n`).join(''),
    )
  }
}

/** Prints all articles, those made on, those kept; gives by how much F1 is higher on those made on. */
function parts(label: string, articles: readonly GoldArticle[], scored: readonly Scored[], by: Evaluator): number {
  row(label, scored, by)
  const kept = (want: boolean) => scored.filter((_, at) => isKeptForTesting(articles[at]!.id) === want)
  const made = row('  made on', kept(false), by)
  return made - row('  kept for testing', kept(true), by)
}

function runBaseline(name: string, articles: readonly GoldArticle[]): Map<string, { quotes: readonly unknown[] }> {
  const scratch = mkdtempSync(join(tmpdir(), 'onrecord-eval-'))
  try {
    const [gold, out] = [join(scratch, 'gold.jsonl'), join(scratch, 'out.jsonl')]
    writeFileSync(gold, articles.map((article) => `${JSON.stringify(article)}\n`).join(''))
    spawnSync(process.execPath, [join(folder, `baseline_${name}.mjs`), gold, out])
    const lines = readFileSync(out, 'utf8').trimEnd().split('\n')
    return new Map(lines.map((line) => JSON.parse(line)).map((line) => [line.id, line]))
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

function row(label: string, scored: readonly Scored[], by: Evaluator): number {
  const { overlap, e2e, buckets } = by.total(scored)
  const byType = TYPES.map((type) => {
    const matching = Object.entries(buckets).flatMap(([bucket, counts]) => (typeOf(bucket) === type ? [counts] : []))
    const count = matching.reduce((sum, { n }) => sum + n, 0)
    const hits = matching.reduce((sum, counts) => sum + counts.right, 0)
    return (count === 0 ? '-' : percent(hits / count)).padStart(8)
  }).join(' ')
  const [low, high] = interval(scored, (drawn) => by.total(drawn).e2e.F1)
  console.log(
    `${label.padEnd(22)} ${percent(overlap.F1)}        ${percent(e2e.P)} ${percent(e2e.R)} ${percent(e2e.F1)}   ${percent(low)}–${percent(high).trim()}   ${byType}`,
  )
  return e2e.F1
}

function percent(value: number): string {
  return (100 * value).toFixed(1).padStart(5)
}

/** The evaluator's buckets are "named", "pronoun/silver", "gold/nominal/person". */
function typeOf(bucket: string): string {
  return bucket.replace(/^gold\//, '').split('/')[0]!
}

function isNamedOf({ kind, speaker }: Predicted, kinds: string): boolean {
  return speaker !== null && kinds.split(',').includes(kind)
}

/**
 * By tenths of confidence, what it says (the speaker is right, if the words were said) and how often that is so of the
 * labelled quotes found; beside it how many predictions of the kind there are, whatever the labels have of their words.
 */
function calibration({ confidence }: Totals, named: readonly Predicted[]): string {
  const bins = Object.entries(confidence).sort()
  const rows = bins.map(([bin, { n, right: hits }]) => {
    const low = Number.parseFloat(bin)
    const inside = named.filter(({ confidence: sure }) => Math.min(9, Math.floor(sure * 10)) === Math.round(low * 10))
    const stated = inside.reduce((sum, { confidence: sure }) => sum + sure, 0) / inside.length
    const isOff = n >= FEWEST && Math.abs(hits / n - stated) > OFF
    const figures = [stated, hits / n].map((value) => percent(value).padStart(8))
    const counts = [n, inside.length].map((count) => String(count).padStart(8))
    return `  ${bin.padEnd(22)}${[...figures, ...counts].join('')}${isOff ? '   more than 5 points off' : ''}`
  })
  return [`  ${'confidence, all'.padEnd(22)}  stated   right      of   given`, ...rows].join('\n')
}
