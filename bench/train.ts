import { readFileSync, writeFileSync } from 'node:fs'
import { createLexicon } from '#core/lexicon.ts'
import type { Space } from '#core/quotes/feature-space.ts'
import { readArticle } from '#core/quotes/reading.ts'
import { REPORTED_SPACE } from '#core/quotes/reported-features.ts'
import { SPEAKER_SPACE } from '#core/quotes/speaker-features.ts'
import { dataFolder, readGold } from './data.ts'
import { labelReported } from './label-reported.ts'
import { labelSpeakers } from './label-speakers.ts'
import { type LabelledChoice, learn, meanLoss } from './learn.ts'
import { FOLDS, foldOf, isKeptForTesting } from './split.ts'

/**
 * Learns the weights in content/models from labelled articles: who says a marked span, and what a cue
 * reports without marks. Only the making part is used (split.ts).
 *
 *   node bench/train.ts [--data FOLDER] [--unseen]
 *
 * `--unseen` also prints the loss on articles that the weights have not seen, by folds of the making part.
 */
const folder = dataFolder(process.argv)
const articles = (['polnear', 'gum'] as const).flatMap((set) => readGold(folder, set) ?? [])
if (articles.length === 0) throw new Error(`no labelled articles in ${folder}: give their folder with --data`)
const making = articles.filter(({ id }) => !isKeptForTesting(id))
const lexicon = createLexicon(JSON.parse(readFileSync(new URL('../content/lexicon/en.json', import.meta.url), 'utf8')))
const read = making.map((article) => ({ article, reading: readArticle(article.text, lexicon) }))

const penaltyOf = (name: string, usual: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? usual : Number(process.argv[at + 1])
}

write(
  'speaker',
  SPEAKER_SPACE,
  read.map(({ article, reading }) => ({ id: article.id, choices: labelSpeakers(article, reading) })),
  penaltyOf('speaker', 3),
)
write(
  'reported',
  REPORTED_SPACE,
  read.map(({ article, reading }) => ({ id: article.id, choices: labelReported(article, reading) })),
  penaltyOf('reported', 3),
)

function write(
  name: string,
  space: Space,
  labelled: readonly { readonly id: string; readonly choices: readonly LabelledChoice[] }[],
  penalty: number,
): void {
  const choices = labelled.flatMap((one) => one.choices)
  const { weights, loss } = learn(choices, space.size(), penalty)
  const kept: Record<string, Record<string, number>> = {}
  let features = 0
  for (const [feature, weight] of weights.entries()) {
    if (Math.abs(weight) < 0.01) continue
    const [family, values] = space.nameOf(feature, lexicon.lemmas)
    kept[family] ??= {}
    kept[family][values] = Number(weight.toFixed(3))
    features += 1
  }
  const provenance = {
    trainedOn: `${choices.length} choices in ${making.length} of ${articles.length} development articles (PolNeAR and GUM news), split as bench/split.ts says`,
    trainer: 'bench/train.ts',
    features,
  }
  writeFileSync(
    new URL(`../content/models/${name}.json`, import.meta.url),
    `${JSON.stringify({ provenance, weights: kept }, null, 1)}\n`,
  )
  console.log(`${name}: ${choices.length} choices, ${features} weights, loss ${loss.toFixed(4)}`)
  if (process.argv.includes('--unseen')) console.log(`  unseen: ${unseenLoss(labelled, space, penalty).toFixed(4)}`)
}

/** What the loss is on articles that the weights have not seen. */
function unseenLoss(
  labelled: readonly { readonly id: string; readonly choices: readonly LabelledChoice[] }[],
  space: Space,
  penalty: number,
): number {
  let sum = 0
  let count = 0
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const seen = labelled.filter(({ id }) => foldOf(id) !== fold).flatMap(({ choices }) => choices)
    const unseen = labelled.filter(({ id }) => foldOf(id) === fold).flatMap(({ choices }) => choices)
    sum += meanLoss(unseen, learn(seen, space.size(), penalty).weights) * unseen.length
    count += unseen.length
  }
  return sum / count
}
