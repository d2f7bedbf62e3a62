import type { Entry } from './ports/library.ts'
import type { Query } from './query.ts'
import { findHits } from './query-hits.ts'
import type { Inline } from './reply.ts'
import { contains, type Span, slice } from './text/span.ts'

/** About three lines on a phone. */
const LONGEST = 280

/**
 * The sentence that holds most of what was looked for, the words found in bold. It is the article's own
 * text; where it is cut, an ellipsis outside the slice says so.
 */
export function hitInContext({ article, analysis }: Entry, query: Query): readonly Inline[] {
  const hits = findHits(query, article.text)
  const sentences = analysis.sentences.map((sentence) => ({
    sentence,
    kinds: new Set(hits.filter((hit) => contains(sentence, hit)).map((hit) => slice(article.text, hit).toLowerCase()))
      .size,
  }))
  const best = sentences.reduce<(typeof sentences)[number] | undefined>(
    (a, b) => (a && a.kinds >= b.kinds ? a : b),
    undefined,
  )
  if (best === undefined) return [article.text.slice(0, LONGEST)]
  const inside = hits.filter((hit) => contains(best.sentence, hit))
  const shown = window(article.text, best.sentence, inside[0])
  return [
    ...(shown.start > best.sentence.start ? ['… '] : []),
    ...bolden(article.text, shown, inside),
    ...(shown.end < best.sentence.end ? [' …'] : []),
  ]
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
  for (const hit of hits.filter((one) => contains(shown, one))) {
    if (hit.start > at) pieces.push(text.slice(at, hit.start))
    pieces.push({ bold: text.slice(hit.start, hit.end) })
    at = hit.end
  }
  if (shown.end > at) pieces.push(text.slice(at, shown.end))
  return pieces
}
