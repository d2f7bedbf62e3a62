import { createAnalyzer } from '#core/analyze.ts'
import type { Lexicon } from '#core/lexicon.ts'
import { AS_IT_IS, type Calibration } from '#core/quotes/model.ts'
import { REPORTED_SPACE } from '#core/quotes/reported/reported-features.ts'
import type { GoldArticle } from './data.ts'
import { fitLogistic } from './fit-logistic.ts'
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
  const same = { calibration: AS_IT_IS, nameOf: String }
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

/** Beta calibration (Kull, Silva Filho and Flach 2017): unlike Platt's line it can bend at either end. */
export function fitCalibration(answers: readonly Answer[]): Calibration {
  const examples = answers.map(({ share, right }) => {
    const bounded = Math.min(1 - 1e-6, Math.max(1e-6, share))
    return { values: [Math.log(bounded), -Math.log(1 - bounded), 1], right }
  })
  const [share = 1, rest = 1, offset = 0] = fitLogistic(examples, 1e-3).map((value) => Number(value.toFixed(3)))
  return { share, rest, offset }
}
