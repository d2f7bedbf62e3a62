import { contrast, joinProfiles } from './profile.ts'
import type { Known } from './recent.ts'

/** Fewer reports are no event that could be told from another by what marks it. */
const LEAST = 5
/** Halves with so much contrast are two events; see docs/decisions/0073. */
const TWO_EVENTS = 0.35
const STARTS = 12
const ROUNDS = 8

type Vector = ReadonlyMap<number, number>

/**
 * Parts a group in two where it holds two events of one kind: two means over the terms that tell its articles from
 * each other (what all of them hold weighs nothing), kept only if what marks each half is missing in the other.
 */
export function bisect(group: readonly Known[]): readonly (readonly Known[])[] {
  const sides = group.length < 2 * LEAST ? undefined : twoMeans(innerVectors(group))
  if (sides === undefined) return [group]
  const halves = [false, true].map((side) => group.filter((_, at) => sides[at] === side))
  const [a, b] = halves.map((half) => half.map(({ profile }) => profile).reduce(joinProfiles))
  return contrast(a!, b!) >= TWO_EVENTS ? halves : [group]
}

/** Unit vectors of telling terms, weighed by how few of the group hold them. */
function innerVectors(group: readonly Known[]): readonly Vector[] {
  const held = new Map<number, number>()
  for (const { weighed } of group) for (const [term] of weighed.telling) held.set(term, (held.get(term) ?? 0) + 1)
  return group.map(({ weighed }) => {
    const vector = new Map<number, number>()
    for (const [term, weight] of weighed.telling) {
      if (held.get(term)! > 1) vector.set(term, weight * Math.log((group.length + 1) / held.get(term)!))
    }
    const length = Math.sqrt(product(vector, vector)) || 1
    return new Map([...vector].map(([term, weight]) => [term, weight / length]))
  })
}

/** The best of several starts, each from an article and the one least like it; undefined where a half is too small. */
function twoMeans(vectors: readonly Vector[]): readonly boolean[] | undefined {
  const starts = Math.min(vectors.length, STARTS)
  let best: readonly boolean[] | undefined
  let most = -1
  for (let start = 0; start < starts; start += 1) {
    const seed = vectors[Math.floor((start * vectors.length) / starts)]!
    const { sides, tightness } = settle(vectors, seed, leastLike(seed, vectors))
    const right = sides.filter((side) => side).length
    if (right < LEAST || vectors.length - right < LEAST || tightness <= most) continue
    most = tightness
    best = sides
  }
  return best
}

const leastLike = (seed: Vector, vectors: readonly Vector[]): Vector =>
  vectors
    .filter((vector) => vector !== seed && vector.size > 2)
    .reduce((least, vector) => (product(seed, vector) < product(seed, least) ? vector : least), seed)

function settle(vectors: readonly Vector[], left: Vector, right: Vector) {
  let means: readonly [Vector, Vector] = [left, right]
  let sides: readonly boolean[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const [a, b] = means.map((mean) => Math.sqrt(product(mean, mean)) || 1) as [number, number]
    const next = vectors.map((vector) => product(vector, means[0]) / a < product(vector, means[1]) / b)
    if (next.every((side, at) => side === sides[at])) break
    sides = next
    means = [sum(vectors.filter((_, at) => !next[at])), sum(vectors.filter((_, at) => next[at]))]
  }
  return { sides, tightness: means.reduce((total, mean) => total + Math.sqrt(product(mean, mean)), 0) }
}

function product(a: Vector, b: Vector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let total = 0
  for (const [term, weight] of small) total += weight * (large.get(term) ?? 0)
  return total
}

function sum(vectors: readonly Vector[]): Vector {
  const total = new Map<number, number>()
  for (const vector of vectors) for (const [term, weight] of vector) total.set(term, (total.get(term) ?? 0) + weight)
  return total
}
