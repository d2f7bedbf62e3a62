import type { Span } from '../text/span.ts'
import { contentWords } from './content-words.ts'
import type { Candidate, Outline } from './outline.ts'
import type { Weights } from './weights.ts'

/** Of a sentence, each 0 to 1. */
export type Features = Readonly<Record<keyof Weights, number>>

/** The score of every candidate: docs/decisions/0112 has what it was measured on. */
export const scoreCandidates = (
  outline: Outline,
  candidates: readonly Candidate[],
  weights: Weights,
): ReadonlyMap<Candidate, number> =>
  new Map([...readFeatures(outline, candidates)].map(([candidate, features]) => [candidate, total(features, weights)]))

export function readFeatures(outline: Outline, candidates: readonly Candidate[]): ReadonlyMap<Candidate, Features> {
  const title = contentWords(outline.title).words
  const worth = centroid(candidates)
  const names = covered(
    candidates,
    outline.people.flatMap((person) => person.mentions),
  )
  const figures = covered(candidates, outline.figures)
  return new Map(
    candidates.map((candidate) => {
      const { index, sentence, words, length } = candidate
      return [
        candidate,
        {
          first: index === 0 ? 1 : 0,
          early: 1 / (1 + index / 2),
          central: mean(words, (word) => worth.get(word) ?? 0),
          readableLength: length < 12 ? length / 12 : Math.max(0, Math.min(1, 2 - length / 30)),
          sharesTitle: mean(title, (word) => (words.has(word) ? 1 : 0)),
          opensParagraph: outline.paragraphs[sentence.paragraph - 1]?.start === sentence.start ? 1 : 0,
          hasName: names.has(candidate) ? 1 : 0,
          hasFigure: figures.has(candidate) ? 1 : 0,
        },
      ]
    }),
  )
}

function total(features: Features, weights: Weights): number {
  let sum = 0
  for (const name of Object.keys(features) as (keyof Features)[]) sum += weights[name] * features[name]
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

function mean(words: ReadonlySet<number>, value: (word: number) => number): number {
  let sum = 0
  for (const word of words) sum += value(word)
  return words.size === 0 ? 0 : sum / words.size
}

/** How many characters of each candidate the spans cover; candidates and sorted spans are walked once. */
function covered(candidates: readonly Candidate[], spans: readonly Span[]): ReadonlyMap<Candidate, number> {
  const sorted = spans.toSorted((a, b) => a.start - b.start)
  const found = new Map<Candidate, number>()
  let at = 0
  for (const candidate of candidates) {
    const { start, end } = candidate.sentence
    while (at < sorted.length && sorted[at]!.end <= start) at++
    for (let next = at; next < sorted.length && sorted[next]!.start < end; next++) {
      const length = Math.min(sorted[next]!.end, end) - Math.max(sorted[next]!.start, start)
      if (length > 0) found.set(candidate, (found.get(candidate) ?? 0) + length)
    }
  }
  return found
}
