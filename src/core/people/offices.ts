import type { Lexicon } from '../lexicon.ts'
import type { Token } from '../text/tokens.ts'

/**
 * Where a run of capitals is an office and no name, "Chief Executive Officer", "the Prime Minister", "Health
 * Secretary": the index of its last word, else -1. What "of" holds behind it, as in "Regional Secretary of
 * Tidewell", is no part of it.
 */
export function endOfOffice(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): number {
  let end = from
  while (end <= to && isOfficeWord(tokens[end]!, lexicon)) end += 1
  const rest = to - end + 1
  end -= 1
  if (end <= from || !lexicon.offices.has(tokens[end]!.text)) return -1
  if (rest === 0) return end
  // "Vice President of Tidewell", but "Secretary of State Ana Lund".
  const isTail = tokens[end + 1]!.lower === 'of' && rest <= 3 && !lexicon.firstNames.has(tokens[to - 1]!.lower)
  return isTail ? end : -1
}

const isOfficeWord = ({ text }: Token, { offices, officeWords }: Lexicon): boolean =>
  offices.has(text) || officeWords.has(text)
