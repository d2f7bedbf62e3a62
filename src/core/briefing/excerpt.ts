import type { Inline } from '../reply.ts'
import { contains, overlaps, type Span } from '../text/span.ts'

/** About three lines on a phone. */
const LONGEST = 280

/**
 * A sentence with these words in bold, as it stands in the text; one too long to show is cut at spaces round
 * the first of them, and an ellipsis outside what is the article's own says so. What stands between marks is shown
 * whole or not at all, however long it makes the rest.
 */
export function excerpt(text: string, sentence: Span, words: readonly Span[], longest = LONGEST): readonly Inline[] {
  const shown = whole(window(text, sentence, words[0], longest), text, sentence, words[0])
  return [
    ...(shown.start > sentence.start ? ['… '] : []),
    ...bolden(text, shown, words),
    ...(shown.end < sentence.end ? [' …'] : []),
  ]
}

/** Twice what the longest sentence chosen as a key point has: whole, therefore, wherever there was something to choose from. */
const LONGEST_OPENING = 1_000

/** The sentence that an article opens with, where none was chosen: a text without full stops may be one of half a megabyte. */
export const opening = (text: string, sentence: Span): readonly Inline[] => excerpt(text, sentence, [], LONGEST_OPENING)

function window(text: string, sentence: Span, word: Span | undefined, longest: number): Span {
  if (sentence.end - sentence.start <= longest) return sentence
  const from = Math.max(sentence.start, (word?.start ?? sentence.start) - Math.floor(longest / 2))
  const start = from === sentence.start ? from : text.indexOf(' ', from) + 1
  const to = Math.min(sentence.end, start + longest)
  const space = text.lastIndexOf(' ', to)
  return { start, end: to < sentence.end && space > start ? space : to }
}

/** Words between marks, or from one to the end of the paragraph where the speech goes on behind it. */
const MARKED = /[“„«"][^“”„«»"]*(?:[”“»"]|$)/g

/** No end of what is shown lies inside marks: the word's own are shown to their ends, others are left out. */
function whole(shown: Span, text: string, sentence: Span, word: Span | undefined): Span {
  let { start, end } = shown
  for (const said of markedIn(text, sentence)) {
    const isWords = word === undefined ? said.start === sentence.start : overlaps(said, word)
    if (said.start < start && start < said.end) start = isWords ? said.start : wordAfter(text, said.end)
    if (said.start < end && end < said.end) end = isWords ? said.end : text.slice(0, said.start).trimEnd().length
  }
  return { start, end }
}

/** What of a sentence stands between marks; one in the middle of a speech has them in other sentences. */
function markedIn(text: string, sentence: Span): readonly Span[] {
  const first = text.lastIndexOf('\n', sentence.start) + 1
  const last = text.indexOf('\n', sentence.end)
  const paragraph = text.slice(first, last < 0 ? undefined : last)
  return [...paragraph.matchAll(MARKED)]
    .map(({ 0: marked, index }) => ({
      start: Math.max(first + index, sentence.start),
      end: Math.min(first + index + marked.length, sentence.end),
    }))
    .filter(({ start, end }) => start < end)
}

const wordAfter = (text: string, at: number): number => at + (/^\S*\s*/.exec(text.slice(at, at + 20))?.[0].length ?? 0)

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
