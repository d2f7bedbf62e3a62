import type { Lexicon } from '../lexicon.ts'
import { TAG } from '../text/tags.ts'
import type { Token } from '../text/tokens.ts'

/** "Sixteen-year-old Tilda Bergen", "Norwegian-born Ana Lund": a word of the sentence, with its first capital. */
export const AGED =
  /^\p{Lu}[\p{L}.]+(?:-\p{L}+)*-(?:old|born|based|backed|led|run|owned|funded|listed|educated|trained|elected|winning|affiliated|aligned|allied|linked|supported|sponsored|controlled|appointed|nominated|raised|bred|built|speaking|leaning|headquartered|registered)$/u

/** "Match-winner Lund", "Goal-hero Lund", "Singer-songwriter Ana Lund": what somebody is or did, where a sentence begins. */
export const DOER = /^\p{Lu}\p{L}+-(?:\p{Ll}{3,}(?:er|or|ist)|hero|heroine|star|boss|chief|mum|dad)$/u

/** "the Scot", "a Londoner"; but "Dane said", where it is a first name as well. */
export function isDemonym(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const { lower, tags } = tokens[at]!
  if ((tags & TAG.nation) === 0) return false
  const before = tokens[at - 1]
  return !lexicon.firstNames.has(lower) || (before !== undefined && (before.tags & TAG.determiner) !== 0)
}

/** "MUMBAI: …", as a dateline writes it. */
export const isShoutedPlace = (written: string, { places }: Lexicon): boolean =>
  written.length > 4 && written === written.toUpperCase() && places.has(written[0] + written.slice(1).toLowerCase())

/** "A HEARTBROKEN mother": a word that a lede shouts, unless the text has it as a name too. */
export const isShouted = ({ text }: Token, inside: ReadonlySet<string>, { bodies, places }: Lexicon): boolean =>
  // Nearly every word goes on in lower case, and needs no pattern.
  text.charCodeAt(1) < 97 &&
  SHOUTED.test(text) &&
  !inside.has(text[0] + text.slice(1).toLowerCase()) &&
  !bodies.has(text) &&
  !places.has(text[0] + text.slice(1).toLowerCase())

const SHOUTED = /^[A-Z]{3,}(?:ED|ING|KEN|FUL|LESS|OUS|ABLE|LY|IVE|ISH)$/

/** "The Clock said": where the text has "the clock" as well, a common noun that somebody honours with a capital. */
export const isHonoured = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.tags === 0 && tokens[at - 1]?.lower === 'the'
