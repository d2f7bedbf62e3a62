import type { Lexicon } from '../lexicon.ts'
import { LIST } from '../text/lists.ts'
import { TAG } from '../text/tags.ts'
import type { Token } from '../text/tokens.ts'

/** Whether tokens `first` to `last`, written so, name a body. */
export function isBody(
  tokens: readonly Token[],
  first: number,
  last: number,
  written: string,
  lexicon: Lexicon,
): boolean {
  if (lexicon.bodies.has(written) || isHospital(tokens, first, last, lexicon)) return true
  const isShort = isAcronym(tokens[first]!)
  if (isShort && (first === last || !areInitials(tokens[first]!, lexicon))) return true
  for (let index = first; index <= last; index += 1) {
    if (tokens[index]!.text === '&' || tokens[index]!.lower === 'of') return true
    if ((tokens[index]!.lists & LIST.bodyName) !== 0 && (index > first || last > first)) return true
  }
  if (isOfCountry(tokens, first, last, lexicon)) return true
  if (tokens[first - 1]?.lower !== 'the') return false
  return first === last || isNobody(tokens, first, last, lexicon)
}

/** "Transport Canada", "Sport Ireland", "Kenya Power": no first name, and a country where nobody has one. */
const isOfCountry = (tokens: readonly Token[], first: number, last: number, { firstNames }: Lexicon): boolean =>
  last > first &&
  last - first < 3 &&
  !firstNames.has(tokens[first]!.lower) &&
  !firstNames.has(tokens[last]!.lower) &&
  tokens[first]!.text.length > 1 &&
  COUNTRY.test(tokens[last]!.text) !== COUNTRY.test(tokens[first]!.text)

/** Those that public bodies and firms are named for. */
const COUNTRY =
  /^(?:Canada|Ireland|Scotland|Wales|Australia|Nigeria|Ghana|Uganda|Kenya|Tanzania|Zambia|Zimbabwe|Namibia|Botswana|Malaysia|Singapore|Pakistan|Bangladesh|Quebec|Ontario|Queensland|Tasmania)$/

/** "told the Bangor Courier in May": nobody is called "the", but "the Ana Lund campaign" is hers. */
function isNobody(tokens: readonly Token[], first: number, last: number, { firstNames }: Lexicon): boolean {
  for (let at = first; at <= last; at += 1) if (firstNames.has(tokens[at]!.lower)) return false
  const next = tokens[last + 1]
  return (
    next === undefined ||
    next.kind === 'mark' ||
    (next.tags & (TAG.preposition | TAG.auxiliary | TAG.subordinator)) !== 0
  )
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

/** "M.A. Rasheed", where "U.S. Steel" and "L.A. Unified" are no man’s: a pair of initials written as one. */
const areInitials = ({ text, tags }: Token, { places, bodies, titles }: Lexicon): boolean =>
  (tags & TAG.nation) === 0 &&
  DOTTED.test(text) &&
  !OF_PLACES.test(text) &&
  !places.has(text) &&
  !bodies.has(text) &&
  !titles.has(text.replaceAll('.', ''))

const DOTTED = /^\p{Lu}\.\p{Lu}(?:\.\p{Lu})?\.?$/u
const OF_PLACES = /^(?:U\.[NSK]|E\.U|D\.C|L\.A|N\.[CDHJMYZ]|S\.[CDF]|B\.C|R\.I|W\.V|P\.E|J\.P|U\.A\.E)/

/** Titles that open a body’s name as well: "General Motors", "SP Group". */
export const BODY_TOO = /^(?:General|Major|Private|Premier|Canon|Justice|Dean|Marshal|[A-Z]{2,4})$/
