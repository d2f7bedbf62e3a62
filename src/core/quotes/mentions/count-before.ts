import { lowerBound } from '../../text/lower-bound.ts'
import type { Reading } from '../features.ts'
import type { Mention } from '../grammar/mentions.ts'
import type { Attribution } from '../speakers/attribution.ts'

/** How many of the quotes, in the order of the text, begin in front of a mention. */
export function countBefore({ words, outer }: Reading, quotes: readonly Attribution[], { first }: Mention): number {
  const { start } = words.tokens[first]!
  return lowerBound(quotes.length, (at) => outer[quotes[at]!.place.quote]!.start < start)
}
