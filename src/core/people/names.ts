import type { Lexicon } from '../lexicon.ts'
import type { Token } from '../text/tokens.ts'
import { endOfTicker } from './brackets.ts'
import { findCalendarNames } from './calendar-names.ts'
import { endOfDateline } from './datelines.ts'
import { endOfLongBody } from './long-bodies.ts'
import { endOfRun, splitOf } from './name-runs.ts'
import { type NameMention, shape } from './name-shape.ts'
import { isFirstOfSentence, isNameWord, wordsInside } from './name-words.ts'
import { endOfOffice } from './offices.ts'
import { isHonoured } from './other-capitals.ts'
import { withInitials } from './short-names.ts'

/** Every run of capitalised words that can name somebody or something. */
export function findNames(tokens: readonly Token[], lexicon: Lexicon): readonly NameMention[] {
  const inside = wordsInside(tokens)
  // Asked of a few words only, and so made when the first of them is met.
  let common: ReadonlySet<string> | undefined
  const calendar = findCalendarNames(tokens, lexicon)
  const names: NameMention[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const ticker = endOfTicker(tokens, index)
    if (ticker !== -1) {
      index = ticker
      continue
    }
    if (!tokens[index]!.capital) continue
    const dateline = isFirstOfSentence(tokens, index) ? endOfDateline(tokens, index, lexicon) : -1
    if (dateline !== -1) {
      index = dateline
      continue
    }
    const body = endOfLongBody(tokens, index, lexicon)
    if (body !== -1) {
      names.push({ first: index, last: body, titled: index, kind: 'body', gender: null })
      index = body
      continue
    }
    if (!calendar.has(index) && !isNameWord(tokens, index, inside, lexicon)) continue
    const last = endOfRun(tokens, index, lexicon, calendar)
    if (last === index && isHonoured(tokens, index)) {
      common ??= commonWords(tokens)
      if (common.has(tokens[index]!.lower)) continue
    }
    const office = endOfOffice(tokens, index, last, lexicon)
    if (office !== -1) {
      index = office
      continue
    }
    const split = splitOf(tokens, index, last, lexicon)
    const name = shape(tokens, index, split, lexicon)
    if (name !== null) names.push(name)
    index = split
  }
  return withInitials(tokens, names, lexicon)
}

/** Of the words that have a capital behind "the", those that the text has in lower case as well. */
function commonWords(tokens: readonly Token[]): ReadonlySet<string> {
  const honoured = new Set<string>()
  for (let at = 0; at < tokens.length; at += 1)
    if (tokens[at]!.capital && isHonoured(tokens, at)) honoured.add(tokens[at]!.lower)
  const common = new Set<string>()
  for (const { kind, capital, tags, lower, text } of tokens)
    if (tags === 0 && !capital && kind === 'word' && honoured.has(lower) && text === lower) common.add(lower)
  return common
}
