import { readFileSync, writeFileSync } from 'node:fs'
import type { Models } from '#core/analyze.ts'
import { createLexicon } from '#core/lexicon.ts'
import type { Space } from '#core/quotes/feature-space.ts'
import { type Calibration, createModel, type Model } from '#core/quotes/model.ts'
import { readArticle } from '#core/quotes/reading.ts'
import { REPORTED_SPACE } from '#core/quotes/reported/reported-features.ts'
import { nobody, SPEAKER_SPACE } from '#core/quotes/speakers/speaker-features.ts'
import { type GoldArticle, readGold } from '../data/gold.ts'
import { FOLDS, foldOf, isKeptForTesting } from '../data/split.ts'
import { loadEvaluator } from '../measures/score.ts'
import { type Asked, answersOf, fitCalibration, MARKED, REPORTED, uncalibrated } from './calibrate.ts'
import { labelReported } from './label-reported.ts'
import { labelSpeakers } from './label-speakers.ts'
import { type LabelledChoice, learn, meanLoss } from './learn.ts'
import { readTrainOptions, TRAIN_USE, type TrainOptions } from './options.ts'

/**
 * Learns the weights in content/models from labelled articles: who says a marked span, and what a cue
 * reports without marks. Only the making part is used (split.ts). How shares become confidence is learnt from
 * articles that the weights have not seen, by folds of the making part. Its use is in options.ts.
 */
const { folder, only, unseen, check } = optionsOrUse()
const articles = (['polnear', 'gum'] as const).flatMap((set) => readGold(folder, set) ?? [])
if (articles.length === 0) throw new Error(`no labelled articles in ${folder}: name their folder with --data`)
const making = articles.filter(({ id }) => !isKeptForTesting(id))
const lexicon = createLexicon(
  JSON.parse(readFileSync(new URL('../../content/lexicon/en.json', import.meta.url), 'utf8')),
)
const read = making.map((article) => ({ article, reading: readArticle(article.text, lexicon) }))

/** How much weights are held back: the losses on unseen parts are flat from half to thrice of these. */
const PENALTY = 3

/** Added to "nobody says it" for words woven into the article's own sentence: docs/decisions/0115-caution.md. */
const CAUTION = 1.5

interface Labelled {
  readonly article: GoldArticle
  readonly choices: readonly LabelledChoice[]
}

type Weigh = (choices: readonly LabelledChoice[]) => Float64Array

let speakerFile: string | null = null
if (only !== 'reported') {
  const speakers = read.map(({ article, reading }) => ({ article, choices: labelSpeakers(article, reading) }))
  const silent = uncalibrated(new Float64Array(REPORTED_SPACE.size()))
  const calibration = await calibrationOf(speakers, 'direct,mixed', MARKED, learnCautious, (speaker) => ({
    speaker,
    reported: silent,
  }))
  speakerFile = fileText('speaker', SPEAKER_SPACE, speakers, learnCautious, calibration)
  keep('speaker', speakerFile)
}
if (only !== 'speaker') {
  const reports = read.map(({ article, reading }) => ({ article, choices: labelReported(article, reading) }))
  // Whom a pronoun means goes by who spoke before, as the weights that were just made have it.
  const speaker = createModel(
    JSON.parse(speakerFile ?? readFileSync(fileOf('speaker'), 'utf8')),
    SPEAKER_SPACE,
    lexicon.lemmas,
  )
  const calibration = await calibrationOf(reports, 'indirect', REPORTED, learnReports, (reported) => ({
    speaker,
    reported,
  }))
  keep('reported', fileText('reported', REPORTED_SPACE, reports, learnReports, calibration))
}

/** How often answers are right on articles that the weights behind them have not seen. */
async function calibrationOf(
  labelled: readonly Labelled[],
  kinds: string,
  asked: Asked,
  weigh: Weigh,
  modelsOf: (unseen: Model) => Models,
): Promise<Calibration> {
  const evaluator = await loadEvaluator(folder, kinds)
  const answers = byFolds(labelled).flatMap(({ seen, unseen }) => {
    const articles = unseen.map(({ article }) => article)
    const models = modelsOf(uncalibrated(weigh(choicesOf(seen))))
    return answersOf(articles, models, lexicon, evaluator, asked)
  })
  return fitCalibration(answers)
}

function learnReports(choices: readonly LabelledChoice[]): Float64Array {
  return learn(choices, REPORTED_SPACE.size(), PENALTY).weights
}

function learnCautious(choices: readonly LabelledChoice[]): Float64Array {
  const { weights } = learn(choices, SPEAKER_SPACE.size(), PENALTY)
  weights[nobody.alone(0)]! += CAUTION
  return weights
}

function fileOf(name: string): URL {
  return new URL(`../../content/models/${name}.json`, import.meta.url)
}

function byFolds(labelled: readonly Labelled[]): { seen: Labelled[]; unseen: Labelled[] }[] {
  return Array.from({ length: FOLDS }, (_, fold) => ({
    seen: labelled.filter(({ article }) => foldOf(article.id) !== fold),
    unseen: labelled.filter(({ article }) => foldOf(article.id) === fold),
  }))
}

function choicesOf(labelled: readonly Labelled[]): LabelledChoice[] {
  return labelled.flatMap(({ choices }) => choices)
}

/** The file of a model: the same text for the same articles, lexicon and rules. */
function fileText(
  name: string,
  space: Space,
  labelled: readonly Labelled[],
  weigh: Weigh,
  calibration: Calibration,
): string {
  const choices = choicesOf(labelled)
  const weights = weigh(choices)
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
    trainedOn: `${choices.length} choices in ${making.length} of ${articles.length} development articles (PolNeAR and GUM news), split as bench/data/split.ts says`,
    trainer: 'bench/train/quotes.ts',
    features,
  }
  console.log(`${name}: ${choices.length} choices, ${features} weights, loss ${meanLoss(choices, weights).toFixed(4)}`)
  if (unseen) console.log(`  unseen: ${unseenLoss(labelled, space).toFixed(4)}`)
  return `${JSON.stringify({ provenance, calibration, weights: kept }, null, 2)}\n`
}

function keep(name: string, text: string): void {
  if (!check) {
    writeFileSync(fileOf(name), text)
    return
  }
  const isSame = readFileSync(fileOf(name), 'utf8') === text
  console.log(`  content/models/${name}.json ${isSame ? 'is' : 'is NOT'} what training makes`)
  if (!isSame) process.exitCode = 1
}

function optionsOrUse(): TrainOptions {
  try {
    const options = readTrainOptions(process.argv.slice(2))
    if (options !== null) return options
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${TRAIN_USE}`)
    process.exit(2)
  }
  process.stdout.write(TRAIN_USE)
  process.exit(0)
}

/** What the loss is on articles that the weights have not seen. */
function unseenLoss(labelled: readonly Labelled[], space: Space): number {
  let sum = 0
  let count = 0
  for (const { seen, unseen } of byFolds(labelled)) {
    const choices = choicesOf(unseen)
    sum += meanLoss(choices, learn(choicesOf(seen), space.size(), PENALTY).weights) * choices.length
    count += choices.length
  }
  return sum / count
}
