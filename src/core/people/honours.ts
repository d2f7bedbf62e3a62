import type { Gender, Lexicon } from '../lexicon.ts'
import { LIST } from '../text/lists.ts'
import { TAG } from '../text/tags.ts'
import type { Token } from '../text/tokens.ts'
import { BODY_TOO } from './bodies.ts'
import { behindTitle } from './brackets.ts'
import { AGED, DOER, isDemonym } from './other-capitals.ts'

interface Honoured {
  /** Index of the first word of the name itself. */
  readonly first: number
  /** Only people have titles and roles. */
  readonly titled: boolean
  readonly gender: Gender | null
}

/** Where the name begins in a run of capitals, behind the titles, nations, ages and roles in front of it. */
export function behindHonours(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): Honoured {
  let first = from
  let gender: Gender | null = null
  let titled = false
  const isOfBody = (tokens[to]!.lists & LIST.bodyName) !== 0
  for (let index = from; index < to; index += 1) {
    const { lists, text } = tokens[index]!
    const title = (lists & LIST.title) === 0 ? undefined : lexicon.titles.get(text)
    if (title === undefined) {
      if (titled && index === first && SECOND.test(`${tokens[index - 1]!.text} ${text}`)) first = index + 1
      continue
    }
    // "Secretary of State John Kerry": what "of" holds belongs to the title.
    if (tokens[index + 1]?.lower === 'of') {
      const holder = holderBehind(tokens, index + 3, to, lexicon)
      if (holder === -1) continue
      first = holder
      titled = true
      break
    }
    // "Justice Department".
    if (index + 1 === to && title === null && tokens[to]!.text === 'Department') continue
    // "Cr Col Tollund": behind another title it is no colonel, but "Lt Col Tollund".
    if (
      tokens[index]!.text === 'Col' &&
      titled &&
      index + 1 === to &&
      !/^(?:Lt|Lieutenant)$/.test(tokens[index - 1]!.text)
    )
      break
    if (index === from && isOfBody && BODY_TOO.test(tokens[index]!.text)) continue
    first = index + 1
    titled = true
    gender = title ?? gender
    const behind = behindTitle(tokens, first)
    if (behind !== -1) first = behind
  }
  // "German scientist Ana Lund", but "American Civil Liberties Union".
  while (first < to && !titled) {
    const { text } = tokens[first]!
    if (
      (!isDemonym(tokens, first, lexicon) || isOfBody || isCompass(tokens, first, lexicon)) &&
      !AGED.test(text) &&
      !(first === from && (EARLIER.test(text) || (!isOfBody && (TRADE.test(text) || DOER.test(text))))) &&
      !(
        lexicon.firstNames.has(tokens[first + 1]!.lower) &&
        (areMany(tokens, first) || (first + 1 < to && PARTY.test(text)))
      )
    )
      break
    first += 1
  }
  const role = titled ? -1 : lastRole(tokens, first, to, lexicon)
  if (role !== -1) {
    first = role + 1
    titled = true
    gender = lexicon.nounGenders.get(tokens[role]!.lower) ?? null
  }
  return { first, titled, gender }
}

/** What is a title behind another: "Chief Executive Ana Lund", "Det Con Lund", where "Con Lund" is his name. */
const SECOND = /^(?:(?:Chief|Deputy|Vice) Executive|Det\.? Con)$/

/** "Southern Mutual", which is a name, where "Southern farmer Ana Lund" is none. */
const isCompass = (tokens: readonly Token[], at: number, { firstNames }: Lexicon): boolean =>
  /^(?:South|North|East|West)ern$/.test(tokens[at]!.text) && !firstNames.has(tokens[at + 1]!.lower)

/** "Secretary of State | Ana Lund": where a known first name has a surname behind it, or -1. */
function holderBehind(tokens: readonly Token[], from: number, to: number, { firstNames }: Lexicon): number {
  for (let at = from; at < to; at += 1) if (firstNames.has(tokens[at]!.lower)) return at
  return -1
}

/** "Former England striker": the first word of a sentence, and no name’s. */
const EARLIER =
  /^(?:Former|Outgoing|Incoming|Retired|Longtime|Ex|Wife|Husband|Son|Daughter|Grandson|Granddaughter|Nephew|Niece|Widow|Widower|Cousin|Sisters|Brothers|Twins|Siblings|Cousins|Parents|Couple|Fianc[eé]e?|Girlfriend|Boyfriend)$/

/** "Airline Tidewell Air", where a sentence begins: what the firm does. */
const TRADE =
  /^(?:Airline|Retailer|Insurer|Broadcaster|Supermarket|Carmaker|Watchdog|Regulator|Lender|Manufacturer|Housebuilder|Brewer|Telco)$/

/** "Residents Gary and Denise Lund". */
const areMany = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]!.tags & TAG.role & ~TAG.many) !== 0 && (tokens[at]!.tags & TAG.many) !== 0

/** "Green Will May", "Reform Ana Lund": a party’s, where a full name follows. */
const PARTY = /^(?:Green|Reform|Alliance|Plaid|Teal)$/

/** Nobody's title: "Man Booker", "Boy Scout". */
const ANYBODY = /^(?:man|woman|boy|girl|child|person|teenager|hero|champion|winner)$/

/** "Geologist Arvid Strand", "Fenwick Chair Ana Lund": the last role that a name follows, or -1. */
function lastRole(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): number {
  for (let index = to - 1; index >= from; index -= 1) {
    const { tags, lower } = tokens[index]!
    if ((tags & TAG.role) === 0 || (tags & (TAG.kin | TAG.many)) !== 0) continue
    // "Developer Ana Lund", but "Developer Tidewell Homes".
    if ((tags & TAG.body) !== 0 && !lexicon.firstNames.has(tokens[index + 1]!.lower)) continue
    if (lexicon.firstNames.has(lower) || ANYBODY.test(lower)) continue
    for (let after = index + 1; after <= to; after += 1) {
      const { text, tags, lower } = tokens[after]!
      if ((tags & (TAG.role | TAG.nation)) !== 0 || lower === 'of' || text === '&' || lexicon.bodyNames.has(text))
        return -1
    }
    // "Conservative Home", "Miner Street" may be anything; two words behind a role are a name.
    return to - index > 1 || (index === from && !lexicon.affiliations.has(lower)) ? index : -1
  }
  return -1
}
