import { TAG } from '../../text/tags.ts'
import type { Place, Reading } from '../features.ts'
import { agentOf, type Cue, isPassive } from '../grammar/cues.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { type Mention, readMention } from '../grammar/mentions.ts'
import { phraseAfter } from '../grammar/phrases.ts'
import { canSpeak } from '../grammar/sources.ts'
import { lowerAt, textAt } from '../grammar/text-at.ts'
import { isPerformed } from './performed.ts'
import { notSaid, type Settled, saidBy } from './settled.ts'

const SURE = 0.9
/** So many words may stand between what somebody is called by and the words: "was described by the head of the union as". */
const REACH = 14

/** Words that somebody is called or charged with: theirs who call him so, and never his own. */
export function namedSo(reading: Reading, place: Place): Settled | null {
  const frame = reading.frames[place.frame]!
  const { position } = place
  if (SO_CALLED.test(lowerAt(reading, frame, position - 1))) return notSaid('so called by nobody in particular')
  if (isPerformed(reading, place)) return notSaid('the name of what is sung')
  return calledBefore(reading, frame, position) ?? whatCalled(reading, place) ?? callingIt(reading, frame, position)
}

const SO_CALLED = /^(?:so-called|self-styled|self-proclaimed)$/
/** Verbs that call somebody something and report nothing otherwise. */
const KNOWN =
  /^(?:known|nicknamed|named|styled|christened|codenamed|code-named|titled|entitled|regarded|viewed|accused)$/
/** Passives of what is said, and not of a name. */
const QUOTED: ReadonlySet<string> = new Set(['quote', 'cite', 'report', 'credit', 'compare', 'refer'])

const by = (mention: Mention | null): Settled =>
  mention === null
    ? notSaid('what somebody is called, the text does not say by whom')
    : saidBy(mention, SURE, 'whoever calls somebody so')

/** "was dubbed “…” by tabloids", ", described by Egan as “…”,", "accused of being “…”". */
function calledBefore(reading: Reading, frame: Frame, position: number): Settled | null {
  const { words } = reading
  for (let at = position - 1; at >= Math.max(1, position - REACH); at -= 1) {
    const item = frame.items[at]!
    if (isQuote(item)) {
      // "as “slow” and “dear”".
      if (!/^(?:and|or|,)$/.test(lowerAt(reading, frame, at + 1))) return null
      continue
    }
    const { kind, tags, text, verb, lower } = words.tokens[item]!
    if (words.nameAt[item] === -1 && isCalling(reading, frame, at))
      return leads(reading, frame, at, position) ? by(callerOf(reading, frame, at, position)) : null
    if (kind === 'mark' && text !== ',') return null
    if (text === ',' && !isQuote(frame.items[at - 1]!)) return null
    if (words.nameAt[item] !== -1 || lower === 'being') continue
    if (verb?.forms.past === true || (tags & (TAG.auxiliary | TAG.relative | TAG.subordinator | TAG.pronoun)) !== 0) {
      if (lower !== 'as') return null
    }
    if ((tags & TAG.conjunction) !== 0 && !isQuote(frame.items[at - 1]!)) return null
  }
  return null
}

/** A participle of calling without a subject that calls: "was called", ", branded". */
function isCalling(reading: Reading, frame: Frame, at: number): boolean {
  const { words } = reading
  const { verb, lower, tags } = words.tokens[frame.items[at]!]!
  const names = KNOWN.test(lower) || (verb?.forms.past === true && verb.senses.describe)
  if (!names || (verb !== undefined && QUOTED.has(verb.lemma))) return false
  if ((tags & TAG.role) !== 0) return false
  let before = at - 1
  while (before > 0 && ADVERB.test(lowerAt(reading, frame, before))) before -= 1
  const lead = frame.items[before]
  if (lead === undefined || isQuote(lead)) return false
  if (BE.test(lowerAt(reading, frame, before)) || isPassive(words, frame, at)) return true
  // ", described as “…”," beside "the mayor, described it as “…”" and "Lund, the mayor, called “…” a lie".
  if (textAt(reading, frame, before) === ',') return isReduced(reading, frame, at)
  return isThing(reading, frame, before) && isAtOnce(reading, frame, at)
}

