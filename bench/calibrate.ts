import { createAnalyzer } from '#core/analyze.ts'
import type { Lexicon } from '#core/lexicon.ts'
import type { Calibration } from '#core/quotes/model.ts'
import { REPORTED_SPACE } from '#core/quotes/reported-features.ts'
import type { GoldArticle } from './data.ts'
import { type Evaluator, predict } from './score.ts'

/** Of a quote whose speaker is known, the share that the chosen answer had, and whether it was right. */
export interface Answer {
  readonly share: number
  readonly right: boolean
}

/** Reads articles with weights that have not seen them. */
export function answersOf(
  articles: readonly GoldArticle[],
  weights: Float64Array,
  lexicon: Lexicon,
  evaluator: Evaluator,
): Answer[] {
  const same = { calibration: { slope: 1, offset: 0 }, nameOf: String }
  const silent = { ...same, weights: new Float64Array(REPORTED_SPACE.size()) }
  const analyze = createAnalyzer(lexicon, { speaker: { ...same, weights }, reported: silent })
  return articles.flatMap((article) => {
    const quotes = predict(analyze, article.text)
    const missed = new Set(evaluator.score(article, { quotes }).errs.map(({ start }) => start))
    return article.quotes.flatMap((gold) => {
      if (gold.speaker == null || gold.speaker_conf === 'none' || !/^(?:direct|mixed)$/.test(gold.kind)) return []
      const found = quotes.find(({ start, end }) => overlap(start, end, gold.start, gold.end) >= 0.8)
      return found === undefined ? [] : [{ share: found.confidence, right: !missed.has(gold.start) }]
    })
  })
}

function overlap(start: number, end: number, from: number, to: number): number {
  return (Math.min(end, to) - Math.max(start, from)) / (Math.max(end, to) - Math.min(start, from))
}

/** Platt scaling (1999): the line through the log odds under which the answers are likeliest, by Newton’s steps. */
export function fitCalibration(answers: readonly Answer[]): Calibration {
  let slope = 1
  let offset = 0
  for (let round = 0; round < 30; round += 1) {
    let [g1, g0, h11, h10, h00] = [0, 0, 1e-3, 0, 1e-3]
    for (const { share, right } of answers) {
      const bounded = Math.min(1 - 1e-6, Math.max(1e-6, share))
      const odds = Math.log(bounded / (1 - bounded))
      const chance = 1 / (1 + Math.exp(-(slope * odds + offset)))
      const error = (right ? 1 : 0) - chance
      const spread = chance * (1 - chance)
      g1 += error * odds
      g0 += error
      h11 += spread * odds * odds
      h10 += spread * odds
      h00 += spread
    }
    const determinant = h11 * h00 - h10 * h10
    slope += (h00 * g1 - h10 * g0) / determinant
    offset += (h11 * g0 - h10 * g1) / determinant
  }
  return { slope: Number(slope.toFixed(3)), offset: Number(offset.toFixed(3)) }
}
