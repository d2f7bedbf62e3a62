import type { Span } from '../../text/span.ts'
import { TAG } from '../../text/tags.ts'
import { type Reading, tokenAt } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { isFiniteVerb } from '../grammar/finite.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import type { Words } from '../grammar/mentions.ts'
import { textAt } from '../grammar/text-at.ts'
import { WHICH } from '../grammar/times.ts'
import { markedFrom } from '../marks/marked-from.ts'
import { isPutTo } from './occasions.ts'
import type { Content } from './reported.ts'

/**
 * The contents that the grammar of the sentence leaves no doubt about: "the bridge will close, the mayor said in a
 * statement". A whole clause, a comma, somebody as the subject of a verb of saying, and nothing that is said behind it;
 * only the beginning of the clause is then to be weighed. Empty where it is less than that.
 */
export function settled(reading: Reading, frame: Frame, contents: readonly Content[]): readonly Content[] {
  return contents.filter(
    ({ cue, spans }) =>
      isLedBySaidThat(reading, frame, cue, spans[0]!) ||
      (spans.length === 1 &&
        saysFor(reading, cue) &&
        spans[0]!.end <= reading.words.tokens[cue.mention.first]!.start &&
        isClause(reading, spans[0]!) &&
        endsBehind(reading, frame, cue)),
  )
}

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
  if (words.tokens[at]?.lower !== 'that') return false
  if (shape === 'relative' && !isAside(words, frame, cue, end)) return false
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

/** Longest "in a statement to the newspaper on Friday", in items. */
const CIRCUMSTANCE = 12

/** Whether only time and place stand behind the verb in its sentence. */
function endsBehind(reading: Reading, frame: Frame, cue: Cue): boolean {
  const { words } = reading
  const { items } = frame
  const from = cue.shape === 'inverted' ? items.indexOf(cue.mention.last) : cue.last
  for (let at = from + 1; at < items.length; at += 1) {
    const item = items[at]!
    if (isQuote(item) || at > from + CIRCUMSTANCE) return false
    if (isPutTo(reading, frame, at)) return true
    const { text, tags, kind } = words.tokens[item]!
    if (kind === 'mark') return /^[.!?]$/.test(text) && at >= items.length - 1
    const opens = (tags & (TAG.preposition | TAG.time | TAG.adverb)) !== 0
    if (at === from + 1 && !opens) return false
    if ((tags & (TAG.pronoun | TAG.auxiliary | TAG.subordinator)) !== 0) return false
  }
  return true
}

function saysFor({ words }: Reading, { verb, passive, shape, mention }: Cue): boolean {
  if (
    verb === null ||
    passive ||
    (shape !== 'beside' && shape !== 'inverted' && shape !== 'apposition') ||
    verb.lemma !== 'say'
  )
    return false
  if (!verb.forms.past && !verb.forms.s) return false
  if (mention.kind === 'pronoun') return mention.number === 'one' || mention.number === 'many'
  return mention.kind === 'name' || (words.tokens[mention.head]!.tags & (TAG.time | TAG.object)) === 0
}

/** A subject and its finite verb, without marks inside. */
function isClause(reading: Reading, { start, end }: Span): boolean {
  const { words, outer } = reading
  const marked = outer[markedFrom(outer, end)]
  if (marked !== undefined && marked.end > start) return false
  const first = tokenAt(words, start)
  const opening = words.tokens[first]!
  const opens =
    words.nameAt[first] !== -1 ||
    opening.kind === 'number' ||
    (opening.tags & (TAG.determiner | TAG.possessive | TAG.pronoun | TAG.role | TAG.many | TAG.body)) !== 0
  if (!opens) return false
  for (let at = first + 1; at < words.tokens.length && words.tokens[at]!.start < end; at += 1)
    if (isFiniteVerb(reading, at)) return true
  return false
}
