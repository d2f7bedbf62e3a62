import type { Candidate } from './candidates.ts'

/** Somebody who may have said a span, with the shares of all their mentions together. */
export interface Rival {
  /** Index in the cast. */
  readonly speaker: number
  readonly share: number
}

/** Two alike: nobody is named. */
export const EVEN = 0.49

/** How sure it is, and who else it may be, where each of these is as likely. */
export const evenly = (speakers: readonly number[]): { readonly sure: number; readonly rivals: readonly Rival[] } => ({
  sure: EVEN,
  rivals: speakers.map((speaker) => ({ speaker, share: EVEN })),
})

/** Whom an article is about it names so often, and so many times as often as the other. */
const OFTEN = 3
const TIMES = 2

/** Whether an article that names one of two `own` times and the other `rival` times is about the one. */
export const isTopicOver = (own: number, rival: number): boolean => own >= OFTEN && own >= TIMES * rival

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
