import { z } from 'zod'
import type { Space } from './feature-space.ts'

/** A share as it is. */
export const AS_IT_IS: Calibration = { share: 1, rest: 1, offset: 0 }

/** content/models/*.json: a weight for each feature by family and values, with where they come from. */
const modelFile = z.strictObject({
  provenance: z.strictObject({ trainedOn: z.string(), trainer: z.string(), features: z.number() }),
  calibration: z.strictObject({ share: z.number(), rest: z.number(), offset: z.number() }).default(AS_IT_IS),
  weights: z.record(z.string(), z.record(z.string(), z.number())),
})

/** How a share becomes the chance of being right: see docs/decisions/0015. */
export interface Calibration {
  /** Of the logarithm of the share. */
  readonly share: number
  /** Of the logarithm of what others have, taken off. */
  readonly rest: number
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
  const parts: number[] = []
  let sum = 0
  for (const value of scores) {
    const power = Math.exp(value - highest)
    parts.push(power)
    sum += power
  }
  for (let at = 0; at < parts.length; at += 1) parts[at] = parts[at]! / sum
  return parts
}

/** Nobody is surer of anybody's words than this, however a sentence settles them. */
export const SUREST = 0.99

/** How often an answer with this share is right. */
export function calibrate({ calibration }: Model, share: number): number {
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, share))
  const { share: own, rest, offset } = calibration
  return 1 / (1 + Math.exp(-(own * Math.log(bounded) - rest * Math.log(1 - bounded) + offset)))
}
