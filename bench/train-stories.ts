import { writeFileSync } from 'node:fs'
import { compareArticles, FEATURES } from '#core/story/same-event.ts'
import { createTraits } from '#core/story/traits.ts'
import { type Background, createWeigh } from '#core/story/vocabulary.ts'
import { loadEngine } from '../src/engine.ts'
import { fitLogistic } from './fit-logistic.ts'
import { isOneIn } from './split.ts'
import { readClustered, readTexts, storyDataFolder } from './story-data.ts'
import { traitsOf } from './story-traits.ts'

/**
 * Learns how much each likeness of two articles says about whether they tell one event: logistic regression on the
 * pairs of split Train. Also counts in how many news texts each common term stands. Two trainings give the same file.
 *
 *   node bench/train-stories.ts [--data FOLDER]
 */
/** A pair of different topics is easy: one in twenty is enough. */
const EASY = 20
/** Rarer terms are not listed: what is listed says which are common. */
const COMMON = 8
const PENALTY = 1

const { lexicon, analyze } = loadEngine()
const folder = storyDataFolder(process.argv)
const train = readClustered(folder)?.filter(({ split }) => split === 'Train')
const texts = readTexts(folder)
if (train === undefined || texts === null)
  throw new Error(`no stories.dev.jsonl.gz and keypoints.dev.jsonl.gz in ${folder}: give their folder with --data`)

const background = count(texts)
const weigh = createWeigh(background)
const weighed = train.map((one) => weigh(traitsOf(one.text, analyze, lexicon)))
const examples = train.flatMap((a, i) =>
  train.slice(0, i).flatMap((b, j) => {
    const same = a.cluster === b.cluster
    if (!same && a.topic !== b.topic && !isOneIn(EASY, a.id + b.id)) return []
    return [{ values: compareArticles(weighed[i]!, weighed[j]!), right: same }]
  }),
)
const weights = fitLogistic(examples, PENALTY)
const file = new URL('../content/models/story.json', import.meta.url)
writeFileSync(
  file,
  `${JSON.stringify(
    {
      provenance: {
        trainedOn: `${examples.length} pairs of ${train.length} texts (ECB+, split Train); common terms counted in ${texts.length} news texts`,
        trainer: 'bench/train-stories.ts',
      },
      weights: Object.fromEntries(FEATURES.map((name, at) => [name, Number(weights[at]!.toFixed(3))])),
      background,
    },
    null,
    1,
  )}\n`,
)
console.log(`${examples.length} pairs; ${FEATURES.map((name, at) => `${name} ${weights[at]!.toFixed(2)}`).join(', ')}`)

function count(all: readonly string[]): Background {
  const read = createTraits(lexicon.functionWords)
  const counts = new Map<string, number>()
  for (const text of all)
    for (const [term] of read({ title: '', text }, { people: [], figures: [] }).words)
      counts.set(term, (counts.get(term) ?? 0) + 1)
  const common = [...counts]
    .filter(([term, held]) => held >= COMMON && !term.includes(' '))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return { texts: all.length, terms: Object.fromEntries(common) }
}
