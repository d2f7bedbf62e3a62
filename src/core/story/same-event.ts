import { z } from 'zod'
import { compareSparse } from './sparse.ts'
import type { Background, Weighed } from './vocabulary.ts'

/** What two articles are compared by; the model has a weight for each. */
export const FEATURES = [
  'always',
  'words',
  'pairs of words',
  'words that are no names',
  'names',
  'words of the shorter',
  'names of the shorter',
  'numbers shared',
  'no number shared',
  'no weekday shared',
  'weekday shared',
  'counts shared',
  'counts differ',
  'names in one only',
  'length of the shorter',
] as const

/** Terms of a text as long as what is read of one. */
const LONG = 100

/** One value for each of `FEATURES`, 0 to 1. */
export function compareArticles(a: Weighed, b: Weighed): readonly number[] {
  const words = compareSparse(a.words, b.words)
  const names = compareSparse(a.names, b.names)
  const numbers = shared(a.numbers, b.numbers)
  const days = shared(a.days, b.days)
  const counts = compareCounts(a.counts, b.counts)
  return [
    1,
    words.cosine,
    compareSparse(a.pairs, b.pairs).cosine,
    compareSparse(a.plain, b.plain).cosine,
    names.cosine,
    words.overlap,
    names.overlap,
    numbers === 0 ? 0 : numbers / Math.sqrt(a.numbers.size * b.numbers.size),
    Number(a.numbers.size > 0 && b.numbers.size > 0 && numbers === 0),
    Number(a.days.size > 0 && b.days.size > 0 && days === 0),
    Number(days > 0),
    counts.same / Math.max(1, counts.same + counts.other),
    counts.other / Math.max(1, counts.same + counts.other),
    Number(a.names.sum === 0 || b.names.sum === 0),
    Math.min(1, Math.min(a.words.terms.length, b.words.terms.length) / LONG),
  ]
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let count = 0
  for (const one of small) if (large.has(one)) count += 1
  return count
}

/** Things that both count: with a value in common, or with other values only (23 pirates, 26 pirates). */
function compareCounts(a: Weighed['counts'], b: Weighed['counts']): { readonly same: number; readonly other: number } {
  let same = 0
  let other = 0
  for (const [thing, values] of a) {
    const others = b.get(thing)
    if (others === undefined) continue
    if (shared(values, others) > 0) same += 1
    else other += 1
  }
  return { same, other }
}

const modelFile = z.object({
  weights: z.record(z.string(), z.number()),
  background: z.object({
    texts: z.number().int().positive(),
    terms: z.record(z.string(), z.number().int().positive()),
  }),
})

export interface StoryModel {
  readonly background: Background
  /** How sure it is that two articles tell one event, 0 to 1. */
  readonly sameEvent: (a: Weighed, b: Weighed, daysApart: number) => number
}

/** Where the logit goes down by as much for each day between two articles: events of one kind recur. Set by hand. */
const A_DAY_APART = 0.25
/** Reports of one event run over the night. */
const FREE_DAYS = 1

/** content/models/story.json, made by bench/train/stories.ts. Throws for a file with a weight missing. */
export function createStoryModel(file: unknown): StoryModel {
  const { weights, background } = modelFile.parse(file)
  const vector = FEATURES.map((name) => {
    const weight = weights[name]
    if (weight === undefined) throw new Error(`the story model has no weight for “${name}”`)
    return weight
  })
  return {
    background,
    sameEvent(a, b, daysApart) {
      const values = compareArticles(a, b)
      let logit = -A_DAY_APART * Math.max(0, daysApart - FREE_DAYS)
      for (let at = 0; at < vector.length; at += 1) logit += vector[at]! * values[at]!
      return 1 / (1 + Math.exp(-logit))
    },
  }
}
