import { contains, overlaps, type Span } from '../text/span.ts'
import type { Outline } from './outline.ts'

const MARK = /["“”„«»「」『』]/
const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['«', '»'],
  ['「', '」'],
]

/** Whether the sentence holds every quote that it touches: all its spans, its marks, and who said it. */
export function keepsQuotes({ text, quotes }: Outline, sentence: Span): boolean {
  for (const quote of quotes) {
    if (!quote.spans.some((span) => overlaps(span, sentence))) {
      if (quote.spans[0]!.start >= sentence.end) break
      continue
    }
    if (!quote.spans.every((span) => contains(sentence, withMarks(text, span)))) return false
    if (quote.mention && !contains(sentence, quote.mention)) return false
    if (quote.kind === 'direct' && !quote.mention) return false
  }
  return isBalanced(text.slice(sentence.start, sentence.end))
}

/** Quotes leave their marks out, and some keep a comma between the words and the mark. */
function withMarks(text: string, span: Span): Span {
  const end = MARK.test(text.charAt(span.end)) ? span.end + 1 : span.end
  return { start: MARK.test(text.charAt(span.start - 1)) ? span.start - 1 : span.start, end }
}

/** A mark without its fellow means that a quote goes on elsewhere, whether or not it was found. */
function isBalanced(written: string): boolean {
  return count(written, '"') % 2 === 0 && PAIRS.every(([open, close]) => count(written, open) === count(written, close))
}

function count(written: string, mark: string): number {
  let found = 0
  for (let at = written.indexOf(mark); at !== -1; at = written.indexOf(mark, at + 1)) found += 1
  return found
}
