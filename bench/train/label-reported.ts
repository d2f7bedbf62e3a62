import type { Cue } from '#core/quotes/grammar/cues.ts'
import type { ArticleReading } from '#core/quotes/reading.ts'
import { type Content, findReported } from '#core/quotes/reported/reported.ts'
import type { Span } from '#core/text/span.ts'
import type { GoldArticle, GoldQuote } from '../data/gold.ts'
import type { LabelledChoice } from './learn.ts'

/** From this intersection over union on, a reported clause counts as found: the evaluator's own bound. */
const SAME = 0.5
/** Nearly as good as the best of the choice is right as well. */
const AS_GOOD = 0.1

/** Each cue with what it may report, and which of these (or nothing) the labels hold right. */
export function labelReported(article: GoldArticle, reading: ArticleReading): LabelledChoice[] {
  if (article.reported === undefined) return []
  const speech = article.reported.filter((one) => one.speech === true)
  const attitudes = article.reported.filter((one) => one.speech !== true)
  return [...findReported(reading)].flatMap(({ cue, contents, none }) => {
    const fits = contents.map((content) => fitOf(reading, content, speech))
    const top = Math.max(...fits)
    // "pointed out that", "agreed that": the labels hold it an attitude, a reader may hold it a report.
    if (top < SAME && isSaying(cue) && contents.some((content) => fitOf(reading, content, attitudes) >= SAME)) return []
    const right = fits.map((fit) => fit >= SAME && fit > top - AS_GOOD)
    return {
      candidates: [none, ...contents.map(({ lead, own }) => [...lead, ...own])],
      right: [!right.includes(true), ...right],
    }
  })
}

const isSaying = ({ verb }: Cue): boolean =>
  verb !== null && (['say', 'state', 'respond', 'write', 'voice'] as const).some((sense) => verb.senses[sense])

/**
 * How well a content covers what is labelled as said by its own mention. Of two parts the second counts, since the
 * labels often leave the first to the article; both together are better than the second alone.
 */
function fitOf({ words }: ArticleReading, { cue, spans }: Content, gold: readonly GoldQuote[]): number {
  const { mention } = cue
  const [from, to] = [words.tokens[mention.first]!.start, words.tokens[mention.last]!.end]
  const span = spans.at(-1)!
  let best = 0
  for (const quote of gold) {
    if (quote.speaker_spans?.some(([start, end]) => start < to && end > from) !== true) continue
    best = Math.max(best, likeness(span, quote))
  }
  return best < SAME ? 0 : best + spans.length - 1
}

function likeness(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}
