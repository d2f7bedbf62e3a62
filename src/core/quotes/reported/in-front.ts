import type { Span } from '../../text/span.ts'
import { TAG } from '../../text/tags.ts'
import { type Reading, tokenAt } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { isFiniteVerb, isPlainPast } from '../grammar/finite.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { markedFrom } from '../marks/marked-from.ts'
import { listenerEnd } from './contents.ts'
import { isPutTo } from './occasions.ts'
import { isFiniteAt } from './verb-groups.ts'

/**
 * "The bridge will close, the mayor told reporters on Friday": a whole clause in front of a comma, somebody as the
 * subject of a verb that states, and nothing that is stated behind it.
 */
export function isToldInFront(reading: Reading, frame: Frame, cue: Cue, span: Span): boolean {
  return (
    states(reading, cue) &&
    span.end <= reading.words.tokens[cue.mention.first]!.start &&
    isClause(reading, span) &&
    endsBehind(reading, frame, cue)
  )
}

function states({ words }: Reading, { verb, passive, shape, mention }: Cue): boolean {
  if (verb === null || passive || (shape !== 'beside' && shape !== 'inverted' && shape !== 'apposition')) return false
  // What is denied is not told.
  if (!(verb.senses.say || verb.senses.state) || verb.lemma === 'deny') return false
  if (!verb.forms.past && !verb.forms.s) return false
  if (mention.kind === 'pronoun') return mention.number === 'one' || mention.number === 'many'
  if (mention.kind === 'name') return true
  const { tags } = words.tokens[mention.head]!
  return verb.lemma === 'say'
    ? (tags & (TAG.time | TAG.object)) === 0
    : (tags & (TAG.role | TAG.body | TAG.many | TAG.kin)) !== 0
}

/** A subject and its finite verb, without marks inside. */
export function isClause(reading: Reading, { start, end }: Span): boolean {
  const { words, outer } = reading
  const marked = outer[markedFrom(outer, start)]
  if (marked !== undefined && marked.start < end) return false
  const first = tokenAt(words, start)
  // "said -5C was the lowest".
  const opening = words.tokens[words.tokens[first]!.kind === 'mark' ? first + 1 : first]!
  const opens =
    words.nameAt[first] !== -1 ||
    /^\d/.test(opening.text) ||
    (opening.tags & (TAG.determiner | TAG.possessive | TAG.pronoun | TAG.role | TAG.many | TAG.body)) !== 0
  if (!opens) return false
  let isWhole = false
  for (let at = first + 1; at < words.tokens.length && words.tokens[at]!.start < end; at += 1) {
    const { tags, lower } = words.tokens[at]!
    // "Jackson, who led the run, added" has told nothing.
    if (!isWhole && (tags & TAG.relative) !== 0) return false
    // "It was sued, and towards the end of the year, the firm announced": what ends there is when it did so.
    const isJoined = words.tokens[at - 1]!.text === ',' && /^(?:and|but)$/.test(lower)
    if (isJoined && (words.tokens[at + 1]!.tags & TAG.preposition) !== 0) isWhole = false
    isWhole ||= isFiniteVerb(reading, at) || isPlainPast(reading, at)
  }
  return isWhole
}

/** Longest "in a statement to the newspaper on Friday", in items. */
const CIRCUMSTANCE = 12

/** "police said | as they opened an inquiry": the time of saying it, where all that was said stands in front. */
const WHEN: ReadonlySet<string> = new Set(['as', 'after', 'before', 'when', 'while', 'during', 'following'])

/** Whether only whom it was told, its time and its place stand behind the verb in its sentence. */
function endsBehind(reading: Reading, frame: Frame, cue: Cue): boolean {
  const { words } = reading
  const { items } = frame
  const behind = (cue.shape === 'inverted' ? items.indexOf(cue.mention.last) : cue.last) + 1
  const from = cue.verb!.senses.listener ? listenerEnd(reading, frame, behind) : behind
  // "Lund left, Dahl told": it needs somebody who is told.
  if (from === behind && cue.verb!.lemma === 'tell') return false
  for (let at = from; at < items.length; at += 1) {
    const item = items[at]!
    if (isQuote(item) || at >= from + CIRCUMSTANCE) return false
    if (isPutTo(reading, frame, at)) return true
    const { text, lower, tags, kind } = words.tokens[item]!
    if (WHEN.has(lower)) return !hasQuote(frame, at)
    if (kind === 'mark') return /^[.!?]$/.test(text) && at >= items.length - 1
    const opens = (tags & (TAG.preposition | TAG.time | TAG.adverb)) !== 0 || /^(?:late|early)$/.test(lower)
    if (at === from && !opens) return false
    if ((tags & (TAG.pronoun | TAG.auxiliary | TAG.subordinator)) !== 0) return false
    // "said numbers | typically crashed": a clause of its own.
    if (isFiniteAt(reading, frame, at)) return false
  }
  return true
}

const hasQuote = ({ items }: Frame, from: number): boolean => items.some((item, at) => at > from && isQuote(item))
