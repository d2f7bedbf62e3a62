import type { Candidate } from './candidates.ts'

/** Somebody who may have said a span, with the shares of all their mentions together. */
export interface Rival {
  /** Index in the cast. */
  readonly speaker: number
  readonly share: number
}

/** Less likely ones help nobody to decide. */
const WORTH_NAMING = 0.1
const MOST = 4

/** Who the candidates come to, likeliest first. `resolve` gives whom a candidate's mention means, or null. */
export function rivalsOf(
  candidates: readonly Candidate[],
  chances: readonly number[],
  resolve: (candidate: Candidate) => number | null,
): Rival[] {
  const shares = new Map<number, number>()
  for (const [at, candidate] of candidates.entries()) {
    const speaker = candidate.mention === null ? null : resolve(candidate)
    if (speaker !== null) shares.set(speaker, (shares.get(speaker) ?? 0) + chances[at]!)
  }
  return [...shares]
    .map(([speaker, share]) => ({ speaker, share }))
    .filter(({ share }) => share >= WORTH_NAMING)
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST)
}
