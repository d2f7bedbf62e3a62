import type { Entry } from './ports/library.ts'
import type { Query } from './query.ts'
import type { Inline } from './reply.ts'
import { contains, overlaps, type Span } from './text/span.ts'
import { terms } from './text/terms.ts'

/** About three lines on a phone. */
const LONGEST = 280

/**
 * The sentence that holds most of what was looked for, the words found in bold. It is the article's own
 * text; where it is cut, an ellipsis outside the slice says so.
 */
export function hitInContext({ article, analysis }: Entry, query: Query): readonly Inline[] {
  const wanted = new Set(
    [...query.words, ...query.phrases.flat()].flatMap((word) => terms(word).map(({ term }) => term)),
  )
  const hits = terms(article.text).filter(({ term }) => wanted.has(term))
  const sentences = analysis.sentences.map((sentence) => ({
    sentence,
    kinds: new Set(hits.filter((hit) => contains(sentence, hit)).map(({ term }) => term)).size,
  }))
  const best = sentences.reduce<(typeof sentences)[number] | undefined>(
    (a, b) => (a && a.kinds >= b.kinds ? a : b),
    undefined,
  )
  if (best === undefined) return [article.text.slice(0, LONGEST)]
  const inside = hits.filter((hit) => contains(best.sentence, hit))
  return bolden(article.text, window(article.text, best.sentence, inside[0]), inside)
}

/** A sentence too long to show is cut at spaces round its first hit. */
function window(text: string, sentence: Span, hit: Span | undefined): Span {
  if (sentence.end - sentence.start <= LONGEST) return sentence
  const from = Math.max(sentence.start, (hit?.start ?? sentence.start) - LONGEST / 2)
  const start = from === sentence.start ? from : text.indexOf(' ', from) + 1
  const to = Math.min(sentence.end, start + LONGEST)
  const space = text.lastIndexOf(' ', to)
  return { start, end: to < sentence.end && space > start ? space : to }
}

function bolden(text: string, shown: Span, hits: readonly Span[]): readonly Inline[] {
  const pieces: Inline[] = []
  let at = shown.start
  if (text[shown.start - 1] === ' ' && !/[.!?”"]\s*$/.test(text.slice(Math.max(0, shown.start - 4), shown.start)))
    pieces.push('… ')
  for (const hit of hits.filter((one) => overlaps(one, shown) && contains(shown, one))) {
    if (hit.start > at) pieces.push(text.slice(at, hit.start))
    pieces.push({ bold: text.slice(hit.start, hit.end) })
    at = hit.end
  }
  if (shown.end > at) pieces.push(text.slice(at, shown.end))
  if (/\w/.test(text[shown.end - 1] ?? '') && text[shown.end] === ' ') pieces.push(' …')
  return pieces
}
