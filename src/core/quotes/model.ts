import { z } from 'zod'
import type { Space } from './feature-space.ts'

/** content/models/*.json: a weight for each feature by family and values, with where they come from. */
const modelFile = z.strictObject({
  provenance: z.strictObject({ trainedOn: z.string(), trainer: z.string(), features: z.number() }),
  calibration: z.strictObject({ slope: z.number(), offset: z.number() }).default({ slope: 1, offset: 0 }),
  weights: z.record(z.string(), z.record(z.string(), z.number())),
})

/** How the log odds of a share become those of being right: see docs/decisions/0015. */
export interface Calibration {
  readonly slope: number
  readonly offset: number
}

export interface Model {
  /** By the feature's number. */
  readonly weights: Float64Array
  readonly calibration: Calibration
  readonly nameOf: (feature: number) => string
}

/** Throws on a feature that the engine does not know: the file belongs to another version then. */
export function createModel(json: unknown, space: Space, lemmas: readonly string[]): Model {
  const weights = new Float64Array(space.size())
  const file = modelFile.parse(json)
  for (const [family, values] of Object.entries(file.weights)) {
    for (const [value, weight] of Object.entries(values)) {
      const number = space.numberOf(family, value, lemmas)
      if (number === undefined) throw new Error(`the engine has no feature "${family}: ${value}": train it anew`)
      weights[number] = weight
    }
  }
  const nameOf = (feature: number): string => {
    const [family, values] = space.nameOf(feature, lemmas)
    return values === '' ? family : `${family}: ${values}`
  }
  return { weights, calibration: file.calibration, nameOf }
}

export function score({ weights }: Model, features: readonly number[]): number {
  let total = 0
  for (let at = 0; at < features.length; at += 1) total += weights[features[at]!]!
  return total
}

/** The share of each score when their exponentials are made to add up to one. */
export function shares(scores: readonly number[]): number[] {
  let highest = Number.NEGATIVE_INFINITY
  for (const value of scores) if (value > highest) highest = value
  const powers = scores.map((value) => Math.exp(value - highest))
  let sum = 0
  for (const power of powers) sum += power
  return powers.map((power) => power / sum)
}

/** How often an answer with this share is right. */
export function calibrate({ calibration }: Model, share: number): number {
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, share))
  return 1 / (1 + Math.exp(-(calibration.slope * Math.log(bounded / (1 - bounded)) + calibration.offset)))
}
