import type { Inline } from '../reply.ts'
import { contains, type Span } from '../text/span.ts'

/** About three lines on a phone. */
const LONGEST = 280

/**
 * A sentence with these words in bold, as it stands in the text; one too long to show is cut at spaces round
 * the first of them, and an ellipsis outside what is the article's own says so.
 */
export function excerpt(text: string, sentence: Span, words: readonly Span[], longest = LONGEST): readonly Inline[] {
  const shown = window(text, sentence, words[0], longest)
  return [
    ...(shown.start > sentence.start ? ['… '] : []),
    ...bolden(text, shown, words),
    ...(shown.end < sentence.end ? [' …'] : []),
  ]
}

function window(text: string, sentence: Span, word: Span | undefined, longest: number): Span {
  if (sentence.end - sentence.start <= longest) return sentence
  const from = Math.max(sentence.start, (word?.start ?? sentence.start) - Math.floor(longest / 2))
  const start = from === sentence.start ? from : text.indexOf(' ', from) + 1
  const to = Math.min(sentence.end, start + longest)
  const space = text.lastIndexOf(' ', to)
  return { start, end: to < sentence.end && space > start ? space : to }
}

function bolden(text: string, shown: Span, words: readonly Span[]): readonly Inline[] {
  const pieces: Inline[] = []
  let at = shown.start
  for (const word of words.filter((one) => contains(shown, one))) {
    if (word.start > at) pieces.push(text.slice(at, word.start))
    pieces.push({ bold: text.slice(word.start, word.end) })
    at = word.end
  }
  if (shown.end > at) pieces.push(text.slice(at, shown.end))
  return pieces
}
