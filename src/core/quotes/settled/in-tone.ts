import { TAG } from '../../text/tags.ts'
import type { Place, Reading } from '../features.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { type Mention, readMention } from '../grammar/mentions.ts'
import { phraseAfter } from '../grammar/phrases.ts'
import { positionOf } from '../grammar/positions.ts'
import { canSpeak } from '../grammar/sources.ts'
import { lowerAt, textAt } from '../grammar/text-at.ts'
import { type Settled, saidBy } from './settled.ts'

const SURE = 0.85
/** Longest "Her shadow, the former minister Tom Greaves, was rather more philosophical." in items. */
const SENTENCE = 16

/** Captain Joe Fenn was more philosophical. “We go again.”: how somebody speaks, or what they do instead, and then the words. */
export function inTone(reading: Reading, place: Place): Settled | null {
  if (!place.alone || !place.capital || place.ending !== 2) return null
  const { frames, words } = reading
  const frame = frames[place.frame]!
  const before = frames[place.frame - 1]
  if (before === undefined || before.paragraph < frame.paragraph - 1 || before.items.length > SENTENCE) return null
  // Of a sentence before with words of its own the next ones may go on with these.
  if (before.items.some(isQuote) || !isSetAlone(reading, place)) return null
  const start = /^(?:but|and|yet|still)$/i.test(textAt(reading, before, 0)) ? 1 : 0
  const first = before.items[start]!
  const isPronoun = (words.tokens[first]!.tags & TAG.pronoun) !== 0
  // "She shakes her head": a pronoun is all of the subject.
  const mention = isPronoun ? readMention(words, first, first) : phraseAfter(words, before, start)
  if (mention === null || !(canSpeak(words, mention) || isOne(mention))) return null
  const behind = positionOf(before, mention.last) + 1
  return isInTone(reading, before, behind) || isGesture(reading, before, behind)
    ? saidBy(mention, SURE, 'the sentence before tells how somebody speaks')
    : null
}

const isOne = ({ kind, number }: Mention): boolean => kind === 'pronoun' && number === 'one'

/** Whether no verb of saying of the next sentence may have the words: “We go again.” So said Fenn. */
function isSetAlone({ frames, cues }: Reading, { frame }: Place): boolean {
  const next = frames[frame + 1]
  if (next === undefined || next.paragraph !== frames[frame]!.paragraph || next.items.some(isQuote)) return true
  return cues[frame + 1]!.every(({ kind }) => kind !== 'verb')
}

/** From behind the name to the full stop: ", the captain, | was rather more philosophical". */
function isInTone(reading: Reading, frame: Frame, from: number): boolean {
  let be = from
  if (textAt(reading, frame, from) === ',' && !BE.test(textAt(reading, frame, from + 1)))
    while (be + 1 < frame.items.length && textAt(reading, frame, be + 1) !== ',') be += 1
  if (be !== from) be += 1
  if (textAt(reading, frame, be) === ',') be += 1
  if (!BE.test(textAt(reading, frame, be))) return false
  const end = frame.items.length - 1
  if (textAt(reading, frame, end) !== '.' && textAt(reading, frame, end) !== ':') return false
  for (let at = be + 1; at < end - 1; at += 1) {
    const item = frame.items[at]!
    const { tags, lower } = reading.words.tokens[item]!
    if ((tags & TAG.adverb) === 0 && !/^(?:more|less|rather|equally|a|bit|little|no|in)$|ly$/.test(lower)) return false
  }
  return reading.words.lexicon.tones.has(lowerAt(reading, frame, end - 1))
}

/** "She | shakes her head.", "Lund | smiles." */
function isGesture(reading: Reading, frame: Frame, verb: number): boolean {
  if (!GESTURE.test(textAt(reading, frame, verb)) || textAt(reading, frame, frame.items.length - 1) !== '.')
    return false
  for (let at = verb + 1; at < frame.items.length - 1; at += 1)
    if (!/^(?:his|her|their|head|shoulders|eyes|and|then|again|a)$|ly$/.test(textAt(reading, frame, at))) return false
  return true
}

const GESTURE =
  /^(?:shakes?|shook|nod(?:s|ded)|shrug(?:s|ged)|smile[sd]|grin(?:s|ned)|laugh(?:s|ed)|sigh(?:s|ed)|paus(?:es|ed)|frown(?:s|ed)|winc(?:es|ed)|hesitate[sd]|chuckle[sd]|rolls|rolled)$/

const BE = /^(?:is|was|were|are|sounded|seemed|remained|remains)$/
