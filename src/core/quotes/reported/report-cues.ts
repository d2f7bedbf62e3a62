import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { opensClause } from '../grammar/clause-openers.ts'
import { agentOf, type Cue, isObject, isPassive } from '../grammar/cues.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import type { Mention, Words } from '../grammar/mentions.ts'
import { phraseAfter } from '../grammar/phrases.ts'
import { positionsOf } from '../grammar/positions.ts'

/** How long what stands in front of the subject may be: "In a letter to the board of the school, Lund said". */
const HEAD = 25

/**
 * The cues of a frame, with further ways in which their verbs may name who reports: what opens the sentence
 * ("People who have seen it say"), and the agent of a passive. Marked spans do without these. The cues of one
 * verb stand side by side.
 */
export function reportCues({ words, cues }: Reading, frame: Frame, at: number): readonly Cue[] {
  const own = cues[at]!
  const { items } = frame
  let opener: Mention | null | undefined
  const all: Cue[] = []
  let next = 0
  for (let position = 0; position < items.length; position += 1) {
    const item = items[position]!
    if (isQuote(item) || words.nameAt[item] !== -1) continue
    const { verb } = words.tokens[item]!
    if (verb === undefined || !isPredicate(words, frame, position) || isObject(words, frame, position, verb)) continue
    while (next < own.length && own[next]!.first < position) all.push(own[next++]!)
    const first = all.length
    while (next < own.length && own[next]!.first === position) all.push(own[next++]!)
    const passive = isPassive(words, frame, position)
    const found = all.length
    // "Lund was told that": who is told it does not report it.
    const isListener = passive && (verb.senses.listener || verb.senses.ask)
    const agent = passive ? agentOf(words, frame, position) : null
    // "It was suggested by the defence that": it is theirs, and "it" is what was suggested.
    if (!isListener && agent === null && !isClear(words, frame, all, first)) {
      if (opener === undefined) opener = openerOf(words, frame)
      if (opener !== null && opener.last < item && !isKnown(all, first, found, opener))
        all.push({ first: position, last: position, verb, kind: 'verb', passive, mention: opener, shape: 'shared' })
    }
    if (agent !== null && !isKnown(all, first, found, agent))
      all.push({ first: position, last: position, verb, kind: 'verb', passive, mention: agent, shape: 'inverted' })
  }
  if (all.length === 0) return own
  while (next < own.length) all.push(own[next++]!)
  return all
}

/** Whether one of the cues from `first` on names its speaker for sure. */
function isClear(words: Words, frame: Frame, cues: readonly Cue[], first: number): boolean {
  for (let at = first; at < cues.length; at += 1) {
    const cue = cues[at]!
    if (cue.mention.kind !== 'nominal' || isReportedToSpeak(words, frame, cue)) return true
  }
  return false
}

/** Whether cues[from, to) have somebody already. */
function isKnown(cues: readonly Cue[], from: number, to: number, { head }: Mention): boolean {
  for (let at = from; at < to; at += 1) if (cues[at]!.mention.head === head) return true
  return false
}

/** "Lund said the mayor denied", "Lund left as the mayor denied": the phrase is the subject of a clause of its own. */
function isReportedToSpeak(words: Words, frame: Frame, cue: Cue): boolean {
  if (cue.shape !== 'beside') return false
  const at = positionsOf(frame, cue).first - 1
  const before = frame.items[at]
  if (before === undefined || isQuote(before)) return false
  if (opensClause(words, frame, at)) return true
  if ((words.tokens[cue.mention.head]!.tags & TAG.role) === 0) return false
  const { verb, lower } = words.tokens[before]!
  return LEADS.has(lower) || verb?.senses.say === true
}

const LEADS: ReadonlySet<string> = new Set(['that', 'while', 'but', 'although', 'because'])

/** The first phrase of a sentence, behind what sets its time and place. */
function openerOf(words: Words, frame: Frame): Mention | null {
  const { tokens, nameAt } = words
  const { items } = frame
  let at = 0
  for (let position = 0; position < Math.min(items.length, HEAD); position += 1) {
    const item = items[position]!
    if (isQuote(item)) return null
    const { tags, text, kind } = tokens[item]!
    if (position === at && nameAt[item] === -1 && tags & (TAG.conjunction | TAG.adverb)) at += 1
    else if (position === at && (kind === 'mark' || (nameAt[item] === -1 && tags & TAG.subordinator))) at += 1
    else if (position === at && (nameAt[item] !== -1 || !(tags & TAG.preposition))) break
    else if (text === ',') at = position + 1
  }
  return phraseAfter(words, frame, at)
}

/** A verb that can be the predicate of a clause: no noun behind an article, and no infinitive. */
function isPredicate({ tokens }: Words, frame: Frame, position: number): boolean {
  const { verb } = tokens[frame.items[position]!]!
  if (verb === undefined || !(verb.senses.say || verb.senses.state || verb.senses.urge)) return false
  if (!verb.forms.past && !verb.forms.s && !verb.forms.base) return false
  const before = frame.items[position - 1]
  if (before === undefined || isQuote(before)) return false
  const { tags, lower } = tokens[before]!
  return (tags & (TAG.determiner | TAG.possessive | TAG.preposition)) === 0 && lower !== 'to'
}
