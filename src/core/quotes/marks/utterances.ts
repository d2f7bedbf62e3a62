import type { Span } from '../../text/span.ts'
import type { Marked } from './marks.ts'

/**
 * For each outer marked span, the one whose speech it goes on with: a quote that its paragraph does not close
 * and that the next paragraph opens anew. -1 where it begins one.
 */
export function findContinuations(outer: readonly Marked[], paragraphs: readonly Span[]): Int32Array {
  const continues = new Int32Array(outer.length).fill(-1)
  for (let index = 1; index < outer.length; index += 1) {
    const previous = outer[index - 1]!
    const marked = outer[index]!
    if (previous.closed || marked.paragraph !== previous.paragraph + 1) continue
    if (marked.start !== paragraphs[marked.paragraph]!.start) continue
    continues[index] = continues[index - 1] === -1 ? index - 1 : continues[index - 1]!
  }
  return continues
}
