import { VERB_SENSES } from '../../lexicon.ts'
import type { Cast } from '../../people/people.ts'
import { lowerBound } from '../../text/lower-bound.ts'
import type { Span } from '../../text/span.ts'
import { tokenAt } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { markedFrom } from '../marks/marked-from.ts'
import type { ArticleReading } from '../reading.ts'
import { talks } from './talks.ts'

/** Much less sure than a line with its label, and shown so: an editor’s "we" may stand between, with nothing to tell it. */
export const GOES_ON = 0.75

const ENDS = /[.!?…][”"’']?$/

/**
 * Paragraphs between the label of a speaker and the next label, at once behind its own, in which somebody talks: the
 * answer goes on. One that names the speaker, tells what somebody says or holds marked words is the article’s own.
 */
export function furtherParagraphs(
  reading: ArticleReading,
  cast: Cast,
  speaker: number | null,
  own: number,
  next: number,
): readonly Span[] {
  const { words, paragraphs, outer } = reading
  const further: Span[] = []
  for (let at = own + 1; at < next; at += 1) {
    const { start, end } = paragraphs[at]!
    const { text } = words
    if (!ENDS.test(text.slice(end - 2, end)) || !/\p{Lu}/u.test(text[start]!)) break
    if (!talks(reading, tokenAt(words, start), end) || names(reading, cast, speaker, { start, end })) break
    const marked = outer[markedFrom(outer, start)]
    if ((marked !== undefined && marked.start < end) || tellsOfSpeech(reading, at)) break
    further.push({ start, end })
  }
  return further
}

/** "Ms. Lund laughs as she pours me a coffee": nobody speaks so of herself. */
function names({ words }: ArticleReading, { of }: Cast, speaker: number | null, { start, end }: Span): boolean {
  const { nameAt, tokens } = words
  for (let at = tokenAt(words, start); at < tokens.length && tokens[at]!.start < end; at += 1)
    if (nameAt[at] !== -1 && of[nameAt[at]!] === speaker) return true
  return false
}

function tellsOfSpeech({ frames, cues }: ArticleReading, paragraph: number): boolean {
  let at = lowerBound(frames.length, (frame) => frames[frame]!.paragraph < paragraph)
  for (; frames[at]?.paragraph === paragraph; at += 1) if (cues[at]!.some(isSpeech)) return true
  return false
}

/** "She told us", "we thank": but "I think so" and "my father gave me this" are how people talk. */
const isSpeech = ({ verb, mention }: Cue): boolean =>
  verb === null ||
  VERB_SENSES.some((sense) => verb.senses[sense] && sense !== 'think' && sense !== 'open') ||
  (mention.kind === 'pronoun' && mention.number === 'one')
