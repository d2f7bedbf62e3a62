import { writeFileSync } from 'node:fs'
import { compareArticles, FEATURES } from '#core/story/same-event.ts'
import { type Background, createWeigh } from '#core/story/vocabulary.ts'
import { givenFolder } from '../data/given-folder.ts'
import { dataFolder } from '../data/labelled.ts'
import { isOneIn } from '../data/split.ts'
import { isMadeOn, readClustered, readTexts } from '../data/stories.ts'
import { readText, readTraits, traitsOf } from '../data/story-traits.ts'
import { type Example, fitLogistic } from './fit-logistic.ts'

/**
 * Learns how much each likeness of two articles says about whether they tell one event: logistic regression on the
 * pairs of split Train. Also counts in how many news texts each common term stands. Two trainings give the same file.
 *
 *   node bench/train/stories.ts [--data FOLDER]
 */
/** A pair of different topics is easy: one in twenty is enough. */
const EASY = 20
/** Rarer terms are not listed: what is listed says which are common. */
const COMMON = 8
const PENALTY = 1
/** Of pairs of different texts of full length, one in so many; those more alike than this are updates of one report. */
const EASY_FULL = 4
const LIKELY_COPY = 0.5

const folder = dataFolder(givenFolder(process.argv), 'ingest')
const train = readClustered(folder)?.filter(({ split }) => split === 'Train')
const texts = readTexts(folder)
if (train === undefined || texts === null)
  throw new Error(`no stories.dev.jsonl.gz and keypoints.dev.jsonl.gz in ${folder}: name their folder with --data`)

const background = count(texts)
const weigh = createWeigh(background)
const weighed = train.map((one) => weigh(traitsOf(one.text)))
const examples = train.flatMap((a, i) =>
  train.slice(0, i).flatMap((b, j) => {
    const same = a.cluster === b.cluster
    if (!same && a.topic !== b.topic && !isOneIn(EASY, a.id + b.id)) return []
    return [{ values: compareArticles(weighed[i]!, weighed[j]!), right: same }]
  }),
)
const weights = fitLogistic([...examples, ...fullLength(texts.filter(isMadeOn))], PENALTY)
const file = new URL('../../content/models/story.json', import.meta.url)
writeFileSync(
  file,
  `${JSON.stringify(
    {
      provenance: {
        trainedOn: `${examples.length} pairs of ${train.length} texts (ECB+, split Train); common terms counted in ${texts.length} news texts`,
        trainer: 'bench/train/stories.ts',
      },
      weights: Object.fromEntries(FEATURES.map((name, at) => [name, Number(weights[at]!.toFixed(3))])),
      background,
    },
    null,
    2,
  )}\n`,
)
console.log(`${examples.length} pairs; ${FEATURES.map((name, at) => `${name} ${weights[at]!.toFixed(2)}`).join(', ')}`)

function count(all: readonly string[]): Background {
  const counts = new Map<string, number>()
  for (const text of all)
    for (const [term] of readTraits({ title: '', text }, { people: [], figures: [] }).words)
      counts.set(term, (counts.get(term) ?? 0) + 1)
  const common = [...counts]
    .filter(([term, held]) => held >= COMMON && !term.includes(' '))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return { texts: all.length, terms: Object.fromEntries(common) }
}

/**
 * Texts of full length, for which there is no truth: two different ones tell two events, nearly always; every other
 * sentence of one and the rest of it tell one, as two outlets do.
 */
function fullLength(all: readonly string[]): Example[] {
  const halves = all.map((text) => {
    const sentences = readText({ title: '', text }).sentences.map(({ start, end }) => text.slice(start, end))
    return [0, 1].map((odd) => sentences.filter((_, at) => at % 2 === odd).join(' '))
  })
  const read = halves.map((pair) => pair.map((text) => weigh(traitsOf(text))))
  const whole = all.map((text) => weigh(traitsOf(text)))
  const one = read.map(([a, b]) => ({ values: compareArticles(a!, b!), right: true }))
  const two = whole.flatMap((a, i) =>
    whole.slice(0, i).flatMap((b, j) => {
      const values = compareArticles(a, b)
      return values[1]! > LIKELY_COPY || !isOneIn(EASY_FULL, `${i} ${j}`) ? [] : [{ values, right: false }]
    }),
  )
  return [...one, ...two]
}
