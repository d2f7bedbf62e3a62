import { TAG } from '../../text/tags.ts'
import type { Place, Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { isDenied } from '../grammar/denials.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { textAt } from '../grammar/text-at.ts'
import { isSomebody } from '../speakers/cue-subjects.ts'
import { isSpeaking } from '../speakers/cue-verbs.ts'
import { followsStraight } from '../speakers/straight.ts'
import { type Settled, saidBy, unclear } from './settled.ts'

const SURE = 0.9
/** So many words may stand between whose words those are and what they are called: "’s warning that the dam was unsafe was". */
const REACH = 20
/** And so many from "’s" to the noun: "’s last public | statement". */
const NOUN = 3

/**
 * “Lund’s remarks were “nonsense”, said Dahl”: what somebody’s words are called, which is never hers whose words they
 * are. His who tells it, and of nobody in the sentence where nobody does. “Her answer was “no”” gives the words
 * themselves and is left alone, as a whole clause is.
 */
export function judgedSo(reading: Reading, place: Place): Settled | null {
  const frame = reading.frames[place.frame]!
  if (place.capital || place.clause || place.position === 0) return null
  const owner = judgedBefore(reading, frame, place.position)
  if (owner === null) return null
  const cues = reading.cues[place.frame]!.filter(({ kind, first }) => kind !== 'noun' && !isNounOf(owner, first))
  const cue = tellerOf(reading, frame, cues, owner, place.position)
  if (cue === null && cues.length > 0) return null
  if (cue === null) return unclear('what somebody’s words are called, the text does not say by whom')
  const isBehind = cue.first > place.position
  return { ...saidBy(cue.mention, SURE, 'whoever calls somebody’s words so'), ...(isBehind && { cue }) }
}

const BE = /^(?:is|are|was|were|been|be)$/
const BETWEEN = /^(?:an?|the|not|so|just|simply|nothing|but|of|\p{Ll}+ly)$/u

/** “Her remarks were “vile”, and four in ten call them “rude””: a noun whose words are judged gives none behind it. */
export function isJudged(reading: Reading, frame: Frame, { first }: Cue, position: number): boolean {
  for (let at = first + 1; at <= Math.min(position, first + REACH); at += 1) {
    if (!isQuote(frame.items[at]!)) continue
    const owner = judgedBefore(reading, frame, at)
    return owner !== null && isNounOf(owner, first)
  }
  return false
}

/** "Lund’s | remarks", which are no verb there. */
const isNounOf = (owner: number, at: number): boolean => at > owner && at <= owner + NOUN

/** Position of "’s" or "her" in front of the noun of what is called something at `position`, or null. */
function judgedBefore(reading: Reading, frame: Frame, position: number): number | null {
  const { tokens, nameAt, lexicon } = reading.words
  let be = position - 1
  while (be > 0 && BETWEEN.test(textAt(reading, frame, be))) be -= 1
  if (!BE.test(textAt(reading, frame, be))) return null
  let verbs = 0
  let isClause = false
  let hasSubject = false
  for (let at = be - 1; at >= Math.max(1, be - REACH); at -= 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return null
    const { lower, kind, tags, verb } = tokens[item]!
    if (nameAt[item] !== -1) continue
    const isWords = !GIVING.test(lower) && ((tags & TAG.report) !== 0 || lexicon.claims.has(lower))
    const owner = isWords ? ownerAt(reading, frame, at) : null
    if (owner !== null && isGoverned(reading, frame, owner)) return null
    // "Her warning that the dam was “a trap”" are her words: one verb too few.
    if (owner !== null) return isClause === verbs > 0 && (isClause || !hasSubject) ? owner : null
    if (kind === 'mark' && !/^['’-]$/.test(lower)) return null
    if (lower === 'that') isClause = true
    else if ((tags & (TAG.relative | TAG.conjunction | TAG.subordinator)) !== 0) return null
    else if ((tags & TAG.pronoun) !== 0) hasSubject = true
    else if (verb?.forms.past === true && verb.senses.say) return null
    else if ((tags & TAG.auxiliary) !== 0 && lower !== "'s" && !/^(?:has|have|had)$/.test(lower)) verbs += 1
  }
  return null
}

/** Nouns whose words a verb of being gives: "her answer was “no”". */
const GIVING =
  /^(?:words|repl(?:y|ies)|answers?|responses?|messages?|retorts?|riposte|verdicts?|advice|pleas?|texts?|tweets?|emails?|e-mails?|posts?|captions?|explanations?|conclusions?|assessments?|promises?|pledges?|vows?|demands?|requests?|suggestions?|predictions?|recommendations?|findings?|rulings?|books?|calls?|video|study|survey|review)$/

/** Position of what tells whose a noun is. */
function ownerAt({ words: { tokens } }: Reading, { items }: Frame, noun: number): number | null {
  for (let at = noun - 1; at >= Math.max(0, noun - NOUN); at -= 1) {
    const item = items[at]!
    if (isQuote(item)) return null
    const { lower, kind, tags } = tokens[item]!
    if (lower === "'s" || lower === '’s' || /^(?:his|her|their)$/.test(lower)) return at
    if (kind !== 'word' || (tags & (TAG.determiner | TAG.preposition | TAG.auxiliary)) !== 0) return null
  }
  return null
}

/** "By her own admission", "reaction to Lund’s remarks": something else is judged. */
function isGoverned({ words: { tokens, names, nameAt } }: Reading, { items }: Frame, owner: number): boolean {
  const name = names[nameAt[items[owner - 1] ?? -1] ?? -1]
  const first = name === undefined ? owner : items.indexOf(name.titled)
  const before = items[first - 1]
  return before !== undefined && !isQuote(before) && (tokens[before]!.tags & TAG.preposition) !== 0
}

/** Who tells the whole: the verb at once behind the words, else the last in front of whose words are judged. */
function tellerOf(reading: Reading, frame: Frame, cues: readonly Cue[], owner: number, position: number): Cue | null {
  let last = position
  while (/^(?:,|and|or)$/.test(textAt(reading, frame, last + 1)) && isQuote(frame.items[last + 2] ?? 0)) last += 2
  const tells = (cue: Cue) => isSomebody(reading, cue) && !isDenied(reading, frame, cue)
  const behind = cues.find(
    (cue) => cue.first > last && followsStraight(reading, frame, cue, last, isSpeaking) && tells(cue),
  )
  if (behind !== undefined) return behind
  const before = cues.findLast((cue) => cue.last < owner && cue.mention.last < frame.items[owner]!)
  if (before === undefined || isDenied(reading, frame, before)) return null
  // "Four in ten say": any who say it.
  const isSaid = before.kind === 'phrase' || isSpeaking(before) || before.verb?.lemma === 'say'
  return isSaid ? before : null
}
