import type { Verb } from '../../lexicon.ts'
import { TAG } from '../../text/tags.ts'
import type { Place, Reading } from '../features.ts'
import { agentOf, type Cue, isPassive, suggestedBy } from '../grammar/cues.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import type { Mention, Words } from '../grammar/mentions.ts'
import { phraseAfter } from '../grammar/phrases.ts'
import { positionOf } from '../grammar/positions.ts'
import { textAt } from '../grammar/text-at.ts'
import { isOneOfMany } from '../speakers/cue-subjects.ts'
import { pathOf } from '../speakers/path.ts'
import { type Settled, saidBy, unclear } from './settled.ts'

/** So many words may stand between what was done to the listener and the words: "was told last night by Lund that". */
const BETWEEN = 10
/** Longest listener behind the words: “Leave,” the owner of the boat was told. */
const LISTENER = 8

/** What leads to the words behind "was told". */
const LEADS = /^(?::|,|that|if|whether|to|how|why)$/

/** How sure it is that whom a passive names says the words: "was told by Lund: “…”". */
const SURE = 0.9

/**
 * "Lund was told: “…”", "Lund was asked by Berg: “…”", “…,” Lund was told: whoever is told them does not say them.
 * Null where no such passive leads straight to the words.
 */
export function toldTo(reading: Reading, place: Place): Settled | null {
  const frame = reading.frames[place.frame]!
  const { position } = place
  const cues = reading.cues[place.frame]!
  const verb =
    verbBefore(reading, frame, position) ??
    verbBehind(reading, frame, position) ??
    verbOfClause(reading, frame, cues, position)
  if (verb === null || isHowOften(reading, place)) return null
  const agent = suggestedBy(reading.words, frame, verb) ?? tellerOf(reading, frame, verb)
  // "Lund says she was told by Berg that": his, and that he said so is hers to say.
  const by = cues.findLast((cue) => cue.last < verb && !cue.passive && tells(cue.verb))?.mention
  const settled: Settled =
    agent === null
      ? unclear('told to somebody, the text does not say by whom')
      : saidBy(agent, SURE, 'whoever told somebody so')
  return { ...settled, ...(by !== undefined && by.last < (agent?.first ?? frame.items[verb]!) && { by }) }
}

/** "Had been warned “at least three times”": how, and not of what. */
function isHowOften({ words, outer }: Reading, { quote, capital, clause }: Place): boolean {
  const { content } = outer[quote]!
  if (capital || clause) return false
  const last = words.text.slice(content.start, content.end).trim().split(/\s+/).at(-1) ?? ''
  return HOW_OFTEN.test(last.toLowerCase())
}

const HOW_OFTEN = /^(?:times|twice|once|occasions?|years|months|weeks|days|hours|repeatedly|\p{L}+ly)[,.]?$/u

/** Somebody, where "asked by phone", "told by letter" tell only how; behind these may stand by whom. */
function tellerOf({ words }: Reading, frame: Frame, verb: number): Mention | null {
  const agent = agentOf(words, frame, verb)
  if (agent === null || isSomebody(words, agent)) return agent
  const next = agentOf(words, frame, positionOf(frame, agent.last))
  return next !== null && isSomebody(words, next) ? next : null
}

/** A name, "he", a role or a body; "a report" can warn, where "by letter" is only how. */
function isSomebody(words: Words, mention: Mention): boolean {
  const { kind, number, first, head } = mention
  if (kind !== 'nominal') return true
  if (number === null) return isOneOfMany(words, mention)
  return !(first === head && (words.tokens[head]!.tags & TAG.report) !== 0)
}

function verbBefore(reading: Reading, frame: Frame, position: number): number | null {
  const { tokens, nameAt } = reading.words
  const floor = Math.max(1, position - BETWEEN - 1)
  for (let at = position - 1; at >= floor; at -= 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return null
    // "Recalls being told by Berg that “…”": here the words are what was told.
    if (isTelling(reading, frame, at, true)) return leadsOn(reading, frame, at, position) ? at : null
    const { kind, lower, tags } = tokens[item]!
    const isLead = at === position - 1 && LEADS.test(lower)
    if (kind === 'mark' && !isLead) return null
    if (nameAt[item] !== -1 || isLead) continue
    if (isOtherVerb(reading, frame, at) || (tags & (TAG.auxiliary | TAG.relative)) !== 0) return null
    if ((tags & TAG.conjunction) !== 0 && !joinsTellers(reading, frame, at, position)) return null
  }
  return null
}

