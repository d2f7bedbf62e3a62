import type { Span } from '../../text/span.ts'
import { TAG } from '../../text/tags.ts'
import { type Reading, tokenAt } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import type { Words } from '../grammar/mentions.ts'
import { textAt } from '../grammar/text-at.ts'
import { WHICH } from '../grammar/times.ts'
import { isOwnSubject, isSomebody } from '../speakers/cue-subjects.ts'
import { isSaying } from '../speakers/cue-verbs.ts'
import { listenerEnd } from './contents.ts'
import { isFirstHalf } from './first-half.ts'
import { isClause, isToldInFront } from './in-front.ts'
import type { Content } from './reported.ts'

/**
 * The contents that the grammar of the sentence leaves no doubt about: "the bridge will close, the mayor said in a
 * statement", "the mayor said that the bridge would close". Only where they begin or end is then to be weighed. Empty
 * where it is less than that.
 */
export function settled(reading: Reading, frame: Frame, contents: readonly Content[]): readonly Content[] {
  const fronts = contents.filter((content) => isFrontSaid(reading, frame, content))
  return contents.filter(
    ({ cue, spans }) =>
      fronts.some((front) => isUpTo(front, cue, spans)) ||
      isLedBySaidThat(reading, frame, cue, spans[0]!) ||
      isPlainlySaid(reading, frame, cue, spans) ||
      (isTold(reading, cue) && isClause(reading, spans[0]!) && isFirstHalf(reading, frame, cue, spans[0]!)),
  )
}

/** "If it rains, the bridge will close, the mayor said": a clause that is said, and nothing behind it. */
const isFrontSaid = (reading: Reading, frame: Frame, { cue, spans }: Content): boolean =>
  spans.length === 1 && isToldInFront(reading, frame, cue, spans[0]!)

/** Itself, or with more in front of it: "If it rains, …". */
const isUpTo = (front: Content, cue: Cue, spans: readonly Span[]): boolean =>
  spans.length === 1 &&
  cue === front.cue &&
  spans[0]!.end === front.spans[0]!.end &&
  spans[0]!.start <= front.spans[0]!.start

/** "Lund said the bridge was shut", "Lund denied it was her car": a whole clause at once behind the verb, without "that". */
function isPlainlySaid(reading: Reading, frame: Frame, cue: Cue, spans: readonly Span[]): boolean {
  const { verb, passive, shape, mention } = cue
  if (verb === null || passive || spans.length > 1 || !PLAIN.has(verb.lemma) || !verb.forms.past) return false
  if (shape !== 'beside' || mention.kind !== 'name') return false
  const [span] = spans
  if (span === undefined || !isAtOnce(reading, frame, cue, tokenAt(reading.words, span.start) - 1)) return false
  return isClause(reading, span) && !frame.items.some(isQuote)
}

const PLAIN: ReadonlySet<string> = new Set(['say', 'deny'])

/** "Lund said that …", "Lund told the inquiry that …": of somebody with a name or a role, what stands there is told. */
function isLedBySaidThat(reading: Reading, frame: Frame, cue: Cue, { start, end }: Span): boolean {
  const { verb, passive, shape, mention } = cue
  const { words } = reading
  if (verb === null || passive) return false
  // "Who demanded that": in an aside any verb of stating.
  const isStating = shape === 'relative' && verb.senses.state
  if (!SETTLING.has(verb.lemma) && !isStating) return false
  const isJoined = shape === 'shared' && /^(?:and|but)$/.test(textAt(reading, frame, cue.first - 1))
  if (shape !== 'beside' && shape !== 'apposition' && shape !== 'relative' && !isJoined) return false
  if (!verb.forms.past && !verb.forms.s) return false
  if (mention.kind === 'nominal' && (words.tokens[mention.head]!.tags & (TAG.role | TAG.body)) === 0) return false
  // "It was widely reported that": by nobody in particular.
  if (mention.number === 'self' || (verb.lemma === 'report' && mention.kind === 'pronoun')) return false
  // Words between marks behind it are quoted there: how much of the rest is told is weighed.
  if (frame.items.some((item, at) => at > cue.last && isQuote(item))) return false
  const at = tokenAt(words, start) - 1
  if (shape === 'relative' && !isAside(words, frame, cue, end)) return false
  if (words.tokens[at]?.lower !== 'that')
    return shape === 'relative' && !isStating && isClause(reading, { start, end }) && isAtOnce(reading, frame, cue, at)
  // "pointed out that".
  const from = frame.items[cue.last]! + (verb.lemma === 'point' ? 1 : 0)
  if (verb.lemma === 'point' && words.tokens[from]?.lower !== 'out') return false
  if (verb.lemma !== 'tell') return at === from + 1 || isTimeBetween(words, from, at) || isSetOff(words, from, at)
  for (let token = from + 1; token < at; token += 1) {
    const { kind, tags, lower } = words.tokens[token]!
    if (kind === 'mark' || lower === 'that' || (tags & (TAG.auxiliary | TAG.relative)) !== 0) return false
  }
  return at > from + 1 && at <= from + LISTENER
}

