import { TAG } from '../../text/tags.ts'
import type { Place, Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { IRREGULAR_PAST } from '../grammar/finite.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import type { Words } from '../grammar/mentions.ts'
import { lowerAt } from '../grammar/text-at.ts'
import { behindThat, toldOf } from '../grammar/told-of.ts'
import { isTelling } from '../speakers/cue-verbs.ts'
import { pathOf } from '../speakers/path.ts'
import { EVEN } from '../speakers/rivals.ts'
import { type Settled, saidBy } from './settled.ts'

/** How sure it is that who did what is told shouted too. */
const SURE = 0.75
/** Longest description of whom something is told of: "the retired | nurse". */
const DESCRIPTION = 4

/**
 * "Lund said Dahl had gone home, shouting “never again”", "said Dahl lied, telling the nurse it was “safe”": the participle
 * is of whom that is told of, or of who tells it. What is cried out belongs to what somebody did; what one person was told
 * is either’s. “Adding that it was “dead””, “calling it “thin”” and what is told the press go on with what is told.
 */
export function attachedTo(reading: Reading, place: Place): Settled | null {
  const { words } = reading
  const frame = reading.frames[place.frame]!
  const cues = reading.cues[place.frame]!
  const own = cues.findLast(({ first }) => first < place.position)
  if (own === undefined || own.verb?.forms.ing !== true || own.shape !== 'shared') return null
  if (lowerAt(reading, frame, own.first - 1) !== ',' || !leadsOn(reading, frame, own, place.position)) return null
  const outer = cues.find(
    (one) => one.last < own.first && one.mention.head === own.mention.head && isTelling(one) && one.shape !== 'shared',
  )
  if (outer === undefined) return null
  const inner = toldOf(words, frame, behindThat(reading, frame, outer.last + 1))
  if (inner === null) return null
  const at = frame.items.indexOf(inner.last, outer.last)
  const isCry = words.lexicon.outcries.has(own.verb.lemma)
  const isSecond = inner.kind === 'pronoun' && outer.mention.number === 'one'
  if (isCry && isDone(reading, frame, at + 1))
    return { ...saidBy(inner, SURE, 'whoever is told to have done so'), by: outer.mention }
  if (isSecond || !(isCry || isToldOne(words, frame, own))) return null
  return { ...saidBy(outer.mention, EVEN, 'whoever tells it, or of whom it is told'), or: inner }
}

const leadsOn = (reading: Reading, frame: Frame, { last }: Cue, position: number): boolean =>
  last === position - 1 ||
  pathOf(reading, frame, last, position) !== 'further' ||
  lowerAt(reading, frame, position - 1) === ':'

/** "had gone", "ran": what somebody did, where "was" and "would" tell how it is. */
function isDone(reading: Reading, frame: Frame, at: number): boolean {
  const lower = lowerAt(reading, frame, at)
  return lower === 'had' || IRREGULAR_PAST.has(lower) || /\p{L}{2}ed$/u.test(lower)
}

/** "telling the nurse", "warning her", "asking Bo Egan": one person, and nobody who reports it. */
function isToldOne({ tokens, nameAt, names }: Words, { items }: Frame, { verb, last }: Cue): boolean {
  if (verb?.senses.listener !== true) return false
  const item = items[last + 1]
  if (item === undefined || isQuote(item)) return false
  const name = names[nameAt[item]!]
  if (name !== undefined) return name.kind === 'person'
  const { tags, lower } = tokens[item]!
  if (/^(?:him|her)$/.test(lower)) return true
  if ((tags & (TAG.determiner | TAG.possessive)) === 0) return false
  for (let at = last + 2; at <= last + DESCRIPTION; at += 1) {
    const noun = items[at]
    if (noun === undefined || isQuote(noun) || tokens[noun]!.kind === 'mark') return false
    if ((tokens[noun]!.tags & TAG.role) !== 0) return (tokens[noun]!.tags & (TAG.many | TAG.body)) === 0
  }
  return false
}