/** "Was warned by Lund that the road was “…”"; without by whom, "was told he was “…”", with nobody around it who tells that it was said. */
function verbOfClause(reading: Reading, frame: Frame, cues: readonly Cue[], position: number): number | null {
  const floor = Math.max(1, position - CLAUSE)
  for (let at = position - 1; at >= floor; at -= 1) {
    if (isQuote(frame.items[at]!)) return null
    const suggested = suggestedBy(reading.words, frame, at)
    if (suggested === null && !isTelling(reading, frame, at)) continue
    const agent = suggested ?? agentOf(reading.words, frame, at)
    const from = agent === null ? at : Math.max(at, positionOf(frame, agent.last))
    // "Were asked to work in wards that were “…”": what is asked is to work, and the words are of who tells it.
    if (textAt(reading, frame, from + 1) === 'to') return null
    if (!/clause$/.test(pathOf(reading, frame, from, position))) return null
    if (cues.some(({ first, last }) => first !== at && last > at && first <= position)) return null
    return at
  }
  return null
}

/** Longest "was told by the warden that the road to the north was" in items. */
const CLAUSE = 16

const tells = (verb: Verb | null): boolean => verb === null || verb.senses.say || verb.senses.state

/** The words stand at once behind the verb or its agent, or behind "that", "to" or a colon. */
function leadsOn(reading: Reading, frame: Frame, verb: number, position: number): boolean {
  const before = frame.items[position - 1]!
  if (position - 1 === verb || LEADS.test(reading.words.tokens[before]!.lower)) return true
  const agent = agentOf(reading.words, frame, verb)
  return agent !== null && positionOf(frame, agent.last) === position - 1
}

/** "By Berg and the police: “…”": of what else "and" joins a verb need not be known, "asked to go and shrugs: “…”". */
function joinsTellers({ words }: Reading, frame: Frame, at: number, position: number): boolean {
  const other = phraseAfter(words, frame, at + 1)
  return other !== null && isSomebody(words, other) && positionOf(frame, other.last) >= position - 2
}

/** “…,” Lund was told: nothing but the listener between. */
function verbBehind(reading: Reading, frame: Frame, position: number): number | null {
  const { tokens, nameAt } = reading.words
  const { content, end } = reading.outer[~frame.items[position]!]!
  const last = reading.words.text[content.end - 1]!
  if (!',!?'.includes(last) && reading.words.text[end] !== ',') return null
  for (let at = position + 1; at <= position + LISTENER && at < frame.items.length; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return null
    if (isTelling(reading, frame, at)) return at > position + 2 ? at : null
    const { kind, text, tags } = tokens[item]!
    if (kind === 'mark' && !(at === position + 1 && text === ',')) return null
    if (nameAt[item] !== -1) continue
    if (isOtherVerb(reading, frame, at) || (tags & (TAG.relative | TAG.subordinator)) !== 0) return null
  }
  return null
}

/** Another verb of saying, which may have the words: "says", "replied"; but not "the claims", "in calls". */
function isOtherVerb({ words: { tokens, nameAt } }: Reading, frame: Frame, at: number): boolean {
  const { verb, tags } = tokens[frame.items[at]!]!
  if (verb === undefined) return false
  if (verb.forms.past) return true
  if (!verb.forms.s || (tags & (TAG.role | TAG.report)) !== 0) return false
  const before = frame.items[at - 1]
  if (before === undefined || isQuote(before)) return true
  return nameAt[before] !== -1 || (tokens[before]!.tags & (TAG.determiner | TAG.possessive | TAG.preposition)) === 0
}

/** "Lund was asked about the “red line”": what the sentence opens with only listens. */
export function isListener(reading: Reading, frame: Frame, { last }: Mention): boolean {
  const from = positionOf(frame, last)
  for (let at = from + 1; at <= from + AUXILIARIES && at < frame.items.length; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return false
    if (isTelling(reading, frame, at)) return true
    if ((reading.words.tokens[item]!.tags & (TAG.auxiliary | TAG.adverb)) === 0) return false
  }
  return false
}

/** "had once been told": so far the verb may be from its subject. */
const AUXILIARIES = 5

function isTelling({ words }: Reading, frame: Frame, at: number, mayBeGerund = false): boolean {
  const item = frame.items[at]!
  const { verb } = words.tokens[item]!
  if (verb === undefined || words.nameAt[item] !== -1) return false
  if (!verb.senses.listener && !verb.senses.ask) return false
  return isPassive(words, frame, at) && (mayBeGerund || !isGerund(words, frame, at - 1))
}

/** "Says of being told", "recalls being asked": what one speaks of, where "was being asked" is done to somebody. */
function isGerund({ tokens }: Words, { items }: Frame, at: number): boolean {
  if (tokens[items[at]!]!.lower !== 'being') return false
  const before = items[at - 1]
  return before === undefined || isQuote(before) || (tokens[before]!.tags & (TAG.auxiliary | TAG.adverb)) === 0
}