/** "Said | the pub was full", "told MPs | the pub was full": what is told begins behind the token `before`. */
function isAtOnce(reading: Reading, frame: Frame, { verb, last }: Cue, before: number): boolean {
  const behind = verb!.lemma === 'tell' ? listenerEnd(reading, frame, last + 1) : last + 1
  return (verb!.lemma !== 'tell' || behind > last + 1) && frame.items[behind - 1] === before
}

const SETTLING: ReadonlySet<string> = new Set(['say', 'tell', 'report', 'point'])

/** "Lund, who said that it was shut, left": the clause is an aside, and ends at the comma that closes it. */
function isAside({ tokens }: Words, { items }: Frame, { first, last }: Cue, end: number): boolean {
  const [comma, who] = [items[first - 2], items[first - 1]]
  if (comma === undefined || who === undefined || isQuote(comma) || isQuote(who)) return false
  if (tokens[comma]!.text !== ',' || (tokens[who]!.tags & TAG.relative) === 0) return false
  for (let at = last + 1; at < items.length; at += 1) {
    const { text, start } = tokens[items[at]!]!
    if (start >= end) return /^[,.;]$/.test(text)
    if (text === ',') return false
  }
  return true
}

/** "Said last week that", "reported on Monday that". */
function isTimeBetween({ tokens }: Words, from: number, that: number): boolean {
  if (that - from - 1 > TIME || (tokens[that - 1]!.tags & TAG.time) === 0) return false
  for (let at = from + 1; at < that - 1; at += 1) {
    const { tags, kind, lower } = tokens[at]!
    const isWhen = kind === 'number' || WHICH.has(lower) || lower === 'on' || lower === 'in'
    if (!isWhen && (tags & (TAG.time | TAG.adverb)) === 0) return false
  }
  return true
}

/** "Said, in answer to a question, that": a circumstance between two commas. */
function isSetOff({ tokens }: Words, from: number, that: number): boolean {
  if (that - from - 1 > SET_OFF || that - from < 4) return false
  if (tokens[from + 1]!.text !== ',' || tokens[that - 1]!.text !== ',') return false
  if ((tokens[from + 2]!.tags & TAG.preposition) === 0) return false
  return tokens
    .slice(from + 3, that - 1)
    .every(
      ({ kind, tags, verb }) => kind !== 'mark' && (tags & (TAG.auxiliary | TAG.relative)) === 0 && !verb?.forms.past,
    )
}

/** Longest ", in answer to a question from the chair of the inquiry,", in tokens. */
const SET_OFF = 12

/** Longest "late on Monday night", in tokens. */
const TIME = 4

/** Longest "the inquiry in Leeds on Monday" between "told" and "that", in tokens. */
const LISTENER = 8

/** "Lund said", "the mayor told": somebody, by a verb of saying with a subject of its own. */
const isTold = (reading: Reading, cue: Cue): boolean =>
  isSaying(cue) && isOwnSubject(reading.words, cue) && isSomebody(reading, cue) && cue.mention.number !== 'self'
