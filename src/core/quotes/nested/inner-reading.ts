import { lowerBound } from '../../text/lower-bound.ts'
import type { Span } from '../../text/span.ts'
import type { Token } from '../../text/tokens.ts'
import { type Reading, tokenAt } from '../features.ts'
import { findCues } from '../grammar/cues.ts'
import { findFrames } from '../grammar/frames.ts'
import type { Marked } from '../marks/marks.ts'
import type { ArticleReading } from '../reading.ts'
import { asTold, withSharedSubjects } from './inner-frames.ts'

/** So much may stand between the ends of a speech and of marks that hold all of it: its own marks, a space. */
const EDGE = 2

/** One speech read as an article is: its own sentences, cues and marked spans. Null where nothing is marked inside it. */
export function readInside(article: ArticleReading, speech: readonly Span[]): Reading | null {
  const { words, sentences } = article
  const outer = speech.flatMap((span) => markedIn(article.marked, span))
  if (outer.length === 0) return null
  const paragraphOf = (token: Token) => sentences[token.sentence]!.paragraph - 1
  const frames = speech
    .flatMap(({ start, end }) =>
      findFrames(words.tokens, outer, paragraphOf, tokenAt(words, start), tokenAt(words, end)),
    )
    .map((frame) => asTold(words, frame))
  const cues = frames.map((frame) => withSharedSubjects(words, frame, findCues(words, frame)))
  return { words, frames, cues, outer, continues: new Int32Array(outer.length).fill(-1) }
}

/** The outermost marked spans within a span of speech, without the marks around it. They come in text order. */
function markedIn(marked: readonly Marked[], { start, end }: Span): readonly Marked[] {
  const found: Marked[] = []
  let free = start
  for (let at = lowerBound(marked.length, (one) => marked[one]!.start < start); at < marked.length; at += 1) {
    const one = marked[at]!
    if (one.start >= end) break
    const isWhole = one.content.start - start <= EDGE && end - one.content.end <= EDGE
    if (one.start < free || one.end > end || isWhole) continue
    found.push(one)
    free = one.end
  }
  return found
}
