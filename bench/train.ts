import { readFileSync, writeFileSync } from 'node:fs'
import { createLexicon } from '#core/lexicon.ts'
import { type Candidate, carriedCandidate, findCandidates, findPlaces, type Place } from '#core/quotes/candidates.ts'
import type { Marked } from '#core/quotes/marks.ts'
import { type ArticleReading, readArticle } from '#core/quotes/reading.ts'
import { dataFolder, type GoldArticle, type GoldQuote, readGold } from './data.ts'
import { isKeptForTesting } from './split.ts'

/**
 * Learns the weight of each named feature: a conditional logit over the candidates of one marked span, so
 * that the shares it gives are probabilities. Plain gradient descent with AdaGrad's steps and an L2
 * penalty, in a fixed order: two trainings give the same file.
 *
 *   node bench/train.ts [--data FOLDER]
 */
const EPOCHS = 25
const STEP = 0.25
const PENALTY = 2e-4
const RAREST = 4

interface Example {
  readonly candidates: readonly (readonly number[])[]
  readonly right: readonly boolean[]
}

const lexicon = createLexicon(JSON.parse(readFileSync(new URL('../content/lexicon/en.json', import.meta.url), 'utf8')))
const folder = dataFolder(process.argv)
const articles = (['polnear', 'gum'] as const).flatMap((set) => readGold(folder, set) ?? [])
if (articles.length === 0) throw new Error(`no labelled articles in ${folder}: give their folder with --data`)
const making = articles.filter(({ id }) => !isKeptForTesting(id))

const counts = new Map<string, number>()
const raw = making.flatMap((article) => examplesOf(article))
for (const example of raw)
  for (const candidate of example.candidates)
    for (const feature of candidate.features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
const names = [...counts]
  .filter(([, count]) => count >= RAREST)
  .map(([name]) => name)
  .sort()
const index = new Map(names.map((name, at) => [name, at]))
const examples = raw.map(
  ({ candidates, right }): Example => ({
    candidates: candidates.map(({ features }) => features.flatMap((feature) => index.get(feature) ?? [])),
    right,
  }),
)
const weights = fit(examples, names.length)
const out = new URL('../content/models/speaker.json', import.meta.url)
const kept = names.flatMap((name, at) =>
  Math.abs(weights[at]!) < 0.01 ? [] : [[name, Number(weights[at]!.toFixed(3))] as const],
)
writeFileSync(
  out,
  `${JSON.stringify(
    {
      provenance: {
        trainedOn: `${making.length} of ${articles.length} development articles (PolNeAR, GUM news), split as bench/split.ts says`,
        trainer: 'bench/train.ts',
        features: kept.length,
      },
      weights: Object.fromEntries(kept),
    },
    null,
    1,
  )}\n`,
)
console.log(`${examples.length} marked spans, ${kept.length} weights`)

function fit(all: readonly Example[], size: number): Float64Array {
  const weight = new Float64Array(size)
  const squares = new Float64Array(size).fill(1e-2)
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    let loss = 0
    for (let turn = 0; turn < all.length; turn += 1) {
      // A fixed stride that shares no factor with the number of examples visits each once, far from its neighbours.
      const example = all[(turn * 7919 + epoch * 31) % all.length]!
      const scores = example.candidates.map((features) => features.reduce((sum, feature) => sum + weight[feature]!, 0))
      const top = Math.max(...scores)
      const powers = scores.map((value) => Math.exp(value - top))
      const sum = powers.reduce((total, power) => total + power, 0)
      const rightSum = powers.reduce((total, power, at) => total + (example.right[at] ? power : 0), 0)
      loss -= Math.log(Math.max(rightSum / sum, 1e-9))
      const gradient = new Map<number, number>()
      for (const [at, features] of example.candidates.entries()) {
        const share = powers[at]! / sum
        const target = example.right[at] ? powers[at]! / rightSum : 0
        for (const feature of features) gradient.set(feature, (gradient.get(feature) ?? 0) + share - target)
      }
      for (const [feature, slope] of gradient) {
        const step = slope + PENALTY * weight[feature]!
        squares[feature]! += step * step
        weight[feature]! -= (STEP / Math.sqrt(squares[feature]!)) * step
      }
    }
    if (epoch % 5 === 4) console.log(`epoch ${epoch + 1}: loss ${(loss / all.length).toFixed(4)}`)
  }
  return weight
}

function examplesOf(article: GoldArticle): { candidates: Candidate[]; right: boolean[] }[] {
  const reading = readArticle(article.text, lexicon)
  const examples: { candidates: Candidate[]; right: boolean[] }[] = []
  let last: { candidate: Candidate; place: Place } | null = null
  for (const place of findPlaces(reading.frames)) {
    const marked = reading.outer[place.quote]!
    const candidates = findCandidates(reading, place)
    if (last !== null) candidates.push(carriedCandidate(reading, place, last.candidate, last.place))
    const gold = goldOf(article, marked)
    if (gold === 'unclear') continue
    const right = candidates.map((candidate) => isRight(reading, candidate, gold))
    if (right.some((yes) => yes)) {
      examples.push({ candidates, right })
      const best = candidates.find((candidate, at) => right[at] && candidate.mention !== null)
      if (best !== undefined) last = { candidate: best, place }
    }
  }
  return examples
}

function goldOf(article: GoldArticle, marked: Marked): GoldQuote | 'nobody' | 'unclear' {
  const { start, end } = marked.content
  const size = end - start
  let touched = false
  for (const quote of article.quotes) {
    const shared = Math.min(end, quote.end) - Math.max(start, quote.start)
    if (shared <= 0) continue
    touched = true
    const inner = Math.min(quote.end, end + 2) - Math.max(quote.start, start - 2)
    if (
      quote.kind !== 'nested' &&
      quote.kind !== 'indirect' &&
      shared >= 0.7 * size &&
      (inner >= 0.7 * (quote.end - quote.start) || article.text.slice(quote.start, quote.end).includes('\n'))
    )
      return quote
  }
  return touched ? 'unclear' : 'nobody'
}

function isRight(reading: ArticleReading, candidate: Candidate, gold: GoldQuote | 'nobody'): boolean {
  if (gold === 'nobody') return candidate.mention === null
  if (candidate.mention === null) return false
  const spans = gold.speaker_spans ?? []
  if (spans.length === 0) return candidate.carried
  const { tokens } = reading.words
  const start = tokens[candidate.mention.first]!.start
  const end = tokens[candidate.mention.last]!.end
  return spans.some(([from, to]) => Math.min(end, to) > Math.max(start, from))
}
