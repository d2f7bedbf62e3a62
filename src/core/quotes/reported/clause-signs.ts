import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'

/** What an item tells of the clause that it stands in. */
export const SIGN = { none: 0, tense: 1, to: 2, quote: 3 } as const

/** By position of a frame: read once, since many pieces of a frame are weighed and each asks for all its items. */
export function findSigns(reading: Reading, { items }: Frame): Uint8Array {
  const signs = new Uint8Array(items.length)
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]!
    if (isQuote(item)) signs[at] = SIGN.quote
    else if (hasTense(reading, item)) signs[at] = SIGN.tense
    else if (reading.words.tokens[item]!.lower === 'to') signs[at] = SIGN.to
  }
  return signs
}

export function hasTense(reading: Reading, item: number): boolean {
  const { tags, verb } = reading.words.tokens[item]!
  return (tags & TAG.auxiliary) !== 0 || verb?.forms.past === true
}
