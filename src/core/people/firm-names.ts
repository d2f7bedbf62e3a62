import type { Lexicon } from '../lexicon.ts'
import { LIST } from '../text/lists.ts'
import type { Token } from '../text/tokens.ts'
import type { NameMention } from './name-shape.ts'

/** "Tolliver Freight Inc", "Tolliver Homes", "Tolliver Mining plc": a firm’s, by its last word or the one behind it. */
export function isFirmName(
  tokens: readonly Token[],
  { first, last, kind }: NameMention,
  { firms, firmWords }: Lexicon,
): boolean {
  if (kind !== 'body' || first === last) return false
  return firms.has(tokens[last]!.text) || firmWords.has(tokens[last]!.text) || firms.has(tokens[last + 1]?.text ?? '')
}

/**
 * Whether a word alone may be a firm’s by its first word, "Tolliver" for Tolliver Freight Inc: no first name, no place and
 * no word of other meaning ("National"), and no person, as is told on the spot ("Tolliver, 45,", "Tolliver said he").
 */
export function isShortForFirm(tokens: readonly Token[], { first, last, titled, kind }: NameMention): boolean {
  if (first !== last || titled < first || kind === 'person' || kind === 'place') return false
  const { tags, lists, verb } = tokens[first]!
  if (tags !== 0 || verb !== undefined || (lists & OTHER) !== 0) return false
  const behind = tokens[last + 2]
  return !(tokens[last + 1]?.text === ',' && behind?.kind === 'number') && !/^s?he$/.test(behind?.lower ?? '')
}

const OTHER = LIST.firstName | LIST.place | LIST.notName | LIST.bodyName | LIST.officeWord | LIST.office
