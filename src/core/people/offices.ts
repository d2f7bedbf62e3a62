import type { Lexicon } from '../lexicon.ts'
import { LIST } from '../text/lists.ts'
import { TAG } from '../text/tags.ts'
import type { Token } from '../text/tokens.ts'
import { FAMILY_FIRST } from './short-names.ts'

/**
 * Where a run of capitals is an office and no name, "Chief Executive Officer", "the Prime Minister", "Health
 * Secretary": the index of its last word, else -1. What "of" holds behind it, as in "Regional Secretary of
 * Tidewell", is no part of it.
 */
export function endOfOffice(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): number {
  let end = from
  while (end <= to && (tokens[end]!.lists & (LIST.office | LIST.officeWord)) !== 0) end += 1
  const rest = to - end + 1
  end -= 1
  if (end <= from || (tokens[end]!.lists & LIST.office) === 0) return -1
  if (rest === 0) return end
  // "Vice President of Tidewell", but "Secretary of State Ana Lund".
  const isTail = tokens[end + 1]!.lower === 'of' && rest <= 3 && !lexicon.firstNames.has(tokens[to - 1]!.lower)
  return isTail ? end : -1
}

/** Offices that go with whom one serves: "lawyer for Tamika Joy Lund" leads to one name. */
const SERVES = /^(?:Attorney|Counsel|Advis[eo]r|Manager|Spokes.+)$/
const HOLDS_A_SEAT = /^(?:MP|MEP|MSP|TD|MLA|Bishop|Archbishop|Head|Chief|Premier)$/
/** What the holder of an office leads: "Leader of the Opposition | Ana Lund", "Head of State | Ana Lund". */
const IN_OFFICE = /^(?:Opposition|State)$/
/** "Member for | St Ives Ana Lund": the first word is not all of the place. */
const LEADS_PLACE = /^(?:San|Santa|St|Saint|Fort|Mount|Port|New|North|South|East|West)$/

/**
 * What an office is of or for, with the name of its holder right behind: "Federal Member for Burrendong | Tim
 * Haddrill", "Minister of State for Health | Ana Lund". The index of the last word in front of the name, or -1.
 */
export function endOfSeat(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): number {
  if (to - from < 2) return -1
  // "Leader of the | Opposition".
  const lead = from - (IN_OFFICE.test(tokens[from]!.text) && tokens[from - 1]?.lower === 'the' ? 2 : 1)
  if (!/^(?:of|for)$/.test(tokens[lead]?.lower ?? '')) return -1
  const { sentence } = tokens[from]!
  if (!isSeat(tokens[lead - 1], sentence, lexicon) && !isSeat(tokens[lead - 3], sentence, lexicon)) return -1
  if (lexicon.bodyNames.has(tokens[to]!.text) || isNoSeat(tokens[from]!, lexicon)) return -1
  // "Minister for Health | Lim Wei Jie": what the office is for, whatever the name.
  let portfolio = from
  while (
    portfolio < to &&
    (lexicon.officeWords.has(tokens[portfolio]!.text) || IN_OFFICE.test(tokens[portfolio]!.text))
  )
    portfolio += 1
  if (portfolio > from && to > portfolio) return portfolio - 1
  const start = LEADS_PLACE.test(tokens[from]!.text) ? from + 2 : from + 1
  for (let at = start; at < to; at += 1) {
    const { lower } = tokens[at]!
    if (!lexicon.firstNames.has(lower) && !(to - at === 2 && FAMILY_FIRST.test(lower))) continue
    const before = tokens[at - 1]!
    return isNoSeat(before, lexicon) ? -1 : at - 1
  }
  return -1
}

function isSeat(token: Token | undefined, sentence: number, { offices }: Lexicon): boolean {
  if (token === undefined || token.sentence !== sentence || SERVES.test(token.text)) return false
  return offices.has(token.text) || HOLDS_A_SEAT.test(token.text)
}

const isNoSeat = ({ text, lower, tags }: Token, { titles, offices, firstNames }: Lexicon): boolean =>
  titles.has(text) || offices.has(text) || firstNames.has(lower) || (tags & TAG.nation) !== 0
