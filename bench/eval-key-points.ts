import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { findFigures } from '#core/figures/find-figures.ts'
import { chooseKeyPoints } from '#core/key-points.ts'
import type { Span } from '#core/text/span.ts'
import { loadEngine } from '#engine.ts'
import { type Rouge, rouge } from './rouge.ts'

const FILE = 'keypoints.dev.jsonl.gz'
const LEAD = 3
const gold = z.looseObject({ article: z.string(), refs: z.array(z.array(z.string())) })

const at = process.argv.indexOf('--data')
const folder = (at === -1 ? undefined : process.argv[at + 1]) ?? process.env['ONRECORD_EVAL_DATA'] ?? ''
const file = join(folder, FILE)
if (existsSync(file)) run(gunzipSync(readFileSync(file)).toString('utf8'))
else console.log(`skipped key points: no ${FILE} in the folder of --data`)

function run(lines: string): void {
  const { analyze } = loadEngine()
  const lead: Rouge[] = []
  const ours: Rouge[] = []
  const counts = [0, 0, 0, 0]
  let seconds = 0
  let characters = 0
  for (const line of lines.split('\n').filter((one) => one !== '')) {
    const { article: text, refs } = gold.parse(JSON.parse(line))
    const analysis = analyze({ title: '', text })
    const figures = findFigures(text, analysis.sentences)
    const begun = performance.now()
    const points = chooseKeyPoints({ ...analysis, title: '', text, figures })
    seconds += (performance.now() - begun) / 1000
    characters += text.length
    counts[points.length]!++
    lead.push(best(text, analysis.sentences.slice(0, LEAD), refs))
    ours.push(best(text, points, refs))
  }
  console.log(
    `${ours.length} articles, ${(characters / 1e6 / seconds).toFixed(1)} MB/s; with 0, 1, 2, 3 points: ${counts.join(', ')}`,
  )
  show('first three sentences', lead)
  show('key points', ours)
}

/** Against the closest reference, as ROUGE does where there are several. */
function best(text: string, spans: readonly Span[], refs: readonly string[][]): Rouge {
  const summary = spans.map(({ start, end }) => text.slice(start, end))
  const all = refs.map((reference) => rouge(summary, reference))
  return all.reduce((a, b) => ({ r1: Math.max(a.r1, b.r1), r2: Math.max(a.r2, b.r2), rl: Math.max(a.rl, b.rl) }))
}

function show(name: string, scores: readonly Rouge[]): void {
  const mean = (key: keyof Rouge): string =>
    ((100 * scores.reduce((sum, one) => sum + one[key], 0)) / scores.length).toFixed(1)
  console.log(`${name.padEnd(22)} R1 ${mean('r1')}  R2 ${mean('r2')}  RL ${mean('rl')}`)
}
