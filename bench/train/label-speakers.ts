import { findPlaces, type Place } from '#core/quotes/features.ts'
import type { Marked } from '#core/quotes/marks/marks.ts'
import type { ArticleReading } from '#core/quotes/reading.ts'
import { type Candidate, carriedCandidate, findCandidates } from '#core/quotes/speakers/candidates.ts'
import type { GoldArticle, GoldQuote } from '../data/gold.ts'
import type { LabelledChoice } from './learn.ts'

/** Each marked span of an article with its candidates, and which of them the labels hold right. */
export function labelSpeakers(article: GoldArticle, reading: ArticleReading): LabelledChoice[] {
  const examples: LabelledChoice[] = []
  let last: { candidate: Candidate; place: Place } | null = null
  for (const place of findPlaces(reading)) {
    const marked = reading.outer[place.quote]!
    if (reading.continues[place.quote] !== -1) continue
    const candidates = findCandidates(reading, place)
    if (last !== null) candidates.push(carriedCandidate(reading, place, last.candidate, last.place))
    const gold = goldOf(article, marked)
    if (gold === 'unclear') continue
    const right = candidates.map((candidate) => isRight(reading, candidate, gold))
    if (right.some((yes) => yes)) {
      examples.push({ candidates: candidates.map(({ features }) => features), right })
      const best = candidates.find((candidate, at) => right[at] && candidate.mention !== null)
      if (best !== undefined) last = { candidate: best, place }
    }
  }
  return examples
}

function startOfCue(reading: ArticleReading, { cue, cueFrame }: Candidate): number {
  const item = reading.frames[cueFrame]!.items[cue!.first]!
  return reading.words.tokens[item]!.start
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
  // Labels point at the "who" of a relative clause; the engine at whom it stands for.
  const { cue } = candidate
  const behind = cue?.shape === 'relative' ? startOfCue(reading, candidate) : end
  return spans.some(([from, to]) => Math.min(behind, to) > Math.max(start, from))
}
