import { readFileSync, writeFileSync } from 'node:fs'
import { createLexicon } from '#core/lexicon.ts'
import { readArticle } from '#core/quotes/reading.ts'
import { dataFolder, readGold } from './data.ts'
import { labelReported } from './label-reported.ts'
import { labelSpeakers } from './label-speakers.ts'
import { type LabelledChoice, learn } from './learn.ts'
import { isKeptForTesting } from './split.ts'

/**
 * Learns the weights in content/models from labelled articles: who says a marked span, and what a cue
 * reports without marks. Only the making part is used (split.ts).
 *
 *   node bench/train.ts [--data FOLDER]
 */
const folder = dataFolder(process.argv)
const articles = (['polnear', 'gum'] as const).flatMap((set) => readGold(folder, set) ?? [])
if (articles.length === 0) throw new Error(`no labelled articles in ${folder}: give their folder with --data`)
const making = articles.filter(({ id }) => !isKeptForTesting(id))
const lexicon = createLexicon(JSON.parse(readFileSync(new URL('../content/lexicon/en.json', import.meta.url), 'utf8')))
const read = making.map((article) => ({ article, reading: readArticle(article.text, lexicon) }))

write(
  'speaker',
  read.flatMap(({ article, reading }) => labelSpeakers(article, reading)),
  1e-2,
)
write(
  'reported',
  read.flatMap(({ article, reading }) => labelReported(article, reading)),
  1e-2,
)

function write(name: string, choices: readonly LabelledChoice[], penalty: number): void {
  const { weights, loss } = learn(choices, penalty)
  const features = Object.keys(weights).length
  const provenance = {
    trainedOn: `${choices.length} choices in ${making.length} of ${articles.length} development articles (PolNeAR and GUM news), split as bench/split.ts says`,
    trainer: 'bench/train.ts',
    features,
  }
  writeFileSync(
    new URL(`../content/models/${name}.json`, import.meta.url),
    `${JSON.stringify({ provenance, weights }, null, 2)}\n`,
  )
  console.log(`${name}: ${choices.length} choices, ${features} weights, loss ${loss.toFixed(4)}`)
}
