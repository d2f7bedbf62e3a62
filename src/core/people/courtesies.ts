import type { Gender, Lexicon } from '../lexicon.ts'
import { TAG } from '../text/tags.ts'
import type { Token } from '../text/tokens.ts'

/** "Her | Honour", "his | Excellency": how a holder of an office is spoken of, and nobody’s name. */
export function isCourtesy(tokens: readonly Token[], at: number, { courtesies }: Lexicon): boolean {
  const [before, noun] = [tokens[at - 1], tokens[at]]
  if (before === undefined || noun === undefined || (before.tags & TAG.possessive) === 0 || !noun.capital) return false
  return before.sentence === noun.sentence && courtesies.has(noun.lower)
}

/** Whom it is said of, as the possessive in front tells. */
export const genderOfCourtesy = (tokens: readonly Token[], at: number): Gender | null =>
  GENDERS[tokens[at - 1]!.lower] ?? null

const GENDERS: Readonly<Record<string, Gender | undefined>> = { his: 'male', her: 'female' }
