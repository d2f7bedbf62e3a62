import type { Lexicon } from '../lexicon.ts'

/** Lists of the lexicon that a word can be in, as bits: looked up once for each word, and asked wherever it stands. */
export const LIST = {
  claim: 1,
  phrasal: 2,
  title: 4,
  firstName: 8,
  office: 16,
  officeWord: 32,
  bodyName: 64,
  body: 128,
  place: 256,
  notName: 512,
  suffix: 1024,
} as const

/** Which of them have a word, as written or in lower case. */
export function listsOf(lexicon: Lexicon, text: string, lower: string): number {
  const bit = (has: boolean, list: number) => (has ? list : 0)
  return (
    bit(lexicon.claims.has(lower), LIST.claim) |
    bit(lexicon.phrasal.has(lower), LIST.phrasal) |
    bit(lexicon.titles.has(text), LIST.title) |
    bit(lexicon.firstNames.has(lower), LIST.firstName) |
    bit(lexicon.offices.has(text), LIST.office) |
    bit(lexicon.officeWords.has(text), LIST.officeWord) |
    bit(lexicon.bodyNames.has(text), LIST.bodyName) |
    bit(lexicon.bodies.has(text), LIST.body) |
    bit(lexicon.places.has(text), LIST.place) |
    bit(lexicon.notNames.has(text), LIST.notName) |
    bit(lexicon.suffixes.has(text), LIST.suffix)
  )
}
