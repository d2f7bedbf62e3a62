import { endOfDateline, endOfLabel } from '../../people/datelines.ts'
import type { Reading } from '../features.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import type { Words } from '../grammar/mentions.ts'

/** Where a sentence begins to tell: "SINGAPORE – | Hawkers will pay", "SINGAPORE: | Hawkers will pay", whose dateline is no part of it. */
export function frontOf({ words }: Reading, { items }: Frame): number {
  const behind = behindMark(words, items)
  if (behind > 0) return behind
  if (isQuote(items[0]!)) return 0
  const dash = endOfDateline(words.tokens, items[0]!, words.lexicon)
  const mark = dash === -1 ? endOfLabel(words.tokens, items[0]!, words.lexicon) : dash
  return mark === -1 ? 0 : items.indexOf(mark) + 1
}

/** "(CNN) | The plan is dead, Lund said": behind the mark of an agency, all of it one name or capitals in brackets. */
function behindMark({ tokens, nameAt }: Words, items: readonly number[]): number {
  if (isQuote(items[0]!) || tokens[items[0]!]!.text !== '(') return 0
  for (let at = 1; at <= MARK && at < items.length; at += 1) {
    const item = items[at]!
    if (isQuote(item)) return 0
    const { text } = tokens[item]!
    if (text === ')') return at > 1 ? at + 1 : 0
    if (nameAt[item] === -1 && text !== text.toUpperCase()) return 0
  }
  return 0
}

/** Longest "(Harbour News Agency" in items. */
const MARK = 5
