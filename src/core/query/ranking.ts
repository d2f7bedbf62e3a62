/** A word in the title says more about an article than one in its text. */
export const TITLE_WEIGHT = 4

/** Of the articles that match, only the last stored are weighed: "the" is in all of them. */
export const CANDIDATES = 1000

/** With so many, twice what anybody is shown, no further shelf is asked: each counts anew how rare the words are. */
export const ENOUGH = 200

/**
 * Where nothing is weighed the newest come first, and half of it will do: whatever is on a further shelf came in before
 * all of them. One more tells that there are more.
 */
export const enoughUnweighed = (enough = ENOUGH): number => Math.ceil(enough / 2) + 1

/** So many articles are told of at first. */
export const TOLD_AT_FIRST = 100

/** As many are asked for at first, one more than is told of. Who wants more has all shelves looked through. */
export const FIRST_LOOK = TOLD_AT_FIRST + 1

/**
 * How many articles, in the order they came, share one index and one count of how rare a word is. It bounds the
 * work between two moments at which others have their turn, however many articles there are.
 */
export const SHELF = 16_384

export const shelfOf = (number: number, size = SHELF): number => Math.floor(number / size)

/** How long it takes for half of freshness to be gone. */
const HALF_LIFE = 30 * 24 * 60 * 60 * 1000

export interface Candidate {
  readonly id: string
  /** In milliseconds since 1970. */
  readonly published: number
  /** BM25, higher is better. */
  readonly relevance: number
}

/**
 * Best first: relevance, of which age takes away up to half. Ages are counted from the newest candidate, so
 * that an answer does not depend on when it is asked. Figures are cut to nine digits, within which two
 * implementations of BM25 agree. Of one article that was found twice, the better counts.
 */
export function rank(candidates: readonly Candidate[]): readonly Candidate[] {
  const best = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const known = best.get(candidate.id)
    if (known === undefined || known.relevance < candidate.relevance) best.set(candidate.id, candidate)
  }
  const newest = candidates.reduce((latest, { published }) => Math.max(latest, published), 0)
  const weighed = [...best.values()].map((candidate) => {
    const age = newest - candidate.published
    const score = (candidate.relevance * (1 + 2 ** (-age / HALF_LIFE))) / 2
    return { candidate, score: Number(score.toPrecision(9)) }
  })
  return weighed
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.candidate.published - a.candidate.published ||
        (a.candidate.id < b.candidate.id ? -1 : 1),
    )
    .map(({ candidate }) => candidate)
}

/** A list that goes on with what only a longer look has found, so that further pages repeat nothing and skip nothing. */
export function continued(first: readonly Candidate[], all: readonly Candidate[]): readonly Candidate[] {
  const known = new Set(first.map(({ id }) => id))
  return [...first, ...all.filter(({ id }) => !known.has(id))]
}
