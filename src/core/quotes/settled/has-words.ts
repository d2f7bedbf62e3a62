import { TAG } from '../../text/tags.ts'
import type { Place, Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import { maySpeak, writerBehind } from '../grammar/sources.ts'
import { lowerAt } from '../grammar/text-at.ts'
import { type Settled, saidBy, unclear } from './settled.ts'

const SURE = 0.9
/** Longest "a simple and blunt message for rivals in the north" in items. */
const OBJECT = 14

/** "Lund had a warning for Berg: “…”", "Lund had this to say: “…”", "Lund offered some advice: “…”": what the noun holds is what somebody says. */
export function hasWords(reading: Reading, place: Place): Settled | null {
  const { position, frame: at } = place
  const frame = reading.frames[at]!
  if (lowerAt(reading, frame, position - 1) !== ':') return null
  const cues = reading.cues[at]!
  const cue = cues.findLast(({ last, verb }) => last < position && GIVES.has(verb?.lemma ?? ''))
  if (cue === undefined || cue.passive || cue.shape === 'inverted') return null
  if (position - cue.last > OBJECT || !maySpeak(reading.words, cue.mention) || isNotYet(reading, frame, cue))
    return null
  const noun = wordsAt(reading, frame, cue.last + 1, position - 1)
  if (noun === -1 || cues.some(({ first, last }) => first > noun && last < position)) return null
  const writer = writerOf(reading, frame, noun, position)
  if (writer !== null) return theirs(writer)
  const isBare = noun === position - 2
  const isOwned = OWNED.test(lowerAt(reading, frame, cue.last + 1))
  if (isBare ? !isOwned : LEADS.test(lowerAt(reading, frame, noun + 1)))
    // "Had a message: “…”" may be one that was sent to her.
    return isBare && reading.words.lexicon.writings.has(lowerAt(reading, frame, noun)) ? null : theirs(cue.mention)
  return cue.verb?.lemma === 'have' ? unclear('words that somebody has, and another may have said') : null
}

const theirs = (mention: Mention): Settled => saidBy(mention, SURE, 'what somebody has to say')

const OWNED = /^(?:his|her|its|their)$/
const LEADS = /^(?:for|to|about|of)$/

/** "Had a message | from Egan", "a text on her phone | from Egan". */
function writerOf({ words }: Reading, frame: Frame, noun: number, position: number): Mention | null {
  for (let at = noun + 1; at < position; at += 1)
    if (/^(?:from|by)$/.test(lowerAt({ words }, frame, at))) return writerBehind(words, frame, at - 1)
  return null
}

const GIVES: ReadonlySet<string> = new Set(['have', 'give', 'offer', 'issue', 'deliver', 'use'])

/** "Could have had", "would give": not said yet, or not at all. */
const isNotYet = (reading: Reading, frame: Frame, { first }: Cue): boolean =>
  [1, 2].some((back) => NOT_YET.test(lowerAt(reading, frame, first - back)))
const NOT_YET = /^(?:would|will|could|can|may|might|should|never|not|n't|n’t|if|to)$/

const OPENS = TAG.determiner | TAG.possessive | TAG.adverb

/** Position of the noun of speech in the object, or of "say" in "this to say"; -1 where there is none. */
function wordsAt(reading: Reading, frame: Frame, from: number, to: number): number {
  const { words } = reading
  const first = frame.items[from]!
  if (isQuote(first) || (words.tokens[first]!.tags & OPENS) === 0) return -1
  let found = -1
  for (let at = from; at < to; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return -1
    const { kind, text, lower, tags } = words.tokens[item]!
    if (kind === 'mark' && !/^['’-]$/.test(text)) return -1
    if (NONE.test(lower) || (tags & TAG.relative && lower !== 'that')) return -1
    if (found !== -1) continue
    // "Gave | Egan’s answer".
    if (lower === "'s") return -1
    if (lower === 'say' && lowerAt(reading, frame, at - 1) === 'to') return at
    if ((tags & TAG.preposition) !== 0 && lower !== 'to') return -1
    if (words.nameAt[item] === -1 && isWording(reading, lower)) found = at
  }
  return found
}

const isWording = ({ words: { lexicon } }: Reading, lower: string): boolean =>
  lexicon.wordings.has(lower) || (lower.endsWith('s') && lexicon.wordings.has(lower.slice(0, -1))) || lower === 'word'

const NONE = /^(?:no|nothing|little|few|who|and|but)$/
