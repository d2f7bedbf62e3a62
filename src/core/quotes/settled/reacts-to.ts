import type { Place, Reading } from '../features.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { positionOf } from '../grammar/positions.ts'
import { maySpeak } from '../grammar/sources.ts'
import { subjectBefore } from '../grammar/subjects.ts'
import { lowerAt } from '../grammar/text-at.ts'
import { isVerbal } from '../grammar/verbal.ts'
import { EVEN } from '../speakers/rivals.ts'
import { type Settled, saidBy } from './settled.ts'
import { ownerOf } from './their-words.ts'

const SURE = 0.9

/** "Berg responded to Lund’s remarks: “…”": hers are the remarks, his the words behind the colon. */
export function reactsTo(reading: Reading, place: Place): Settled | null {
  const { words } = reading
  const frame = reading.frames[place.frame]!
  const noun = place.position - 2
  const item = frame.items[noun]
  if (item === undefined || isQuote(item) || lowerAt(reading, frame, noun + 1) !== ':') return null
  const owner = ownerOf(reading, frame, noun)
  if (owner === null) return null
  const from = positionOf(frame, owner.first)
  const reacts = verbBefore(reading, frame, from)
  const verb = reacts === -1 && isObject(reading, frame, from - 1) ? from - 1 : reacts
  const mention = verb === -1 ? null : (subjectBefore(words, frame, verb)?.mention ?? null)
  if (mention === null || !maySpeak(words, mention) || mention.first === owner.first) return null
  return reacts === -1
    ? { ...saidBy(mention, EVEN, 'what somebody said, or who tells of it'), or: owner }
    : saidBy(mention, SURE, 'whoever reacts to what another said')
}

/** "The union welcomed | Lund’s statement: “…”": hers, or what the union says of it. */
function isObject({ words }: Reading, { items }: Frame, verb: number): boolean {
  const [item, before] = [items[verb], items[verb - 1]]
  if (item === undefined || before === undefined || isQuote(item) || isQuote(before)) return false
  return words.tokens[item]!.verb === undefined && isVerbal(words, item, before)
}

/** So many words may stand between the verb and "to": "responded angrily on Monday to". */
const WHEN = 4

/** Position of the verb that leads to what another said: "responded | to Lund’s remarks", "was asked | about her letter"; or -1. */
function verbBefore(reading: Reading, frame: Frame, owner: number): number {
  const lead = lowerAt(reading, frame, owner - 1)
  if (ANSWERED.test(lead)) return owner - 1
  const isAbout = /^(?:about|on|over)$/.test(lead)
  if (!isAbout && !/^(?:to|at|against)$/.test(lead)) return -1
  for (let at = owner - 2; at >= Math.max(1, owner - 2 - WHEN); at -= 1) {
    const lower = lowerAt(reading, frame, at)
    if (lower === '' || reading.words.tokens[frame.items[at]!]!.kind === 'mark') return -1
    if (isAbout ? ASKED.test(lower) && BE.test(lowerAt(reading, frame, at - 1)) : REACTED.test(lower)) return at
    if (lower === 'back' && STRUCK.test(lowerAt(reading, frame, at - 1))) return at - 1
  }
  return -1
}

const BE = /^(?:is|was|were|are|been)$/
const ASKED = /^(?:asked|quizzed|pressed|questioned|challenged)$/
const ANSWERED = /^answer(?:s|ed)$/
const REACTED = /^(?:respond(?:s|ed)|repl(?:ies|ied)|react(?:s|ed)|object(?:s|ed)|retort(?:s|ed))$/
const STRUCK = /^(?:hit|hits|fired|fires|shot|shoots|struck|strikes|snapped|snaps|clapped|claps|bit|bites)$/
