import type { Cue } from './cues.ts'
import { type Frame, isQuote } from './frames.ts'

/** Where a cue's mention stands in the items of its frame. */
export function positionsOf(frame: Frame, { first, mention }: Pick<Cue, 'first' | 'mention'>) {
  const offset = frame.items[first]! - first
  // Tokens and items run in step except across marked spans: search near by.
  const seek = (token: number) => {
    let at = Math.max(0, Math.min(frame.items.length - 1, token - offset))
    while (at > 0 && itemToken(frame, at) > token) at -= 1
    while (at < frame.items.length - 1 && itemToken(frame, at) < token) at += 1
    return at
  }
  return { first: seek(mention.first), last: seek(mention.last) }
}

/** The token at a position, or for a marked span the one before it. */
function itemToken(frame: Frame, at: number): number {
  for (let position = at; position >= 0; position -= 1)
    if (!isQuote(frame.items[position]!)) return frame.items[position]!
  return -1
}

/** Position of a token in the items of a frame, or -1. */
export const positionOf = ({ items }: Frame, token: number): number => items.indexOf(token)
