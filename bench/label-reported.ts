import type { ArticleReading } from '#core/quotes/reading.ts'
import { findReported } from '#core/quotes/reported.ts'
import type { GoldArticle } from './data.ts'
import type { LabelledChoice } from './learn.ts'

/** From this intersection over union on, a reported clause counts as found: the evaluator's own bound. */
const SAME = 0.5

/** Each cue with what it may report, and which of these (or nothing) the labels hold right. */
export function labelReported(article: GoldArticle, reading: ArticleReading): LabelledChoice[] {
  const examples: LabelledChoice[] = []
  const gold = article.reported
  if (gold === undefined) return examples
  for (const { contents, none } of findReported(reading)) {
    const overlap = contents.map(({ span }) => {
      let best = 0
      let speech = false
      for (const quote of gold) {
        const shared = Math.min(span.end, quote.end) - Math.max(span.start, quote.start)
        const value = shared <= 0 ? 0 : shared / (Math.max(span.end, quote.end) - Math.min(span.start, quote.start))
        if (value > best) {
          best = value
          speech = quote.speech === true
        }
      }
      return { best, speech }
    })
    const top = Math.max(...overlap.map(({ best }) => best))
    const right = overlap.map(({ best, speech }) => speech && best >= SAME && best > top - 0.1)
    examples.push({
      candidates: [none, ...contents.map(({ features }) => features)],
      right: [!right.includes(true), ...right],
    })
  }
  return examples
}
