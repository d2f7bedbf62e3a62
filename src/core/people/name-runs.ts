import type { Lexicon } from '../lexicon.ts'
import { LIST } from '../text/lists.ts'
import { TAG } from '../text/tags.ts'
import type { Token } from '../text/tokens.ts'
import { nextOfBody } from './body-tails.ts'
import { behindTitle } from './brackets.ts'
import { isMonthAsSurname } from './calendar-names.ts'
import { behindNickname } from './nicknames.ts'
import { endOfSeat } from './offices.ts'

/** Runs of capitals longer than this are headlines, not names. */
const LONGEST_NAME = 8

/** Index of the last word of the run of capitals that begins at `first`; `calendar` are the days and months that name somebody. */
export function endOfRun(
  tokens: readonly Token[],
  first: number,
  lexicon: Lexicon,
  calendar: ReadonlySet<number>,
): number {
  let last = first
  while (last - first < LONGEST_NAME) {
    const next = calendar.has(last + 1)
      ? last + 1
      : (nextOfName(tokens, last, lexicon) ?? nextOfBody(tokens, first, last, lexicon))
    if (next === null) break
    last = next
  }
  return last
}

/** "A. K. Menon", "Mrs F A Lund": one capital letter in front of another capital. */
export function isInitial(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (token === undefined || next === undefined || token.text.length > 1 || !token.capital) return false
  if (!next.capital || next.kind !== 'word' || next.sentence !== token.sentence) return false
  if ((next.tags & TAG.nation) !== 0) return false
  return next.start - token.end <= 1 && (next.text.length > 1 ? next.text !== next.text.toUpperCase() : true)
}

/** Index of the next word of the name that has a word at `last`, or null. */
function nextOfName(tokens: readonly Token[], last: number, lexicon: Lexicon): number | null {
  const token = tokens[last]!
  const next = tokens[last + 1]
  if (next === undefined || next.sentence !== token.sentence) return null
  if (next.capital && next.kind === 'word' && next.start - token.end <= 1)
    return isInitial(tokens, last + 1) || isMonthAsSurname(tokens, last + 1, lexicon) || !isNoName(next)
      ? last + 1
      : null
  if (next.kind === 'number' && NUMBERED.test(token.text) && next.start - token.end <= 1) return last + 1
  const titled = (token.lists & LIST.title) !== 0 ? behindTitle(tokens, last + 1) : -1
  if (titled !== -1) return titled
  if ((token.lists & LIST.firstName) !== 0) {
    const nicknamed = behindNickname(tokens, last + 1)
    if (nicknamed !== -1) return nicknamed
  }
  const named = behindParticles(tokens, last, lexicon) ?? behindPatronymic(tokens, last)
  if (named !== null) return named
  if (isOwnerInBody(tokens, last, lexicon)) return last + 2
  const after = tokens[last + 2]
  if (after === undefined || !after.capital || after.sentence !== token.sentence || after.kind !== 'word') return null
  if (next.text === '&') return last + 2
  // "Department of Justice", "Bank of England": a body's noun takes "of" into its name.
  if (
    next.lower === 'of' &&
    ((token.lists & LIST.bodyName) !== 0 || token.text === 'Secretary' || token.text === 'House')
  )
    return last + 2
  return null
}

/** "Unifor Local | 222": parts of a union that go by number. */
const NUMBERED = /^(?:Local|Lodge)$/

const isNoName = ({ tags, lists }: Token): boolean =>
  (tags & (TAG.determiner | TAG.pronoun | TAG.preposition)) !== 0 || (lists & LIST.notName) !== 0

/** "Joost | van der Meulen": index of the capitalised word that particles lead to, or null. */
export function behindParticles(tokens: readonly Token[], last: number, lexicon: Lexicon): number | null {
  for (let at = last + 1; at <= last + 4; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.sentence !== tokens[last]!.sentence || token.kind !== 'word') return null
    if (at > last + 1 && token.capital) return at
    if (!lexicon.particles.has(token.lower) || (token.tags & TAG.determiner) !== 0) return null
  }
  return null
}

/** "the Teachers’ | Association", "the National Women’s | Council": an owner inside a body’s own name. */
export function isOwnerInBody(tokens: readonly Token[], last: number, { bodyNames, bodies, places }: Lexicon): boolean {
  const { text, tags, end } = tokens[last]!
  const mark = tokens[last + 1]!
  if (mark.start !== end || !(/^['’]$/.test(mark.text) ? text.endsWith('s') : mark.lower === "'s" && GROUP.test(text)))
    return false
  if ((tags & TAG.nation) !== 0 || bodies.has(text) || places.has(text)) return false
  for (let at = last + 2; at < last + 2 + OWNED; at += 1) {
    const token = tokens[at]
    if (token === undefined || !token.capital || token.sentence !== tokens[last]!.sentence) return false
    if (bodyNames.has(token.text)) return true
  }
  return false
}

const GROUP = /^(?:Women|Men|Children|People|Policemen|Fishermen)$/
/** So many words may stand between the owner and the noun of the body. */
const OWNED = 4

/** "Ramesh s/o Govindan", "Kumar a/l Raman", "Azlan @ Lan Othman": index of the capital behind, or null. */
function behindPatronymic(tokens: readonly Token[], last: number): number | null {
  const alias = tokens[last + 1]?.text === '@'
  const at = last + (alias ? 2 : 4)
  const behind = tokens[at]
  if (behind === undefined || !behind.capital || behind.sentence !== tokens[last]!.sentence) return null
  const isSlashed =
    tokens[last + 2]?.text === '/' && SON_OF.test(`${tokens[last + 1]!.lower}/${tokens[last + 3]!.lower}`)
  return alias || isSlashed ? at : null
}

/** Son of, daughter of, wife of: in English, Malay and by a court’s clerk. */
const SON_OF = /^(?:[sdw]\/o|a\/[lp])$/

/** Where one run of capitals is two names: "the United States | Ana Lund", "the Harbour Council | Ana Lund". */
export function splitOf(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): number {
  if (to === from) return to
  const seat = endOfSeat(tokens, from, to, lexicon)
  if (seat !== -1) return seat
  let written = ''
  for (let index = from; index < to - 1; index += 1) {
    const { text } = tokens[index]!
    written = written === '' ? text : `${written} ${text}`
    const next = tokens[index + 1]!
    if (lexicon.places.has(written) && !lexicon.bodyNames.has(tokens[to]!.text) && lexicon.firstNames.has(next.lower))
      return index
    if (index > from && lexicon.bodyNames.has(text) && !lexicon.bodyNames.has(tokens[to]!.text)) {
      if (lexicon.firstNames.has(next.lower) || (to - index === 2 && isRoleOfThe(tokens, from))) return index
    }
    if (index - from === 1 && lexicon.places.has(written) && !lexicon.bodyNames.has(tokens[to]!.text)) return index
  }
  return to
}

/** "head of the | Harbour Council Ana Lund". */
function isRoleOfThe(tokens: readonly Token[], at: number): boolean {
  const role = tokens[at - 3]
  return (
    tokens[at - 1]?.lower === 'the' &&
    tokens[at - 2]?.lower === 'of' &&
    role !== undefined &&
    (role.tags & TAG.role) !== 0
  )
}
