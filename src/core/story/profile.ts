import type { Weighed } from './vocabulary.ts'

/** What a group of articles has in common: for each telling term, how many hold it and how much it weighs in them. */
export interface Profile {
  readonly size: number
  readonly terms: ReadonlyMap<number, { readonly held: number; readonly weight: number }>
}

export const EMPTY_PROFILE: Profile = { size: 0, terms: new Map() }

export const profileOf = ({ telling }: Weighed): Profile => ({
  size: 1,
  terms: new Map(telling.map(([term, weight]) => [term, { held: 1, weight }])),
})

export function joinProfiles(a: Profile, b: Profile): Profile {
  const [small, large] = a.terms.size <= b.terms.size ? [a, b] : [b, a]
  const terms = new Map(large.terms)
  for (const [term, { held, weight }] of small.terms) {
    const known = terms.get(term)
    terms.set(term, known === undefined ? { held, weight } : { held: known.held + held, weight: known.weight + weight })
  }
  return { size: a.size + b.size, terms }
}

/** A term is a mark of a group that this share of its articles holds. */
const MARK = 0.4

/**
 * How far what marks one group is missing in the other, 0 to 1: reports of two title fights share most words, but
 * each event has its own loser in nearly every report, and the other's never. Counts for little in small groups.
 */
export function contrast(a: Profile, b: Profile): number {
  const trust = (a.size / (a.size + 1)) * (b.size / (b.size + 1))
  return (trust * (missing(a, b) + missing(b, a))) / 2
}

function missing(from: Profile, other: Profile): number {
  let all = 0
  let gone = 0
  for (const [term, { held, weight }] of from.terms) {
    const share = (held - 0.5) / from.size
    if (share < MARK) continue
    const worth = (weight / held) * share
    all += worth
    gone += worth * Math.max(0, 1 - (other.terms.get(term)?.held ?? 0) / other.size / share)
  }
  return all === 0 ? 0 : gone / all
}
