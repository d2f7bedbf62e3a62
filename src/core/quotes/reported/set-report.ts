import type { Span } from '../../text/span.ts'
import type { Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import { isReportable, spanOf } from './pieces.ts'

/** What the words of a sentence report whatever is learned: "her claim that …", "in Lund’s words, …". */
export interface SetReport {
  readonly frame: number
  readonly cue: Cue
  readonly spans: readonly [Span]
  /** Where what leads to it begins: "his claim", "a warning from". */
  readonly start: number
}

/** Where it is looked for. */
export interface Frames {
  readonly reading: Reading
  readonly frame: Frame
  readonly at: number
}

/** Made of a cue from one item to another, and of what stands from one to another: null where that is nothing. */
export function setReport(
  { reading, frame, at }: Frames,
  [first, last]: readonly [number, number],
  mention: Mention,
  shape: 'beside' | 'inverted',
  [from, to]: readonly [number, number],
): SetReport | null {
  const piece = trimmed(reading, frame, from, to)
  if (piece === null || !isReportable({ reading, frame }, piece)) return null
  const cue: Cue = { first, last, verb: null, kind: 'noun', mention, shape, passive: false }
  const lead = frame.items[first]!
  const start = Math.min(reading.words.tokens[mention.first]!.start, reading.words.tokens[lead]!.start)
  return { frame: at, cue, spans: [spanOf(reading, frame, piece)], start }
}

function trimmed({ words: { tokens } }: Reading, { items }: Frame, from: number, to: number) {
  const isEdge = (at: number, kept: string) => {
    const item = items[at]!
    return !isQuote(item) && tokens[item]!.kind === 'mark' && tokens[item]!.text !== kept
  }
  let [first, last] = [from, to]
  while (first <= last && isEdge(first, '(')) first += 1
  while (last >= first && isEdge(last, ')')) last -= 1
  return last < first ? null : { first, last, edge: 0, passed: [], inside: 0 }
}
