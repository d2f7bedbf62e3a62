import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { lowerAt } from '../grammar/text-at.ts'
import { isFiniteAt, type VerbGroup, verbGroups } from './verb-groups.ts'

/** Words that lead into another clause, so that the next verb is that one’s. */
const LEADS =
  /^(?:that|which|who|whom|whose|where|when|while|if|whether|because|although|though|unless|but|as|after|before|since|until|what|how|why)$/

/**
 * Where the clause of a subject ends, as the position of its last item: "her claim that the bridge is unsafe | was
 * rejected". Null where no verb behind it shows that it is one.
 */
export function endOfSubject(reading: Reading, frame: Frame, from: number, isUrged: boolean): number | null {
  const groups = verbGroups(reading, frame, from, frame.items.length)
  const own = isUrged ? -1 : 0
  let led = own >= 0 && groups[own]?.leads === true
  for (let at = own + 1; at < groups.length; at += 1) {
    const group = groups[at]!
    const behind = at === 0 ? from : groups[at - 1]!.last + 1
    const isComplement = led && !hasText(reading, frame, behind, group.first, /^,$/)
    if (isComplement || isLed(reading, frame, behind, group.first) || isJoined(reading, frame, behind, groups, at)) {
      led = group.leads && !isCoordinated(reading, frame, group)
      continue
    }
    const first = own === -1 ? from : groups[own]!.last + 1
    return cutBack(reading, frame, first, behind, group.first)
  }
  return null
}

/** The last item in front of the sentence’s verb, or of a comma behind the last verb of the clause: "he is ill, made in May, |". */
function cutBack(reading: Reading, frame: Frame, from: number, behind: number, verb: number): number {
  for (let at = from; at < verb; at += 1) {
    const text = lowerAt(reading, frame, at)
    if (text === 'nor' || (text === ',' && at >= behind && !goesOn(reading, frame, at + 1))) return at - 1
  }
  return verb - 1
}

/** "the roof leaked and the floor sank | was denied": "and" before a verb that another verb follows. */
function isJoined(reading: Reading, frame: Frame, from: number, groups: readonly VerbGroup[], at: number): boolean {
  if (at === groups.length - 1 && !isCoordinated(reading, frame, groups[at]!)) return false
  return hasText(reading, frame, from, groups[at]!.first, /^(?:and|or)$/)
}

/** Behind "in his statement that": to the comma that the sentence’s own subject stands behind. */
export function endOfHeld(reading: Reading, frame: Frame, from: number): number | null {
  const [own] = verbGroups(reading, frame, from, frame.items.length)
  if (own === undefined) return null
  for (let at = own.last + 1; at < frame.items.length - 1; at += 1)
    if (lowerAt(reading, frame, at) === ',') return at - 1
  return null
}

/** Where the clause of an object ends: at the first comma behind its verb that leads out of it, else with the sentence. */
export function endOfObject(reading: Reading, frame: Frame, from: number, isUrged = false): number | null {
  const { tokens } = reading.words
  let hasVerb = isUrged
  for (let at = from; at < frame.items.length; at += 1) {
    const item = frame.items[at]!
    hasVerb ||= isQuote(item)
    if (isQuote(item)) continue
    const { text, lower, start } = tokens[item]!
    if (/^[;:—–(]$/.test(text) || (text === '-' && tokens[item - 1]!.end < start)) return at - 1
    if (text === ',' && /^(?:which|who|whose|whom)$/.test(lowerAt(reading, frame, at + 1))) {
      const closing = nextComma(reading, frame, at + 1)
      if (closing === -1 || !isFiniteAt(reading, frame, closing + 1)) return at - 1
      at = closing
    } else if (text === ',' && hasVerb && !goesOn(reading, frame, at + 1)) return at - 1
    else if (hasVerb && lower === 'but') return at - 1
    else if (hasVerb && lower === 'and' && isSaying(reading, frame, at + 1)) return at - 1
    else if (isFiniteAt(reading, frame, at)) hasVerb = true
  }
  return frame.items.length - 1
}

/** ", rusty and dangerous": plain words go on with the list. */
function goesOn({ words: { tokens, nameAt } }: Reading, { items }: Frame, at: number): boolean {
  const item = items[at]
  if (item === undefined || isQuote(item) || nameAt[item] !== -1) return false
  const { tags, kind, verb, lower } = tokens[item]!
  // "will fail, and perhaps sink": the same subject’s.
  if (lower === 'and' || lower === 'or') {
    const next = items[at + 1]
    if (next === undefined || isQuote(next) || nameAt[next] !== -1) return false
    const { tags: own, verb: other } = tokens[next]!
    return other === undefined && (own & (TAG.pronoun | TAG.determiner | TAG.possessive | TAG.auxiliary)) === 0
  }
  return (
    kind === 'number' ||
    ((tags | TAG.function) === TAG.function && verb === undefined && !lower.endsWith('ing') && tags === 0)
  )
}

/** "and vowed", "and told": the sentence goes on with what its subject says. */
function isSaying({ words: { tokens } }: Reading, { items }: Frame, at: number): boolean {
  const item = items[at]
  if (item === undefined || isQuote(item)) return false
  const { verb } = tokens[item]!
  return verb?.forms.past === true && (verb.senses.say || verb.senses.state || verb.senses.urge)
}

function nextComma(reading: Reading, frame: Frame, from: number): number {
  for (let at = from; at < frame.items.length; at += 1) if (lowerAt(reading, frame, at) === ',') return at
  return -1
}

/** Whether a word between two verbs leads to a clause that the second is of. */
const isLed = (reading: Reading, frame: Frame, from: number, to: number): boolean =>
  hasText(reading, frame, from, to, LEADS)

function hasText(reading: Reading, frame: Frame, from: number, to: number, words: RegExp): boolean {
  for (let at = from; at < to; at += 1) if (words.test(lowerAt(reading, frame, at))) return true
  return false
}

const isCoordinated = (reading: Reading, frame: Frame, { first }: VerbGroup): boolean =>
  /^(?:and|or)$/.test(lowerAt(reading, frame, first - 1))
