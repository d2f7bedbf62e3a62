import type { Span } from '../../text/span.ts'
import type { Marked } from './marks.ts'

/**
 * For each outer marked span, the one whose speech it goes on with: a quote that its paragraph does not close
 * and that the next paragraph opens anew, or the same one where paragraphs were run together. -1 where it begins one.
 */
export function findContinuations(outer: readonly Marked[], paragraphs: readonly Span[]): Int32Array {
  const continues = new Int32Array(outer.length).fill(-1)
  for (let index = 1; index < outer.length; index += 1) {
    const previous = outer[index - 1]!
    const marked = outer[index]!
    if (previous.closed) continue
    const isNext = marked.paragraph === previous.paragraph + 1 && marked.start === paragraphs[marked.paragraph]!.start
    // In its own paragraph nothing but a mark that opens it anew ends a quote without closing it.
    if (!isNext && marked.paragraph !== previous.paragraph) continue
    continues[index] = continues[index - 1] === -1 ? index - 1 : continues[index - 1]!
  }
  return continues
}
