import type { Lexicon } from '../lexicon.ts'
import { LIST } from '../text/lists.ts'
import { TAG } from '../text/tags.ts'
import type { Token } from '../text/tokens.ts'

const DAY = /day$/
const CLOSING_MARK = /^["”’'»]$/
const COMMA = /^[,?!]$/

/**
 * Indexes of the months, days and auxiliaries that are a first name: "said April Summers", "Will Young said", "Chief
 * Sunday Olabisi". They are in front of an unknown word with a capital, behind a title or where a quote’s cue has its
 * subject, and wherever the two come again.
 */
export function findCalendarNames(tokens: readonly Token[], lexicon: Lexicon): ReadonlySet<number> {
  const possible: number[] = []
  /** "Mrs May": such a title never stands alone. */
  const courteous: number[] = []
  const told = new Set<string>()
  for (let at = 0; at < tokens.length; at += 1) {
    const { capital, tags, lower } = tokens[at]!
    if (!capital || (tags & (TAG.time | TAG.auxiliary | TAG.preposition)) === 0) continue
    // "Had Lund said so": of auxiliaries and prepositions only what is a first name too.
    if ((tags & TAG.time) === 0 && !lexicon.firstNames.has(lower)) continue
    const titled = (tags & TAG.time) !== 0 && isTitled(tokens, at)
    if (titled && COURTESY.test(tokens[at - 1]!.text)) courteous.push(at)
    if (!isSurname(tokens, at + 1, lexicon, titled)) continue
    possible.push(at)
    if (titled || isBehindCue(tokens, at) || isAheadOfCue(tokens, at) || isGiven(tokens, at)) told.add(pair(tokens, at))
  }
  const first = possible.filter((at) => told.has(pair(tokens, at)))
  return new Set([...first, ...courteous, ...findSurnames(tokens, lexicon)])
}

/** "said Chief | Sunday Olabisi", but "the Mayor | Monday": whom the article means needs no name. */
function isTitled(tokens: readonly Token[], at: number): boolean {
  const [title, before] = [tokens[at - 1], tokens[at - 2]]
  const { sentence, start } = tokens[at]!
  if (title === undefined || !title.capital || (title.lists & LIST.title) === 0) return false
  if (title.sentence !== sentence || start - title.end > 2) return false
  const isMeant = before?.sentence === sentence && (before.tags & (TAG.determiner | TAG.possessive)) !== 0
  return !isMeant || COURTESY.test(title.text)
}

const COURTESY = /^(?:Mr|Mrs|Ms|Miss|Mx)$/

const pair = (tokens: readonly Token[], at: number): string => `${tokens[at]!.text} ${tokens[at + 1]!.text}`

/** "April Summers", not "May Day", "Monday Night". */
function isSurname(tokens: readonly Token[], at: number, lexicon: Lexicon, titled: boolean): boolean {
  if (isMonthAsSurname(tokens, at, lexicon)) return true
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word' || !token.capital || token.tags !== 0) return false
  if (token.sentence !== tokens[at - 1]!.sentence || token.start - tokens[at - 1]!.end > 1) return false
  if (!titled && tokens[at + 1]?.capital === true && tokens[at + 1]!.sentence === token.sentence) return false
  return (token.lists & (LIST.bodyName | LIST.place | LIST.notName)) === 0
}

/** Months that are a surname as well. */
const MONTHS: ReadonlySet<string> = new Set(['May', 'March', 'August'])

/** "Theresa | May", but "told Theresa on May 3", "the Theresa May Day". */
export function isMonthAsSurname(tokens: readonly Token[], at: number, { firstNames }: Lexicon): boolean {
  const token = tokens[at]
  if (token === undefined || (token.tags & TAG.time) === 0 || !MONTHS.has(token.text)) return false
  const [before, next] = [tokens[at - 1], tokens[at + 1]]
  if (before === undefined) return false
  if (!before.capital || !firstNames.has(before.lower) || before.sentence !== token.sentence) return false
  if (MONTHS.has(before.text) || token.start - before.end !== 1) return false
  return next?.kind !== 'number' && !(next?.capital === true && next.sentence === token.sentence)
}

/** Indexes of "May" alone where it is the surname of a name in full and stands as a name: "May said", "Mrs May". */
function findSurnames(tokens: readonly Token[], lexicon: Lexicon): readonly number[] {
  const surnames = new Set<string>()
  for (let at = 1; at < tokens.length; at += 1)
    if (tokens[at]!.capital && isMonthAsSurname(tokens, at, lexicon)) surnames.add(tokens[at]!.text)
  if (surnames.size === 0) return []
  return [...tokens.keys()].filter((at) => {
    if (!surnames.has(tokens[at]!.text)) return false
    const next = tokens[at + 1]
    const isClosing = next === undefined || next.kind === 'mark'
    return isPastOfSaying(next) || next?.lower === "'s" || (isPastOfSaying(tokens[at - 1]) && isClosing)
  })
}

/** "coach Per Lund", with a capital that the preposition has not, and "Per Lund, who", which tells who somebody is. */
function isGiven(tokens: readonly Token[], at: number): boolean {
  const { tags, sentence } = tokens[at]!
  if ((tags & TAG.preposition) === 0) return false
  if (tokens[at - 1]?.sentence === sentence && tokens[at - 1]!.kind === 'word') return true
  return tokens[at + 2]?.text === ',' && /^(?:who|whose|\d{1,2})$/.test(tokens[at + 3]?.lower ?? '')
}

/** “…,” said April Summers. */
function isBehindCue(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at - 2]
  if (!isPastOfSaying(tokens[at - 1]) || mark === undefined || !CLOSING_MARK.test(mark.text)) return false
  const next = tokens[at + 2]
  return next === undefined || next.kind === 'mark' || (next.tags & (TAG.preposition | TAG.relative)) !== 0
}

/** “…,” April Summers said. A day may open a sentence that is about somebody else: "Monday Lund said". */
function isAheadOfCue(tokens: readonly Token[], at: number): boolean {
  if (!isPastOfSaying(tokens[at + 2])) return false
  const before = tokens[at - 1]
  if (before !== undefined && CLOSING_MARK.test(before.text)) return COMMA.test(tokens[at - 2]?.text ?? '')
  return (before === undefined || before.sentence !== tokens[at]!.sentence) && !DAY.test(tokens[at]!.lower)
}

const isPastOfSaying = (token: Token | undefined): boolean => token?.verb?.senses.say === true && token.verb.forms.past
