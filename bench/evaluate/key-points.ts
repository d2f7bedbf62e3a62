import { chooseKeyPoints } from '#core/summary/key-points.ts'
import type { Outline } from '#core/summary/outline.ts'
import type { Span } from '#core/text/span.ts'
import { givenFolder } from '../data/given-folder.ts'
import { type Highlighted, readHighlighted } from '../data/key-points.ts'
import { dataFolder } from '../data/labelled.ts'
import { isKeptForTesting } from '../data/split.ts'
import { type Rouge, scoreSpans } from '../measures/rouge.ts'

/**
 * How near key points come to the highlights that outlets wrote, beside the first three sentences, with how sure the
 * difference is (paired t over articles; beyond 2.6 it is one chance in a hundred):
 *
 *   npm run eval -- key-points [--data FOLDER]
 */
const folder = dataFolder(givenFolder(process.argv), 'ingest')
const all = readHighlighted(folder)
if (all === null)
  console.log(`skipped key points: no keypoints.dev.jsonl.gz in ${folder} (name its folder with --data)`)
else {
  time(all)
  for (const stemmed of [true, false]) {
    const made = all.filter(({ id }) => !isKeptForTesting(id))
    const kept = all.filter(({ id }) => isKeptForTesting(id))
    for (const [name, part] of [
      ['all', all],
      ['made on', made],
      ['kept for testing', kept],
    ] as const)
      report(`${name}, ${stemmed ? 'Porter stems, as ROUGE-1.5.5' : 'words as written'}`, part, stemmed)
  }
}

function time(articles: readonly Highlighted[]): void {
  const counts = [0, 0, 0, 0]
  let words = 0
  const begun = performance.now()
  const chosen = articles.map(({ outline }) => chooseKeyPoints(outline))
  const seconds = (performance.now() - begun) / 1000
  for (const [at, points] of chosen.entries()) {
    counts[points.length]!++
    for (const { start, end } of points) words += articles[at]!.outline.text.slice(start, end).split(/\s+/).length
  }
  const characters = articles.reduce((sum, { outline }) => sum + outline.text.length, 0)
  console.log(
    `${articles.length} articles, ${(characters / 1e6 / seconds).toFixed(1)} MB/s; with 0, 1, 2, 3 points: ${counts.join(', ')}; ` +
      `${(words / articles.length).toFixed(0)} words in all`,
  )
}

/** The first sentences, which news is hard to beat by. */
function leadOf({ sentences }: Outline): readonly Span[] {
  return sentences.slice(0, 3)
}

function report(name: string, articles: readonly Highlighted[], stemmed: boolean): void {
  const lead = articles.map((one) => scoreSpans(one, leadOf(one.outline), stemmed))
  const ours = articles.map((one) => scoreSpans(one, chooseKeyPoints(one.outline), stemmed))
  console.log(`${articles.length} articles: ${name}`)
  console.log(`  first three sentences  ${figures(lead)}`)
  console.log(
    `  key points             ${figures(ours)}   t ${(['r1', 'r2', 'rl'] as const).map((key) => pairedT(ours, lead, key).toFixed(1)).join(' / ')}`,
  )
}

function pairedT(ours: readonly Rouge[], theirs: readonly Rouge[], key: keyof Rouge): number {
  const gains = ours.map((one, at) => one[key] - theirs[at]![key])
  const average = gains.reduce((sum, gain) => sum + gain, 0) / gains.length
  const spread = gains.reduce((sum, gain) => sum + (gain - average) ** 2, 0) / (gains.length - 1)
  return average / Math.sqrt(spread / gains.length)
}

function figures(scores: readonly Rouge[]): string {
  return `R1 ${mean(scores, 'r1')}  R2 ${mean(scores, 'r2')}  RL ${mean(scores, 'rl')}`
}

function mean(scores: readonly Rouge[], key: keyof Rouge): string {
  return ((100 * scores.reduce((sum, one) => sum + one[key], 0)) / scores.length).toFixed(1)
}
