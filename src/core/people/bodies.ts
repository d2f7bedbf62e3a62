import type { Lexicon } from '../lexicon.ts'
import type { Token } from '../text/tokens.ts'

/** Whether tokens `first` to `last`, written so, name a body. */
export function isBody(
  tokens: readonly Token[],
  first: number,
  last: number,
  written: string,
  lexicon: Lexicon,
): boolean {
  if (lexicon.bodies.has(written) || isAcronym(tokens[first]!) || isHospital(tokens, first, last, lexicon)) return true
  for (let index = first; index <= last; index += 1) {
    if (tokens[index]!.text === '&' || tokens[index]!.lower === 'of') return true
    if (lexicon.bodyNames.has(tokens[index]!.text) && (index > first || last > first)) return true
  }
  return tokens[first - 1]?.lower === 'the' && first === last
}

/** "Harrowmouth General", a hospital; "Attorney General" leads to a name. */
const isHospital = (tokens: readonly Token[], first: number, last: number, { titles, firstNames }: Lexicon): boolean =>
  last > first &&
  tokens[last]!.text === 'General' &&
  tokens[first]!.tags === 0 &&
  !titles.has(tokens[last - 1]!.text) &&
  !RANKED.test(tokens[last - 1]!.text) &&
  !firstNames.has(tokens[first]!.lower)

const RANKED =
  /^(?:Attorney|Solicitor|Surgeon|Secretary|Director|Governor|Auditor|Inspector|Postmaster|Consul|Comptroller)$/

export function isAcronym({ text }: Token): boolean {
  const second = text.charCodeAt(1)
  // Nearly every word of a name goes on in lower case, and needs no pattern.
  if (second >= 97 && second <= 122) return false
  return text.length > 1 && /^\p{Lu}[\p{Lu}\p{N}.&]+s?$/u.test(text)
}

/** Titles that open a body’s name as well: "General Motors", "SP Group". */
export const BODY_TOO = /^(?:General|Major|Private|Premier|Canon|Justice|Dean|Marshal|[A-Z]{2,4})$/
