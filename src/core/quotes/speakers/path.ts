import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'

/** What marked words are to the cue in front of them: its object, part of a clause or an infinitive, or further off. */
export type Path = 'object' | 'preposition' | 'infinitive' | 'that clause' | 'clause' | 'further'

/** How far behind its cue "that" may stand: "told reporters in Oslo on Monday that". */
const THAT = 10

/** From the cue that ends at `cue` to the marked span at `position` behind it, with no comma and no other clause between. */
export function pathOf({ words }: Reading, { items }: Frame, cue: number, position: number): Path {
  if (position === cue + 1) return 'further'
  let hasThat = false
  let hasTense = false
  let hasTo = false
  for (let at = cue + 1; at < position; at += 1) {
    const item = items[at]!
    if (isQuote(item)) return 'further'
    const { kind, text, lower, tags, verb, capital } = words.tokens[item]!
    if (words.nameAt[item] !== -1) continue
    if (kind === 'mark') {
      if (/^[,;:—–(]$/.test(text)) return 'further'
      continue
    }
    // "told the board in May".
    const isMonth = capital && (tags & TAG.time) !== 0
    const opens = (tags & (TAG.relative | TAG.subordinator)) !== 0
    if (opens && lower === 'that' && !hasTense && !hasThat && at <= cue + THAT) hasThat = true
    else if (opens || lower === 'and' || lower === 'but' || lower === 'or') return 'further'
    else if (lower === 'to') hasTo = true
    else if (((tags & TAG.auxiliary) !== 0 && lower !== "'s" && !isMonth) || verb?.forms.past === true) hasTense = true
  }
  if (hasTense) return hasThat ? 'that clause' : 'clause'
  if (hasThat) return words.tokens[items[position - 1]!]!.lower === 'that' ? 'that clause' : 'further'
  if (hasTo) return 'infinitive'
  const last = words.tokens[items[position - 1]!]!
  return (last.tags & TAG.preposition) === 0 ? 'object' : 'preposition'
}
