/** Alternatives of which some are right, each told by its features. */
export interface LabelledChoice {
  readonly candidates: readonly (readonly string[])[]
  readonly right: readonly boolean[]
}

export interface Fit {
  readonly weights: Readonly<Record<string, number>>
  /** Mean negative log share of what is right, last epoch. */
  readonly loss: number
}

const EPOCHS = 10
const STEP = 0.25
/** Features seen less often teach chance. */
const RAREST = 4

/**
 * A conditional logit: the weights under which what is right has the largest share among the candidates.
 * Gradient descent with AdaGrad's steps and an L2 penalty, in a fixed order, so that two runs give the
 * same weights.
 */
export function learn(choices: readonly LabelledChoice[], penalty: number): Fit {
  const names = frequentNames(choices)
  const index = new Map(names.map((name, at) => [name, at]))
  const coded = choices.map(({ candidates, right }) => ({
    candidates: candidates.map((features) => features.flatMap((feature) => index.get(feature) ?? [])),
    right,
  }))
  const weight = new Float64Array(names.length)
  const squares = new Float64Array(names.length).fill(1e-2)
  let loss = 0
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    loss = 0
    for (let turn = 0; turn < coded.length; turn += 1) {
      // A fixed stride that shares no factor with their number visits each once, far from its neighbours.
      const { candidates, right } = coded[(turn * 7919 + epoch * 31) % coded.length]!
      const scores = candidates.map((features) => features.reduce((sum, feature) => sum + weight[feature]!, 0))
      const top = Math.max(...scores)
      const powers = scores.map((value) => Math.exp(value - top))
      const sum = powers.reduce((total, power) => total + power, 0)
      const rightSum = powers.reduce((total, power, at) => total + (right[at] ? power : 0), 0)
      loss -= Math.log(Math.max(rightSum / sum, 1e-9))
      const gradient = new Map<number, number>()
      for (const [at, features] of candidates.entries()) {
        const slope = powers[at]! / sum - (right[at] ? powers[at]! / rightSum : 0)
        for (const feature of features) gradient.set(feature, (gradient.get(feature) ?? 0) + slope)
      }
      for (const [feature, slope] of gradient) {
        const step = slope + penalty * weight[feature]!
        squares[feature]! += step * step
        weight[feature]! -= (STEP / Math.sqrt(squares[feature]!)) * step
      }
    }
  }
  const kept = names.flatMap((name, at) =>
    Math.abs(weight[at]!) < 0.01 ? [] : [[name, Number(weight[at]!.toFixed(3))] as const],
  )
  return { weights: Object.fromEntries(kept), loss: loss / coded.length }
}

function frequentNames(choices: readonly LabelledChoice[]): string[] {
  const counts = new Map<string, number>()
  for (const { candidates } of choices) {
    for (const features of candidates) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].flatMap(([name, count]) => (count >= RAREST ? [name] : [])).sort()
}
