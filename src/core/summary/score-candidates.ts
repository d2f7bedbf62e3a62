import { lowerBound } from '../text/lower-bound.ts'
import type { Span } from '../text/span.ts'
import { contentWords } from './content-words.ts'
import type { Candidate, Outline } from './outline.ts'
import type { Weights } from './weights.ts'
import { countWords, type WordCounts } from './word-counts.ts'

/** The score of every candidate, in their order: docs/decisions/0112 has what it was measured on. */
export function scoreCandidates(
  outline: Outline,
  candidates: readonly Candidate[],
  weights: Weights,
): readonly number[] {
  const title = contentWords(outline.title).words
  const counts = countWords(candidates)
  const names = new Uint8Array(candidates.length)
  for (const { mentions } of outline.people) for (const mention of mentions) mark(names, candidates, mention)
  const figures = new Uint8Array(candidates.length)
  for (const figure of outline.figures) mark(figures, candidates, figure)
  // Each is a value from 0 to 1 for what its weight is called.
  return candidates.map(
    ({ index, sentence, words, length }, at) =>
      weights.first * (index === 0 ? 1 : 0) +
      weights.early * (1 / (1 + index / 2)) +
      weights.central * centrality(words, counts) +
      weights.readableLength * (length < 12 ? length / 12 : Math.max(0, Math.min(1, 2 - length / 30))) +
      weights.sharesTitle * share(title, words) +
      weights.opensParagraph *
        (outline.paragraphs[sentence.paragraph - 1]?.start === outline.sentences[index]!.start ? 1 : 0) +
      weights.hasName * names[at]! +
      weights.hasFigure * figures[at]!,
  )
}

/** In how many sentences its words occur on average, against the most frequent word; once is no theme. */
function centrality(words: readonly number[], { most, countOf }: WordCounts): number {
  let sum = 0
  for (const word of words) {
    const count = countOf(word)
    if (count > 1) sum += count / most
  }
  return words.length === 0 ? 0 : sum / words.length
}

/** How many of these words are among the others, 0 to 1. */
function share(words: readonly number[], others: readonly number[]): number {
  let shared = 0
  for (const word of words) if (others.includes(word)) shared += 1
  return words.length === 0 ? 0 : shared / words.length
}

/** Sets a 1 for each candidate that the span reaches into. */
function mark(marks: Uint8Array, candidates: readonly Candidate[], { start, end }: Span): void {
  let at = lowerBound(candidates.length, (one) => candidates[one]!.sentence.end <= start)
  for (; at < candidates.length && candidates[at]!.sentence.start < end; at += 1) marks[at] = 1
}
