/** Alternatives of which some are right, each told by the numbers of its features. */
export interface LabelledChoice {
  readonly candidates: readonly (readonly number[])[]
  readonly right: readonly boolean[]
}

export interface Fit {
  /** By feature; 0 for those left out. */
  readonly weights: Float64Array
  /** Mean negative log share of what is right. */
  readonly loss: number
}

/** Features seen less often teach chance. */
const RAREST = 8
const ROUNDS = 80
/** How many steps back L-BFGS remembers. */
const MEMORY = 8

/**
 * A conditional logit: the weights under which what is right has the largest share among the candidates, less
 * `penalty` times half the sum of their squares. L-BFGS (Nocedal 1980) over all choices at once, from zero, so
 * that two runs give the same weights.
 */
export function learn(choices: readonly LabelledChoice[], features: number, penalty: number): Fit {
  const common = commonFeatures(choices, features)
  const coded = choices.map(({ candidates, right }) => ({
    candidates: candidates.map((list) => list.filter((feature) => common[feature] === 1)),
    right,
  }))
  let weights = new Float64Array(features)
  let { loss, gradient } = slope(coded, weights, penalty)
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const direction = descend(gradient, steps)
    const along = dot(direction, gradient)
    let rate = round === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1
    let next = slope(coded, plus(weights, direction, rate), penalty)
    while (next.loss > loss + 1e-4 * rate * along && rate > 1e-6) {
      rate /= 2
      next = slope(coded, plus(weights, direction, rate), penalty)
    }
    if (loss - next.loss < 1e-6 * loss) break
    const moved = plus(weights, direction, rate)
    const s = plus(moved, weights, -1)
    const y = plus(next.gradient, gradient, -1)
    const curve = dot(s, y)
    if (curve > 1e-10) steps.push({ s, y, rho: 1 / curve })
    if (steps.length > MEMORY) steps.shift()
    weights = moved
    loss = next.loss
    gradient = next.gradient
  }
  return { weights, loss: meanLoss(choices, weights) }
}

/** Mean negative log share of what is right, on choices that may be others than learnt from. */
export function meanLoss(choices: readonly LabelledChoice[], weights: Float64Array): number {
  return choices.length === 0 ? 0 : slope(choices, weights, 0).loss / choices.length
}

function commonFeatures(choices: readonly LabelledChoice[], features: number): Uint8Array {
  const counts = new Uint32Array(features)
  for (const { candidates } of choices) for (const list of candidates) for (const feature of list) counts[feature]! += 1
  return Uint8Array.from(counts, (count) => (count >= RAREST ? 1 : 0))
}

function slope(choices: readonly LabelledChoice[], weights: Float64Array, penalty: number) {
  const gradient = new Float64Array(weights.length)
  let loss = 0
  for (const [feature, weight] of weights.entries()) {
    if (weight === 0) continue
    loss += 0.5 * penalty * weight * weight
    gradient[feature] = penalty * weight
  }
  for (const { candidates, right } of choices) {
    const scores = candidates.map((features) => {
      let sum = 0
      for (let at = 0; at < features.length; at += 1) sum += weights[features[at]!]!
      return sum
    })
    const top = Math.max(...scores)
    const powers = scores.map((value) => Math.exp(value - top))
    const sum = powers.reduce((total, power) => total + power, 0)
    const rightSum = powers.reduce((total, power, at) => total + (right[at] ? power : 0), 0)
    loss -= Math.log(Math.max(rightSum / sum, 1e-12))
    for (const [at, features] of candidates.entries()) {
      const pull = powers[at]! / sum - (right[at] ? powers[at]! / rightSum : 0)
      if (Math.abs(pull) > 1e-9) for (const feature of features) gradient[feature]! += pull
    }
  }
  return { loss, gradient }
}

/** The way down, bent by what the last steps told of the curve. */
function descend(
  gradient: Float64Array,
  steps: readonly { s: Float64Array; y: Float64Array; rho: number }[],
): Float64Array {
  let way = gradient.map((value) => -value)
  const shares: number[] = []
  for (const { s, y, rho } of steps.toReversed()) {
    const share = rho * dot(s, way)
    shares.unshift(share)
    way = plus(way, y, -share)
  }
  const last = steps.at(-1)
  if (last !== undefined) way = way.map((value) => value / (last.rho * dot(last.y, last.y)))
  for (const [at, { s, y, rho }] of steps.entries()) way = plus(way, s, shares[at]! - rho * dot(y, way))
  return way
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += a[at]! * b[at]!
  return sum
}

const plus = (a: Float64Array, b: Float64Array, times: number): Float64Array<ArrayBuffer> => {
  const sum = new Float64Array(a.length)
  for (let at = 0; at < a.length; at += 1) sum[at] = a[at]! + times * b[at]!
  return sum
}