/** "A group | called “…”": what cannot call. */
function isThing({ words: { tokens, nameAt } }: Reading, { items }: Frame, noun: number): boolean {
  const [item, article] = [items[noun]!, items[noun - 1]]
  if (isQuote(item) || article === undefined || isQuote(article)) return false
  const { kind, tags } = tokens[item]!
  return kind === 'word' && tags === 0 && nameAt[item] === -1 && /^an?$/.test(tokens[article]!.lower)
}

const BE = /^(?:is|are|was|were|been|be|being|gets|got|get|getting)$/
const ADVERB = /^(?:\p{Ll}+ly|once|also|often|long|later|even|now|since|previously)$/u

/** Nothing but "as", "by whom", "of being" or the words behind the participle, and a sentence that goes on behind a comma. */
function isReduced(reading: Reading, frame: Frame, at: number): boolean {
  if (!isAtOnce(reading, frame, at) && !/^(?:as|by|of)$/.test(lowerAt(reading, frame, at + 1))) return false
  const quote = frame.items.findIndex((item, position) => position > at && isQuote(item))
  const behind = lowerAt(reading, frame, quote + 1)
  return behind === 'by' || (behind === ',' && quote + 2 < frame.items.length)
}

/** "Called “…”", "called the “…”". */
const isAtOnce = ({ words }: Reading, { items }: Frame, at: number): boolean => {
  const [next, behind] = [items[at + 1], items[at + 2]]
  if (next === undefined) return false
  return isQuote(next) || (ARTICLE.test(words.tokens[next]!.lower) && behind !== undefined && isQuote(behind))
}

const ARTICLE = /^(?:an?|the)$/

/** "as", "a", "of being", "by whom", or nothing, between the participle and the words. */
function leads(reading: Reading, frame: Frame, at: number, position: number): boolean {
  const { lower } = reading.words.tokens[frame.items[at]!]!
  for (let between = at + 1; between < position; between += 1) {
    if (lowerAt(reading, frame, between) !== 'for') continue
    const isDoing = lowerAt(reading, frame, between + 1).endsWith('ing')
    return !isDoing && callerOf(reading, frame, at, position) !== null
  }
  if (at === position - 1) return true
  const first = lowerAt(reading, frame, at + 1)
  if (lower === 'known' && !/^(?:as|to|by|simply|locally|widely)$/.test(first)) return false
  return (
    isQuote(frame.items[at + 1]!) || /^(?:as|of|by|an?|the|one|to|only|simply|locally|widely|variously)$/.test(first)
  )
}

/** By whom, in front of the words or behind them. */
function callerOf(reading: Reading, frame: Frame, at: number, position: number): Mention | null {
  const { words } = reading
  for (let by = at + 1; by <= position + 8; by += 1) {
    const item = frame.items[by]
    if (item === undefined) return null
    if (isQuote(item)) continue
    const { kind, text, tags } = words.tokens[item]!
    if (kind === 'mark' && text !== ',') return null
    if (by > position && (kind === 'mark' || (tags & (TAG.conjunction | TAG.relative | TAG.auxiliary)) !== 0))
      return null
    if (words.tokens[item]!.lower !== 'by') continue
    const mention = phraseAfter(words, frame, by + 1)
    return mention !== null && isCaller(reading, mention) ? mention : null
  }
  return null
}

/** A name, "he", a role or body, or any plural: "tabloids", "fans". */
export const isCaller = ({ words }: Reading, mention: Mention): boolean =>
  mention.kind === 'pronoun' || canSpeak(words, mention) || /[^s]s$/.test(words.tokens[mention.head]!.lower)

