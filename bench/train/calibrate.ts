import { createAnalyzer, type Models } from '#core/analyze.ts'
import type { Lexicon } from '#core/lexicon.ts'
import { AS_IT_IS, type Calibration, type Model } from '#core/quotes/model.ts'
import type { GoldArticle, GoldQuote } from '../data/gold.ts'
import { type Evaluator, predict } from '../measures/score.ts'
import { fitLogistic } from './fit-logistic.ts'

/** Of a quote whose speaker is known, the share that the chosen answer had, and whether it was right. */
export interface Answer {
  readonly share: number
  readonly right: boolean
}

/** What is asked of each label, and from which overlap with it on a quote is the one that is labelled. */
export interface Asked {
  readonly labelsOf: (article: GoldArticle) => readonly GoldQuote[]
  readonly isOfKind: (kind: string) => boolean
  readonly overlap: number
}

export const MARKED: Asked = {
  labelsOf: ({ quotes }) => quotes.filter(({ kind }) => /^(?:direct|mixed)$/.test(kind)),
  isOfKind: (kind) => kind !== 'indirect',
  overlap: 0.8,
}

export const REPORTED: Asked = {
  labelsOf: ({ reported = [] }) => reported.filter(({ speech }) => speech === true),
  isOfKind: (kind) => kind === 'indirect',
  overlap: 0.5,
}

/** Reads articles with models whose weights have not seen them, and whose shares are left as they are. */
export function answersOf(
  articles: readonly GoldArticle[],
  models: Models,
  lexicon: Lexicon,
  evaluator: Evaluator,
  { labelsOf, isOfKind, overlap }: Asked,
): Answer[] {
  const analyze = createAnalyzer(lexicon, models)
  return articles.flatMap((article) => {
    const quotes = predict(analyze, article.text).filter(({ kind }) => isOfKind(kind))
    const missed = new Set(evaluator.score(article, { quotes }).errs.map(({ start }) => start))
    return labelsOf(article).flatMap((gold) => {
      if (gold.speaker == null || gold.speaker_conf === 'none') return []
      const found = quotes.find(({ start, end }) => inCommon(start, end, gold.start, gold.end) >= overlap)
      return found === undefined ? [] : [{ share: found.confidence, right: !missed.has(gold.start) }]
    })
  })
}

/** A model of these weights alone. */
export const uncalibrated = (weights: Float64Array): Model => ({ weights, calibration: AS_IT_IS, nameOf: String })

function inCommon(start: number, end: number, from: number, to: number): number {
  return (Math.min(end, to) - Math.max(start, from)) / (Math.max(end, to) - Math.min(start, from))
}

/**
 * Beta calibration (Kull, Silva Filho and Flach 2017): unlike Platt's line it can bend at either end. As there, a slope that
 * comes out negative is left out and the rest fitted anew: a larger share never tells less.
 */
export function fitCalibration(answers: readonly Answer[]): Calibration {
  const examples = answers.map(({ share, right }) => {
    const bounded = Math.min(1 - 1e-6, Math.max(1e-6, share))
    return { share: Math.log(bounded), rest: -Math.log(1 - bounded), right }
  })
  const fitted = (valuesOf: (example: (typeof examples)[number]) => readonly number[]): readonly number[] => {
    const given = examples.map((example) => ({ values: [...valuesOf(example), 1], right: example.right }))
    return fitLogistic(given, 1e-3).map((value) => Number(value.toFixed(3)))
  }
  const [share = 1, rest = 1, offset = 0] = fitted((one) => [one.share, one.rest])
  if (rest < 0) {
    const [alone = 1, moved = 0] = fitted((one) => [one.share])
    return { share: alone, rest: 0, offset: moved }
  }
  if (share < 0) {
    const [alone = 1, moved = 0] = fitted((one) => [one.rest])
    return { share: 0, rest: alone, offset: moved }
  }
  return { share, rest, offset }
}
