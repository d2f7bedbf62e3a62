import type { ArticleReading } from '../reading.ts'

/** Who talks with somebody says one of these sooner or later. */
const TALK = /^(?:i|we|you|me|us|my|our|your)$/

/** So many tokens tell whether a line talks. */
const LOOK = 80

/** Whether somebody talks from a token on, up to an offset. */
export function talks({ words: { tokens } }: ArticleReading, from: number, end: number): boolean {
  for (let at = from; at < from + LOOK && at < tokens.length && tokens[at]!.start < end; at += 1)
    if (tokens[at]!.text === '?' || TALK.test(tokens[at]!.lower)) return true
  return false
}
