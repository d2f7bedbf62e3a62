import type { Span } from '#core/text/span.ts'
import type { ArticleReading } from '#core/quotes/reading.ts'
import { type Content, findReported } from '#core/quotes/reported.ts'
import type { GoldArticle, GoldQuote } from './data.ts'
import type { LabelledChoice } from './learn.ts'

/** From this intersection over union on, a reported clause counts as found: the evaluator's own bound. */
const SAME = 0.5
/** Nearly as good as the best of the choice is right as well. */
const AS_GOOD = 0.1

/** Each cue with what it may report, and which of these (or nothing) the labels hold right. */
export function labelReported(article: GoldArticle, reading: ArticleReading): LabelledChoice[] {
  const gold = article.reported?.filter(({ speech }) => speech === true)
  if (gold === undefined) return []
  return findReported(reading).map(({ contents, none }) => {
    const fits = contents.map((content) => fitOf(reading, content, gold))
    const top = Math.max(...fits)
    const right = fits.map((fit) => fit >= SAME && fit > top - AS_GOOD)
    return {
      candidates: [none, ...contents.map(({ lead, own }) => [...lead, ...own])],
      right: [!right.includes(true), ...right],
    }
  })
}

/** How well a content covers what is labelled as said by its own mention; one more where it covers both of two parts. */
function fitOf({ words }: ArticleReading, { cue, spans }: Content, gold: readonly GoldQuote[]): number {
  const { first, last } = cue.mention
  const mention = { start: words.tokens[first]!.start, end: words.tokens[last]!.end }
  const own = gold.filter(({ speaker_spans }) => speaker_spans?.some(([from, to]) => from < mention.end && to > mention.start))
  const fits = spans.map((span) => Math.max(0, ...own.map((quote) => likeness(span, quote))))
  const least = Math.min(...fits)
  return least < SAME ? 0 : least + spans.length - 1
}

function likeness(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}
