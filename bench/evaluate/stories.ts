import { readFileSync } from 'node:fs'
import { createStories } from '#core/story/cluster.ts'
import { createStoryModel } from '#core/story/same-event.ts'
import type { Traits } from '#core/story/traits.ts'
import { givenFolder } from '../data/given-folder.ts'
import { dataFolder } from '../data/labelled.ts'
import { type Clustered, isMadeOn, readClustered, readTexts } from '../data/stories.ts'
import { traitsOf } from '../data/story-traits.ts'
import { bCubed, type Figures } from '../measures/b-cubed.ts'
import { clusterByCentroid } from './centroid-baseline.ts'

/**
 * How well articles about one event are joined into one story: B³ on split Dev, which nothing was tuned on, and on
 * Train, beside TF-IDF centroids on the same order of arrival. Means over five fixed orders.
 *
 *   npm run eval -- stories [--data FOLDER]
 */
const ORDERS = [1, 2, 3, 4, 5]
/** The centroid's best threshold on Train, of 0.10, 0.12 … 0.40. */
const THRESHOLDS = Array.from({ length: 16 }, (_, at) => 0.1 + 0.02 * at)

const model = createStoryModel(
  JSON.parse(readFileSync(new URL('../../content/models/story.json', import.meta.url), 'utf8')),
)
const folder = dataFolder(givenFolder(process.argv), 'ingest')
const all = readClustered(folder)
if (all === null) console.log(`skipped stories: no stories.dev.jsonl.gz in ${folder} (name its folder with --data)`)

interface Told extends Clustered {
  readonly traits: Traits
}

function measure(texts: readonly Clustered[]): void {
  const told = texts.map((one) => ({ ...one, traits: traitsOf(one.text) }))
  const train = told.filter(({ split }) => split === 'Train')
  const dev = told.filter(({ split }) => split === 'Dev')
  const best = THRESHOLDS.map((threshold) => ({ threshold, ...mean(train, centroid(threshold)) })).sort(
    (a, b) => b.f1 - a.f1,
  )[0]!
  for (const [name, part] of [
    ['Train', train],
    ['Dev', dev],
  ] as const) {
    const started = performance.now()
    print(`${name}, stories`, mean(part, ours))
    const seconds = (performance.now() - started) / 1000
    print(`${name}, TF-IDF centroids at ${best.threshold.toFixed(2)}`, mean(part, centroid(best.threshold)))
    console.log(
      `   ${part.length} texts in ${new Set(part.map(({ cluster }) => cluster)).size} events; ${seconds.toFixed(1)} s`,
    )
  }
}

function ours(texts: readonly Told[]): readonly string[] {
  const stories = createStories(model)
  for (const { id, traits } of texts) stories.add({ id, published: 0, traits })
  return texts.map(({ id }) => stories.storyOf(id)!)
}

const centroid = (threshold: number) => (texts: readonly Told[]) =>
  clusterByCentroid(
    texts.map(({ traits }) => traits),
    threshold,
  )

function mean(texts: readonly Told[], cluster: (texts: readonly Told[]) => readonly (string | number)[]): Figures {
  const figures = ORDERS.map((order) => {
    const arrived = texts
      .map((one) => ({ one, rank: rank(`${order} ${one.id}`) }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ one }) => one)
    return bCubed(
      arrived.map(({ cluster: truth }) => truth),
      cluster(arrived),
    )
  })
  const average = (of: (one: Figures) => number) => figures.reduce((sum, one) => sum + of(one), 0) / figures.length
  return {
    precision: average((one) => one.precision),
    recall: average((one) => one.recall),
    f1: average((one) => one.f1),
  }
}

function rank(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash
}

function print(name: string, { precision, recall, f1 }: Figures): void {
  console.log(
    `${name.padEnd(36)} B³ F1 ${f1.toFixed(3)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)})`,
  )
}

/** Full-length texts of one outlet over a month, for which there is no truth: how many are joined is for reading. */
function measureApart(texts: readonly string[]): void {
  const stories = createStories(model)
  const started = performance.now()
  for (const [at, text] of texts.entries()) stories.add({ id: String(at), published: 0, traits: traitsOf(text) })
  const joined = texts.filter((_, at) => stories.articlesOf(stories.storyOf(String(at))!).length > 1).length
  const seconds = (performance.now() - started) / 1000
  console.log(
    `${texts.length} texts of full length, without a truth: ${joined} are joined to another (${seconds.toFixed(1)} s)`,
  )
}

/** Invented articles, four to an event, over ten days: what newcomers can measure without any data. */
function measureSpeed(count: number): void {
  const arrived = Array.from({ length: count }, (_, at) => invented(at, rank(`event ${at}`) % (count / 4)))
  const started = performance.now()
  const stories = createStories(model)
  for (const article of arrived) stories.add(article)
  const seconds = (performance.now() - started) / 1000
  const figures = bCubed(
    arrived.map(({ event }) => String(event)),
    arrived.map(({ id }) => stories.storyOf(id)!),
  )
  print(`${count} invented articles`, figures)
  console.log(`   ${seconds.toFixed(1)} s`)
}

function invented(at: number, event: number) {
  const words = new Map<string, number>()
  for (let word = 0; word < 90; word += 1) words.set(`w${Math.floor(1.0009 ** (rank(`${at} ${word}`) % 8000))}`, 1)
  const own = Array.from({ length: 12 }, (_, word) => `e${event}x${word}`).filter(
    (word) => rank(`${at} ${word}`) % 3 > 0,
  )
  for (const word of own) words.set(word, 2)
  const published = (event % 10) * 24 * 60 * 60 * 1000
  const traits: Traits = { words: [...words], names: own.slice(0, 4), numbers: [], counts: [] }
  return { id: String(at), published, traits, event }
}

if (all !== null) measure(all)
const apart = readTexts(folder)
if (apart === null) console.log(`skipped texts of other events: no keypoints.dev.jsonl.gz in ${folder}`)
else measureApart(apart.filter((text) => !isMadeOn(text)))
measureSpeed(10_000)
