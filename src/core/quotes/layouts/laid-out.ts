import type { Quote } from '../../analysis.ts'
import { lowerBound } from '../../text/lower-bound.ts'
import type { Span } from '../../text/span.ts'

/** Speech that its place on the page gives to somebody: a credit line, a label in a transcript. */
export interface LaidOut {
  readonly spans: readonly Span[]
  /** Index in the paragraphs. */
  readonly paragraph: number
  /** Index in the cast, or null where the label names nobody ("Q"). */
  readonly speaker: number | null
  readonly mention: Span
  readonly confidence: number
  readonly reason: string
}

/** What the page lays out is believed before what the sentences around it suggest. */
export const LAID_OUT = 0.95

/** Its speaker is an index in the cast still. */
export function toDirect(laid: LaidOut): Quote {
  const { spans, paragraph, speaker, mention, confidence, reason } = laid
  return { kind: 'direct', spans, paragraph: paragraph + 1, speaker, mention, confidence, reason }
}

/** Those of `items` that touch none of `taken`, whatever the order of either. */
export function apartFrom<Item extends { readonly spans: readonly Span[] }>(
  items: readonly Item[],
  taken: readonly { readonly spans: readonly Span[] }[],
): Item[] {
  if (taken.length === 0) return [...items]
  const spans = taken.flatMap((one) => one.spans).sort((a, b) => a.start - b.start)
  const isFree = ({ start, end }: Span): boolean => {
    const low = lowerBound(spans.length, (at) => spans[at]!.end <= start)
    return low === spans.length || spans[low]!.start >= end
  }
  return items.filter((item) => item.spans.every(isFree))
}
