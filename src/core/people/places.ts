import type { Lexicon } from '../lexicon.ts'
import type { Token } from '../text/tokens.ts'
import type { NameMention } from './name-shape.ts'

/** "River Road", "Jordan Valley"; "Wall Street" speaks. */
export const isNamedPlace = (
  tokens: readonly Token[],
  first: number,
  last: number,
  { placeNames, bodies }: Lexicon,
): boolean =>
  last > first && placeNames.has(tokens[last]!.text) && !bodies.has(`${tokens[last - 1]!.text} ${tokens[last]!.text}`)

/** "in Lisbon", "near Saltby": where something is, and nobody; "in Lund’s view" is hers. */
export function isLocated(tokens: readonly Token[], { titled, first, last }: NameMention): boolean {
  const before = tokens[first - 1]
  return titled === first && before !== undefined && LOCATES.test(before.lower) && tokens[last + 1]?.lower !== "'s"
}

const LOCATES = /^(?:in|near|outside|across|throughout)$/
