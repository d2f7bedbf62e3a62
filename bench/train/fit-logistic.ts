export interface Example {
  readonly values: readonly number[]
  readonly right: boolean
}

const STEPS = 12

/** Logistic regression with an L2 penalty by Newton's method: no chance in it, and few steps. */
export function fitLogistic(examples: readonly Example[], penalty: number): readonly number[] {
  const size = examples[0]?.values.length ?? 0
  const weights: number[] = new Array(size).fill(0)
  for (let step = 0; step < STEPS; step += 1) {
    const slope = weights.map((weight) => penalty * weight)
    const bend = weights.map((_, row) => weights.map((__, column) => (row === column ? penalty : 0)))
    for (const { values, right } of examples) {
      const share = 1 / (1 + Math.exp(-values.reduce((sum, value, at) => sum + value * weights[at]!, 0)))
      const error = share - Number(right)
      for (let row = 0; row < size; row += 1) {
        slope[row]! += error * values[row]!
        for (let column = 0; column < size; column += 1)
          bend[row]![column]! += share * (1 - share) * values[row]! * values[column]!
      }
    }
    for (const [at, change] of solve(bend, slope).entries()) weights[at]! -= change
  }
  return weights
}

/** Gauss and Jordan's elimination with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!])
  for (let at = 0; at < rows.length; at += 1) {
    let pivot = at
    for (let row = at; row < rows.length; row += 1)
      if (Math.abs(rows[row]![at]!) > Math.abs(rows[pivot]![at]!)) pivot = row
    ;[rows[at], rows[pivot]] = [rows[pivot]!, rows[at]!]
    for (const [row, values] of rows.entries()) {
      if (row === at) continue
      const factor = values[at]! / rows[at]![at]!
      for (let column = at; column < values.length; column += 1) values[column]! -= factor * rows[at]![column]!
    }
  }
  return rows.map((row, at) => row.at(-1)! / row[at]!)
}
