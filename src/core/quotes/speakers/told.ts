import { TAG } from '../../text/tags.ts'
import type { Place, Reading } from '../features.ts'
import { agentOf, isPassive } from '../grammar/cues.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import { positionOf } from '../grammar/positions.ts'

/** So many words may stand between what was done to the listener and the words: "was told last night by Lund that". */
const BETWEEN = 10
/** Longest listener behind the words: “Leave,” the owner of the boat was told. */
const LISTENER = 8

/** What leads to the words behind "was told". */
const LEADS = /^(?::|,|that|if|whether|to|how|why)$/

/** Words that somebody was told or asked: by whom, or null where the text does not say. */
export interface Told {
  readonly agent: Mention | null
}

/**
 * "Lund was told: “…”", "Lund was asked by Berg: “…”", “…,” Lund was told: whoever is told them does not say them.
 * Null where no such passive leads straight to the words.
 */
export function toldTo(reading: Reading, place: Place): Told | null {
  const frame = reading.frames[place.frame]!
  const verb = verbBefore(reading, frame, place.position) ?? verbBehind(reading, frame, place.position)
  return verb === null ? null : { agent: agentOf(reading.words, frame, verb) }
}

function verbBefore(reading: Reading, frame: Frame, position: number): number | null {
  const { tokens, nameAt } = reading.words
  const floor = Math.max(1, position - BETWEEN - 1)
  for (let at = position - 1; at >= floor; at -= 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return null
    if (isTelling(reading, frame, at)) return leadsOn(reading, frame, at, position) ? at : null
    const { verb, kind, text, tags } = tokens[item]!
    if (kind === 'mark' && !(at === position - 1 && LEADS.test(text))) return null
    if (nameAt[item] === -1 && (verb?.forms.has('past') === true || (tags & (TAG.auxiliary | TAG.relative)) !== 0))
      if (!(at === position - 1 && tokens[item]!.lower === 'that')) return null
  }
  return null
}

/** The words stand at once behind the verb or its agent, or behind "that", "to" or a colon. */
function leadsOn(reading: Reading, frame: Frame, verb: number, position: number): boolean {
  const before = frame.items[position - 1]!
  if (position - 1 === verb || LEADS.test(reading.words.tokens[before]!.lower)) return true
  const agent = agentOf(reading.words, frame, verb)
  return agent !== null && positionOf(frame, agent.last) === position - 1
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
    const { kind, text, tags, verb } = tokens[item]!
    if (kind === 'mark' && !(at === position + 1 && text === ',')) return null
    const isOther = verb?.forms.has('past') === true || (tags & (TAG.relative | TAG.subordinator)) !== 0
    if (nameAt[item] === -1 && isOther) return null
  }
  return null
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

function isTelling({ words }: Reading, frame: Frame, at: number): boolean {
  const item = frame.items[at]!
  const { verb } = words.tokens[item]!
  if (verb === undefined || words.nameAt[item] !== -1) return false
  return (verb.senses.has('listener') || verb.senses.has('ask')) && isPassive(words, frame, at)
}
