import { contains, overlaps, type Span } from '../text/span.ts'
import type { Outline } from './outline.ts'

const MARK = /["“”„«»「」『』]/

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
  return isBalanced(text, sentence)
}

/** Quotes leave their marks out, and some keep a comma between the words and the mark. */
function withMarks(text: string, span: Span): Span {
  const end = MARK.test(text.charAt(span.end)) ? span.end + 1 : span.end
  return { start: MARK.test(text.charAt(span.start - 1)) ? span.start - 1 : span.start, end }
}

/** A mark without its fellow means that a quote goes on elsewhere, whether or not it was found. */
function isBalanced(text: string, { start, end }: Span): boolean {
  let straight = 0
  let curly = 0
  let pointed = 0
  let cornered = 0
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code > 0x22 && code < 0xab) continue
    if (code === 0x22) straight += 1
    // “ ” « » 「 」
    else if (code === 0x201c) curly += 1
    else if (code === 0x201d) curly -= 1
    else if (code === 0xab) pointed += 1
    else if (code === 0xbb) pointed -= 1
    else if (code === 0x300c) cornered += 1
    else if (code === 0x300d) cornered -= 1
  }
  return straight % 2 === 0 && curly === 0 && pointed === 0 && cornered === 0
}
