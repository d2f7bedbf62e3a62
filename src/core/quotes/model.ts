import { z } from 'zod'

/** content/models/speaker.json: one weight for each named feature, with where they come from. */
const modelFile = z.strictObject({
  provenance: z.strictObject({ trainedOn: z.string(), trainer: z.string(), features: z.number() }),
  weights: z.record(z.string(), z.number()),
})

export type Model = ReadonlyMap<string, number>

export const createModel = (json: unknown): Model => new Map(Object.entries(modelFile.parse(json).weights))

export function score(model: Model, features: readonly string[]): number {
  let total = 0
  for (const feature of features) total += model.get(feature) ?? 0
  return total
}

/** The share of each score when their exponentials are made to add up to one. */
export function shares(scores: readonly number[]): number[] {
  const highest = Math.max(...scores)
  const powers = scores.map((value) => Math.exp(value - highest))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}
