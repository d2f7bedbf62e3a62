import { chooseKeyPoints } from '#core/summary/key-points.ts'
import { WEIGHTS, type Weights } from '#core/summary/weights.ts'
import { givenFolder } from '../data/given-folder.ts'
import { type Highlighted, readHighlighted } from '../data/key-points.ts'
import { dataFolder } from '../data/labelled.ts'
import { isKeptForTesting } from '../data/split.ts'
import { type Rouge, scoreSpans } from '../measures/rouge.ts'

/**
 * Makes the weights of src/core/summary/weights.ts by climbing the measure itself (mean of ROUGE-1, 2 and L): in each round the
 * one weight and step that gain the most, in steps that a person can read, until none gains enough. There is no chance in it; the third kept
 * for testing is not looked at. Prints the weights.
 *
 *   node bench/train/key-points.ts [--data FOLDER]
 */
const STEPS = [-2, -1, -0.5, 0.5, 1, 2]
/** In points of ROUGE. */
const LEAST_GAIN = 0.02
const ROUNDS = 20
/** Before any training, set by judgement. */
const START: Weights = {
  ...WEIGHTS,
  first: 0,
  early: 3,
  central: 6,
  readableLength: 1,
  hasName: 1,
  hasFigure: 0.25,
}
/** The articles have no titles and no paragraphs, and the measure does not know what is easy to read. */
const JUDGED: ReadonlySet<string> = new Set([
  'sharesTitle',
  'opensParagraph',
  'readableLength',
] satisfies (keyof Weights)[])

const NAMES = (Object.keys(START) as (keyof Weights)[]).filter((name) => !JUDGED.has(name))

const folder = dataFolder(givenFolder(process.argv), 'ingest')
const all = readHighlighted(folder)
if (all === null) throw new Error(`no keypoints.dev.jsonl.gz in ${folder}: name its folder with --data`)
const made = all.filter(({ id }) => !isKeptForTesting(id))
const known = new Map<string, number>()
let weights = START
let best = measure(weights)
for (let round = 0; round < ROUNDS; round += 1) {
  const tries = NAMES.flatMap((name) => STEPS.map((step) => ({ ...weights, [name]: weights[name] + step })))
  const measured = tries
    .map((tried) => ({ tried, gained: measure(tried) }))
    .sort((one, other) => other.gained - one.gained)
  const top = measured[0]
  if (top === undefined || top.gained <= best + LEAST_GAIN) break
  best = top.gained
  weights = top.tried
}
console.log(
  `${made.length} articles, mean of ROUGE-1, 2 and L ${measure(START).toFixed(2)} before, ${best.toFixed(2)} after`,
)
console.log(JSON.stringify(weights, null, 2))

function measure(tried: Weights): number {
  return (100 * made.reduce((sum, article) => sum + scoreOf(article, tried), 0)) / made.length
}

/** A choice of sentences comes up with many weights and is scored once. */
function scoreOf(article: Highlighted, tried: Weights): number {
  const points = chooseKeyPoints(article.outline, undefined, tried)
  const key = `${article.id} ${points.map(({ start }) => start).join(' ')}`
  const score = known.get(key) ?? sum(scoreSpans(article, points)) / 3
  known.set(key, score)
  return score
}

function sum({ r1, r2, rl }: Rouge): number {
  return r1 + r2 + rl
}
