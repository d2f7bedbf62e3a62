import type { Reading } from '../features.ts'
import { type Frame, isQuote } from './frames.ts'

/** The word or mark at a position of a frame as written; nothing where a marked span stands, or none. */
export function textAt(reading: Reading, frame: Frame, at: number): string {
  const item = frame.items[at]
  return item === undefined || isQuote(item) ? '' : reading.words.tokens[item]!.text
}

/** The same in lower case. */
export function lowerAt(reading: Pick<Reading, 'words'>, frame: Frame, at: number): string {
  const item = frame.items[at]
  return item === undefined || isQuote(item) ? '' : reading.words.tokens[item]!.lower
}
