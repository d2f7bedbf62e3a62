import { lowerBound } from '../../text/lower-bound.ts'
import type { Marked } from './marks.ts'

/** Index of the first outer marked span that ends behind an offset; the length where there is none. */
export const markedFrom = (outer: readonly Marked[], offset: number): number =>
  lowerBound(outer.length, (at) => outer[at]!.end <= offset)

/** Whether an offset is inside an outer marked span. */
export function isMarked(outer: readonly Marked[], offset: number): boolean {
  const marked = outer[markedFrom(outer, offset)]
  return marked !== undefined && marked.start <= offset
}
