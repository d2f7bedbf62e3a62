import type { Lexicon } from '../lexicon.ts'
import { TAG } from '../text/tags.ts'
import type { Token } from '../text/tokens.ts'
import { behindTitle } from './brackets.ts'
import { behindNickname } from './nicknames.ts'
import { endOfSeat } from './offices.ts'

/** Runs of capitals longer than this are headlines, not names. */
const LONGEST_NAME = 8

/** Index of the last word of the run of capitals that begins at `first`. */
export function endOfRun(tokens: readonly Token[], first: number, lexicon: Lexicon): number {
  let last = first
  while (last - first < LONGEST_NAME) {
    const next = nextOfName(tokens, last, lexicon)
    if (next === null) break
    last = next
  }
  return last
}

/** Index of the next word of the name that has a word at `last`, or null. */
function nextOfName(tokens: readonly Token[], last: number, lexicon: Lexicon): number | null {
  const token = tokens[last]!
  const next = tokens[last + 1]
  if (next === undefined || next.sentence !== token.sentence) return null
  if (next.capital && next.kind === 'word' && next.start - token.end <= 1)
    return next.tags & (TAG.determiner | TAG.pronoun | TAG.preposition) || lexicon.notNames.has(next.text)
      ? null
      : last + 1
  const titled = lexicon.titles.has(token.text) ? behindTitle(tokens, last + 1) : -1
  if (titled !== -1) return titled
  if (lexicon.firstNames.has(token.lower)) {
    const nicknamed = behindNickname(tokens, last + 1)
    if (nicknamed !== -1) return nicknamed
  }
  const named = behindParticles(tokens, last, lexicon)
  if (named !== null) return named
  const after = tokens[last + 2]
  if (after === undefined || !after.capital || after.sentence !== token.sentence || after.kind !== 'word') return null
  if (next.text === '&') return last + 2
  // "Department of Justice", "Bank of England": a body's noun takes "of" into its name.
  if (
    next.lower === 'of' &&
    (lexicon.bodyNames.has(token.text) || token.text === 'Secretary' || token.text === 'House')
  )
    return last + 2
  return null
}

/** "Joost | van der Meulen": index of the capitalised word that particles lead to, or null. */
function behindParticles(tokens: readonly Token[], last: number, lexicon: Lexicon): number | null {
  for (let at = last + 1; at <= last + 4; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.sentence !== tokens[last]!.sentence || token.kind !== 'word') return null
    if (at > last + 1 && token.capital) return at
    if (!lexicon.particles.has(token.lower) || (token.tags & TAG.determiner) !== 0) return null
  }
  return null
}

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
