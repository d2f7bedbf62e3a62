import { TAG } from '../../text/tags.ts'
import type { Place, Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import { positionsOf } from '../grammar/positions.ts'

/** So many words may stand between who reports it and who said so: "told the court | that last week | Egan". */
const BETWEEN = 5
const LISTENER = TAG.role | TAG.body | TAG.many

/** "Farquhar said Beausoleil told her “…”": the words are his, and that he said them is hers to say. Null where nobody stands between. */
export function passedOnBy(reading: Reading, place: Place, cue: Cue): Mention | null {
  const frame = reading.frames[place.frame]!
  if (cue.kind !== 'verb' || cue.shape !== 'beside' || cue.last > place.position) return null
  const { first } = positionsOf(frame, cue)
  const outer = reading.cues[place.frame]!.findLast(
    (one) => one.last < first && one.mention.head !== cue.mention.head && isReport(one),
  )
  if (outer === undefined || outer.passive) return null
  const from = Math.max(outer.last, positionsOf(frame, outer).last)
  if (first - from - 1 > BETWEEN) return null
  for (let at = from + 1; at < first; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return null
    const { kind, text, tags, lower } = reading.words.tokens[item]!
    const isListener =
      outer.verb?.senses.listener === true && (reading.words.nameAt[item] !== -1 || (tags & LISTENER) !== 0)
    if (kind === 'mark' ? text !== ',' || outer.kind !== 'phrase' : !isLead(lower, tags) && !isListener) return null
  }
  return outer.mention
}

const isLead = (lower: string, tags: number): boolean =>
  lower === 'that' || lower === 'how' || (tags & (TAG.adverb | TAG.time | TAG.determiner | TAG.object)) !== 0

/** "said", "claims", "they say", "according to": what follows is told by whom it names. */
const isReport = ({ kind, verb, mention }: Cue): boolean =>
  kind === 'phrase' ||
  (verb !== null &&
    (verb.senses.say || verb.senses.state) &&
    (verb.forms.past || verb.forms.s || mention.number === 'many'))
