import { TAG } from '../../text/tags.ts'
import type { Place, Reading } from '../features.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import { phraseAfter } from '../grammar/phrases.ts'
import { positionOf } from '../grammar/positions.ts'
import { canSpeak } from '../grammar/sources.ts'
import { lowerAt } from '../grammar/text-at.ts'
import { TITLED } from '../traits.ts'
import { type Settled, saidBy, unclear } from './settled.ts'
import { ownerOf } from './their-words.ts'

const SURE = 0.9
/** Longest "the union’s short and blunt" in front of "reply", in items. */
const NOUN = 7

/** Words that the sentence goes on to call somebody’s: “…,” came the reply from Lund; “…” was Lund’s verdict; “…” is how Lund puts it. */
export function calledBehind(reading: Reading, place: Place): Settled | null {
  const frame = reading.frames[place.frame]!
  if (TITLED[place.titled] === 'all titled' && place.ending === 0) return null
  let at = place.position + 1
  if (/^[,–—-]$/.test(lowerAt(reading, frame, at))) at += 1
  const owner = inTheirWords(reading, frame, at)
  if (owner !== null) return theirs(owner)
  const behind = behindCame(reading, frame, at)
  if (behind !== -1) {
    const noun = nounAt(reading, frame, behind)
    if (noun === -1) return null
    const mention = ownerOf(reading, frame, noun)
    return mention === null ? unclear('a reply or a cry of somebody whom the text does not name') : theirs(mention)
  }
  if (!BE.test(lowerAt(reading, frame, at))) return null
  if (HOW.test(lowerAt(reading, frame, at + 1))) return asTheyPutIt(reading, frame, at + 2)
  const noun = nounAt(reading, frame, at + 1)
  const mention = noun === -1 ? null : ownerOf(reading, frame, noun)
  // “…” were her last words, Lund said.
  const isTold = reading.cues[place.frame]!.some(({ first, kind }) => kind === 'verb' && first > noun)
  return mention === null || (mention.kind === 'pronoun' && isTold) ? null : theirs(mention)
}

const theirs = (mention: Mention): Settled =>
  saidBy(mention, SURE, 'the sentence goes on to call them somebody’s words')

const BE = /^(?:is|was|were|are|became|remains|remained)$/
const HOW = /^(?:how|what)$/

/** “a joke” | in the words of Berg, in Berg’s words. */
function inTheirWords(reading: Reading, frame: Frame, at: number): Mention | null {
  if (lowerAt(reading, frame, at) !== 'in') return null
  for (let noun = at + 1; noun < Math.min(at + NOUN, frame.items.length); noun += 1) {
    const lower = lowerAt(reading, frame, noun)
    if (lower === 'words') return ownerOf(reading, frame, noun)
    if (/^[.,;:]?$/.test(lower)) return null
  }
  return null
}

/** Position behind "came" or "went up", or -1. */
function behindCame(reading: Reading, frame: Frame, at: number): number {
  const [verb, next] = [lowerAt(reading, frame, at), lowerAt(reading, frame, at + 1)]
  if (/^(?:went|goes|rose)$/.test(verb)) return next === 'up' ? at + 2 : at + 1
  if (/^(?:rang|rings)$/.test(verb)) return next === 'out' ? at + 2 : -1
  return /^(?:came|comes)$/.test(verb) ? (next === 'back' ? at + 2 : at + 1) : -1
}

/** Position of the noun of speech that a phrase at `from` ends with: "the blunt | reply"; not "the message of the film". */
function nounAt(reading: Reading, frame: Frame, from: number): number {
  const { words } = reading
  let found = -1
  for (let at = from; at < Math.min(from + NOUN, frame.items.length); at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) break
    const { kind, text, lower, tags } = words.tokens[item]!
    if (words.nameAt[item] !== -1) continue
    if (kind === 'mark' ? !/^['’-]$/.test(text) : (tags & TAG.preposition) !== 0 || NOT.test(lower)) break
    // "Was Lund’s reply | to Berg": the noun ends the phrase.
    if (words.lexicon.wordings.has(lower) || words.lexicon.outcries.has(lower) || lower === 'voice') found = at
    else if (found !== -1) return tags === 0 ? -1 : found
  }
  const first = frame.items[from]
  if (found === -1 || first === undefined || isQuote(first)) return -1
  const opens = TAG.determiner | TAG.possessive
  return words.nameAt[first] !== -1 || (words.tokens[first]!.tags & opens) !== 0 ? found : -1
}

const NOT = /^(?:not|never|hardly|n't|n’t|no|in|as)$/

/** "Is how | Lund puts it", "was what | the mayor had to say". */
function asTheyPutIt(reading: Reading, frame: Frame, from: number): Settled | null {
  const mention = phraseAfter(reading.words, frame, from)
  if (mention === null) return null
  if (mention.kind === 'pronoun' ? mention.number !== 'one' : !canSpeak(reading.words, mention)) return null
  const behind = positionOf(frame, mention.last) + 1
  // "Is what Lund says | Berg told her": his, as she has it.
  const next = frame.items[behind + 1]
  const isClause = next !== undefined && !isQuote(next) && reading.words.nameAt[next] !== -1
  return PUTS.test(lowerAt(reading, frame, behind)) && !isClause ? theirs(mention) : null
}

const PUTS =
  /^(?:put|puts|describe[sd]?|sum(?:s|med)|summari[sz]e[sd]|explain(?:s|ed)|phrase[sd]|said|says|told|tells|wrote|writes|shouted|yelled)$/
