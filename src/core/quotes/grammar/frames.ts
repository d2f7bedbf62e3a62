import { TAG } from '../../text/tags.ts'
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
    const ends = token.sentence !== sentence && !(paragraphOf(token) === paragraph && isCueOf(tokens, index, items))
    if (begins && (ends || items.length >= LONGEST)) {
      cut()
      paragraph = paragraphOf(token)
    }
    if (begins) items.push(inside ? ~next : index)
    sentence = token.sentence
  }
  cut()
  return frames
}

/** Longest subject between a quote that is a sentence and its verb, in tokens. */
const SUBJECT = 6

/** “Where is it?” Lund asked. A sentence with a verb of saying and nothing that it says belongs to the quote in front. */
function isCueOf(tokens: readonly Token[], from: number, items: readonly number[]): boolean {
  if (items.length !== 1 || !isQuote(items[0]!)) return false
  for (let at = from + 1; at <= from + SUBJECT; at += 1) {
    const { kind, verb, sentence } = tokens[at] ?? tokens[from]!
    if (kind !== 'word' || sentence !== tokens[from]!.sentence) return false
    if (verb?.forms.past && SPEAKING.some((sense) => verb.senses[sense])) return saysNothing(tokens, at)
  }
  return false
}

const SPEAKING = ['say', 'ask', 'respond', 'voice', 'state'] as const

/** Longest "in a statement on Friday" behind the verb, in tokens. */
const CIRCUMSTANCE = 12

/** Whether a verb has only time and place behind it in its sentence, or a comma that leads on. */
function saysNothing(tokens: readonly Token[], verb: number): boolean {
  for (let at = verb + 1; at <= verb + CIRCUMSTANCE; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.sentence !== tokens[verb]!.sentence) return true
    const { text, tags, verb: other } = token
    if (at === verb + 1 && text === ',') return true
    const opens = (tags & (TAG.preposition | TAG.time | TAG.adverb)) !== 0 || token.kind === 'mark'
    if (at === verb + 1 && !opens) return false
    if (text === ':' || (tags & (TAG.pronoun | TAG.auxiliary | TAG.subordinator)) !== 0) return false
    if (other?.forms.past === true) return false
  }
  return false
}