/** “A crook” is what Carr called Egan; what the judge called “a wicked crime”. */
function whatCalled(reading: Reading, place: Place): Settled | null {
  const frame = reading.frames[place.frame]!
  const { position } = place
  const cues = reading.cues[place.frame]!
  if (BE.test(lowerAt(reading, frame, position + 1)) && /^(?:what|how)$/.test(lowerAt(reading, frame, position + 2))) {
    const cue = cues.find((one) => one.first > position + 2 && one.first < position + REACH && isDescribing(one))
    if (cue !== undefined) return by(cue.passive ? agentOf(reading.words, frame, cue.first) : cue.mention)
  }
  const cue = cues.findLast((one) => one.last < position && position - one.last <= 4 && isDescribing(one))
  if (cue === undefined || cue.passive) return null
  if (isTerm(reading, place, cue)) return notSaid('what is generally called so')
  if (cue.verb?.forms.past !== true && cue.verb?.forms.s !== true) return null
  for (let at = cue.last + 1; at < position; at += 1)
    if (!/^(?:as|an?|the|her|his|their|one|of)$/.test(lowerAt(reading, frame, at))) return null
  for (let at = cue.first - 1; at >= Math.max(0, cue.first - 8); at -= 1) {
    const item = frame.items[at]!
    if (isQuote(item) || reading.words.tokens[item]!.kind === 'mark') return null
    if (reading.words.tokens[item]!.lower !== 'what') continue
    const mention = phraseAfter(reading.words, frame, at + 1)
    return mention === null ? null : by(mention)
  }
  return null
}

/**
 * "What locals call “the pit”", "what we call “infrastructure”": a term, where many call a thing so whenever they do. “A
 * land grab” is what they say of it.
 */
function isTerm(
  { words, outer, cues }: Reading,
  { quote, frame, position }: Place,
  { verb, first, mention }: Cue,
): boolean {
  if (verb === null || verb.lemma !== 'call' || !verb.forms.base || position - first > 2) return false
  const { tokens } = words
  if (mention.kind === 'name' || mention.number === 'one' || tokens[mention.first - 1]?.lower !== 'what') return false
  if (mention.kind === 'nominal' && mention.first !== mention.head) return false
  // "Lund spoke of what some call a “loophole”": perhaps she does.
  if (cues[frame]!.some((cue) => cue.mention.first !== mention.first)) return false
  return !/^an? /i.test(words.text.slice(outer[quote]!.content.start, outer[quote]!.content.end))
}

const isDescribing = ({ verb }: Cue): boolean => verb?.senses.describe === true || verb?.senses.say === true

/** Longest object: "Calling the plan of the council “a disgrace”". */
const OBJECT = 8

/** Calling the plan “a disgrace”, Egan left: whoever the sentence behind the comma is about. */
function callingIt(reading: Reading, frame: Frame, position: number): Settled | null {
  const { words } = reading
  const start = /^(?:after|while|by|in|despite)$/.test(lowerAt(reading, frame, 0)) ? 1 : 0
  const first = frame.items[start]
  if (first === undefined || isQuote(first) || position <= start || position - start > OBJECT) return null
  const { verb } = words.tokens[first]!
  if (verb?.forms.ing !== true || !verb.senses.describe || verb.lemma === 'quote') return null
  for (let at = start + 1; at < position; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) continue
    const { kind, verb: other, text } = words.tokens[item]!
    if ((kind === 'mark' && text !== ',') || other?.forms.past === true) return null
  }
  for (let at = position + 1; at < position + OBJECT; at += 1) {
    if (textAt(reading, frame, at) !== ',') continue
    const name = words.names[words.nameAt[frame.items[at + 1] ?? -1] ?? -1]
    const mention = name === undefined ? phraseAfter(words, frame, at + 1) : readMention(words, name.titled, name.last)
    if (mention !== null && (mention.kind === 'pronoun' || canSpeak(words, mention))) return by(mention)
  }
  return null
}
