import type { Span } from '../text/span.ts'
import { contentWords } from './content-words.ts'
import type { Candidate, Outline } from './outline.ts'
import type { Weights } from './weights.ts'

/** Of a sentence, each 0 to 1. */
type Features = Readonly<Record<keyof Weights, number>>

/** The score of every candidate, in their order: docs/decisions/0112 has what it was measured on. */
export function scoreCandidates(
  outline: Outline,
  candidates: readonly Candidate[],
  weights: Weights,
): readonly number[] {
  const names = Object.keys(weights) as (keyof Weights)[]
  return readFeatures(outline, candidates).map((features) => total(features, weights, names))
}

function readFeatures(outline: Outline, candidates: readonly Candidate[]): readonly Features[] {
  const title = contentWords(outline.title).words
  const worth = centroid(candidates)
  const end = candidates.at(-1)?.sentence.end ?? 0
  const mentions = outline.people.flatMap((person) => person.mentions)
  const names = covered(candidates, mentions, end)
  const figures = covered(candidates, outline.figures, end)
  return candidates.map(({ index, sentence, words, length }, at) => ({
    first: index === 0 ? 1 : 0,
    early: 1 / (1 + index / 2),
    central: centrality(words, worth),
    readableLength: length < 12 ? length / 12 : Math.max(0, Math.min(1, 2 - length / 30)),
    sharesTitle: share(title, words),
    opensParagraph: outline.paragraphs[sentence.paragraph - 1]?.start === sentence.start ? 1 : 0,
    hasName: names[at] === 0 ? 0 : 1,
    hasFigure: figures[at] === 0 ? 0 : 1,
  }))
}

function total(features: Features, weights: Weights, names: readonly (keyof Weights)[]): number {
  let sum = 0
  for (const name of names) sum += weights[name] * features[name]
  return sum
}

/** In how many sentences a word occurs, against the most frequent one; once is no theme. */
function centroid(candidates: readonly Candidate[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const { words } of candidates) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  let most = 1
  for (const count of counts.values()) if (count > most) most = count
  for (const [word, count] of counts) counts.set(word, count > 1 ? count / most : 0)
  return counts
}

function centrality(words: readonly number[], weights: ReadonlyMap<number, number>): number {
  let sum = 0
  for (const word of words) sum += weights.get(word) ?? 0
  return words.length === 0 ? 0 : sum / words.length
}

/** How many of these words are among the others, 0 to 1. */
function share(words: readonly number[], others: readonly number[]): number {
  let shared = 0
  for (const word of words) if (others.includes(word)) shared += 1
  return words.length === 0 ? 0 : shared / words.length
}

/** How many characters of each candidate the spans cover; candidates and sorted spans are walked once. */
function covered(candidates: readonly Candidate[], spans: readonly Span[], end: number): readonly number[] {
  const sorted = spans.filter(({ start }) => start < end).sort((a, b) => a.start - b.start)
  let at = 0
  return candidates.map(({ sentence }) => {
    while (at < sorted.length && sorted[at]!.end <= sentence.start) at++
    let length = 0
    for (let next = at; next < sorted.length && sorted[next]!.start < sentence.end; next++)
      length += Math.max(0, Math.min(sorted[next]!.end, sentence.end) - Math.max(sorted[next]!.start, sentence.start))
    return length
  })
}
