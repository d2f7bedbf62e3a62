import type { Marked } from './marks.ts'

/** Index of the first outer marked span that ends behind an offset; the length where there is none. */
export function markedFrom(outer: readonly Marked[], offset: number): number {
  let low = 0
  let high = outer.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (outer[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}
