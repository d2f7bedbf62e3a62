import { TAG } from '../../text/tags.ts'
import type { Place, Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { isDenied } from '../grammar/denials.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import { positionOf } from '../grammar/positions.ts'
import { canSpeak } from '../grammar/sources.ts'
import { lowerAt } from '../grammar/text-at.ts'
import { isTelling } from '../speakers/cue-verbs.ts'
import { TITLED } from '../traits.ts'
import { type Settled, saidBy } from './settled.ts'

const SURE = 0.9
/** Longest "Ana Lund, a baker," and longest "could only be" between the verb and the words, in items. */
const SPEAKER = 12
const PREDICATE = 4

/** "It was, said the mayor, “a bad day”", "The plan, argued Lund, was “a bad joke”": a verb set into the clause that holds the words. */
export function setIn(reading: Reading, place: Place): Settled | null {
  const { position, frame: at } = place
  const frame = reading.frames[at]!
  const cue = reading.cues[at]!.findLast((one) => one.last < position && !isLeadingOn(one))
  if (cue === undefined || cue.shape !== 'inverted' || !isTelling(cue) || cue.first < 2) return null
  if (position - cue.last > SPEAKER || lowerAt(reading, frame, cue.first - 1) !== ',') return null
  if (isQuote(frame.items[cue.first - 2]!) || !isSomebody(reading, cue.mention)) return null
  const close = closingComma(reading, frame, positionOf(frame, cue.mention.last) + 1, position)
  if (close === -1 || isDenied(reading, frame, cue)) return null
  const titled = TITLED[place.titled]
  const isTitle = titled === 'all titled' || (titled === 'one titled' && place.ending === 0)
  if (isTitle || (close < position - 1 && !isPredicate(reading, frame, close, position))) return null
  return saidBy(cue.mention, SURE, 'a verb set into the sentence')
}

/** "have been": no verb of speech. */
const isLeadingOn = ({ verb }: Cue): boolean => verb?.lemma === 'have' || verb?.lemma === 'make'

const isSomebody = ({ words }: Reading, mention: Mention): boolean =>
  mention.kind === 'pronoun' ? mention.number === 'one' || mention.number === 'many' : canSpeak(words, mention)

/** Position of the comma behind "said Ana Lund, a baker,", in front of the words or of "was"; -1 where there is none. */
function closingComma(reading: Reading, frame: Frame, from: number, position: number): number {
  if (lowerAt(reading, frame, from) !== ',') return -1
  let close = from
  for (let at = from + 1; at < position; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return -1
    const { kind, text } = reading.words.tokens[item]!
    // "The bakers’ leader".
    if (kind !== 'mark' || /^['’-]$/.test(text)) continue
    if (text !== ',' || close !== from || !isDescription(reading, frame, from + 1)) return -1
    close = at
  }
  return close
}

function isDescription({ words }: Reading, { items }: Frame, at: number): boolean {
  const item = items[at]!
  return (words.tokens[item]!.tags & (TAG.determiner | TAG.possessive | TAG.role)) !== 0
}

const NAMING = TAG.determiner | TAG.possessive | TAG.preposition

/** "was", "had been", "stays": nothing but what ties the words to what is spoken of. */
function isPredicate({ words }: Reading, { items }: Frame, comma: number, position: number): boolean {
  if (position - comma - 1 > PREDICATE) return false
  const { tags, verb, lower } = words.tokens[items[comma + 1]!]!
  if (verb !== undefined && (verb.senses.say || verb.senses.state || verb.senses.write)) return false
  const last = words.tokens[items[position - 1]!]!
  const opens = (tags & TAG.auxiliary) !== 0 || verb !== undefined || /[^s]s$|ed$/.test(lower)
  // "Was called “the tub”", "is known as “the tub”", "was the “tub”": a name.
  return opens && (last.tags & NAMING) === 0 && last.verb?.senses.describe !== true
}
