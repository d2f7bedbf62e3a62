import type { Token } from '../../text/tokens.ts'
import type { Marked } from '../marks/marks.ts'

/**
 * A sentence as its reporting frame: the words outside marks, each marked span standing as one item. A
 * sentence's end inside a quote does not end the frame, so “A. B,” he said is one.
 */
export interface Frame {
  /** A token's index, or for the marked span k the number ~k. */
  readonly items: readonly number[]
  /** Index in the paragraphs. */
  readonly paragraph: number
}

/** Longest frame in items; what is longer is no sentence. Whoever scans a frame stays linear in the text. */
const LONGEST = 300

export const isQuote = (item: number): boolean => item < 0
export const quoteOf = (item: number): number => ~item

/** `outer` are the marked spans of depth 0, whose indexes are used in the items; `from` and `to` cut out some tokens. */
export function findFrames(
  tokens: readonly Token[],
  outer: readonly Marked[],
  paragraphOf: (token: Token) => number,
  from = 0,
  to = tokens.length,
): Frame[] {
  const frames: Frame[] = []
  let items: number[] = []
  let sentence = -1
  let paragraph = -1
  let next = 0
  const cut = () => {
    if (items.length > 0) frames.push({ items, paragraph })
    items = []
  }
  for (let index = from; index < to; index += 1) {
    const token = tokens[index]!
    while (next < outer.length && outer[next]!.end <= token.start) next += 1
    const marked = outer[next]
    const inside = marked !== undefined && marked.start <= token.start
    const begins = !inside || items[items.length - 1] !== ~next
    if (begins && (token.sentence !== sentence || items.length >= LONGEST)) {
      cut()
      paragraph = paragraphOf(token)
    }
    if (begins) items.push(inside ? ~next : index)
    sentence = token.sentence
  }
  cut()
  return frames
}
