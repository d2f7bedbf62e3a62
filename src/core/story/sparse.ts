/** Term numbers in rising order, each with its weight. */
export interface Sparse {
  readonly terms: Int32Array
  readonly weights: Float64Array
  readonly norm: number
  readonly sum: number
}

export function sparse(weights: ReadonlyMap<number, number>): Sparse {
  const terms = Int32Array.from(weights.keys()).sort()
  const ordered = Float64Array.from(terms, (term) => weights.get(term)!)
  let squares = 0
  let sum = 0
  for (const weight of ordered) {
    squares += weight * weight
    sum += weight
  }
  return { terms, weights: ordered, norm: Math.sqrt(squares), sum }
}

/** Cosine, and the share of the lighter one's weight that the other holds too; 0 where one is empty. */
export function compareSparse(a: Sparse, b: Sparse): { readonly cosine: number; readonly overlap: number } {
  if (a.sum === 0 || b.sum === 0) return { cosine: 0, overlap: 0 }
  let product = 0
  let shared = 0
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
    const [left, right] = [a.terms[i]!, b.terms[j]!]
    if (left === right) {
      product += a.weights[i]! * b.weights[j]!
      shared += Math.min(a.weights[i]!, b.weights[j]!)
    }
    if (left <= right) i += 1
    if (right <= left) j += 1
  }
  return { cosine: product / (a.norm * b.norm), overlap: shared / Math.min(a.sum, b.sum) }
}
