import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { isHeard } from '../grammar/subjects.ts'
import { textAt } from '../grammar/text-at.ts'
import { isOwnSubject, isSharedByName, isSomebody } from './cue-subjects.ts'
import { isSaying, isTelling, isWording } from './cue-verbs.ts'
import { pathOf } from './path.ts'

/** So many words may stand between a verb of saying and what it says: "told her", "told the inquest on Monday". */
const OBJECT = 4

/** "said: “…”", "told her that “…”": a verb of saying with a subject of its own and nothing but its object between. */
export function leadsStraight(
  reading: Reading,
  frame: Frame,
  cue: Cue,
  position: number,
  speaks = isWording,
  // "Egan said, “…”", "had asked her over breakfast, “…”": American for the colon.
  marks = position - cue.last === 2 || cue.verb?.senses.listener === true ? ':,' : ':',
): boolean {
  const isHeardSaying = cue.shape === 'beside' && cue.verb?.forms.ing === true && isHeard(reading.words, cue.mention)
  const isAtOnce = isSharedByName(cue) && position - cue.last === 2 && textAt(reading, frame, position - 1) === ':'
  if (!isHeardSaying && (!speaks(cue) || !(isAtOnce || isOwnSubject(reading.words, cue)))) return false
  const path = speaks(cue) ? pathOf(reading, frame, cue.last, position) : null
  // "told them the house was “cursed”", "had said the plan was “dead”": the clause stands with or without "that".
  if (path === 'that clause' || (path === 'clause' && opensClause(reading, frame, cue))) return isSomebody(reading, cue)
  if (position - cue.last - 1 > OBJECT) return false
  // "said it was “thin”" is said; "speculates are “thin”" is not all that is speculated.
  const barrier = isSaying(cue) ? TAG.conjunction : TAG.conjunction | TAG.auxiliary
  for (let at = cue.last + 1; at < position; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return false
    const { kind, text, tags, verb } = reading.words.tokens[item]!
    if (kind === 'mark' ? !marks.includes(text) || at !== position - 1 : verb !== undefined || (tags & barrier) !== 0)
      return false
  }
  return isSomebody(reading, cue)
}

/** Whether a clause told by a verb has a subject of its own: "speculates are “thin”" has none, and is not all that is speculated. */
function opensClause({ words }: Reading, { items }: Frame, cue: Cue): boolean {
  const next = items[cue.last + 1]!
  return isTelling(cue) && !isQuote(next) && (words.tokens[next]!.tags & TAG.auxiliary) === 0
}

/** “…,” Lund said; “…,” said Lund: the verb and its subject stand at once behind the span. */
export function followsStraight(
  reading: Reading,
  frame: Frame,
  cue: Cue,
  position: number,
  speaks = isSaying,
): boolean {
  if (!speaks(cue) || (cue.shape !== 'beside' && cue.shape !== 'inverted') || !isSomebody(reading, cue)) return false
  const first = cue.shape === 'inverted' ? frame.items[cue.first]! : cue.mention.first
  for (let at = position + 1; at < cue.first + 1 && at < frame.items.length; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return false
    if (item >= first) return true
    if (reading.words.tokens[item]!.kind !== 'mark') return false
  }
  return false
}
