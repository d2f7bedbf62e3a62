import { TAG } from '../../text/tags.ts'
import type { Token } from '../../text/tokens.ts'
import type { Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { phraseEnd } from '../grammar/phrase-end.ts'
import { textAt } from '../grammar/text-at.ts'
import { WHICH } from '../grammar/times.ts'
import { isCount } from '../start.ts'
import { PARTICLE, THAT, WAY } from './reported-features.ts'

/** Fewer words are no clause. */
export const SHORTEST = 3

/** Longest content in items; keeps a text of one sentence linear. */
export const LONGEST = 120

export const isComma = (reading: Reading, frame: Frame, at: number): boolean => textAt(reading, frame, at) === ','

export function commaAfter(reading: Reading, frame: Frame, at: number): number {
  for (let position = at + 1; position < Math.min(frame.items.length, at + 40); position += 1) {
    if (isComma(reading, frame, position)) return position
  }
  return -1
}

/** "But according to", "And, according to": still the head of the sentence. */
export function isLead(reading: Reading, frame: Frame, first: number): boolean {
  if (first > 2) return false
  return frame.items.slice(0, first).every((item) => {
    if (isQuote(item)) return false
    const { text, tags } = reading.words.tokens[item]!
    return text === ',' || (tags & (TAG.conjunction | TAG.adverb | TAG.subordinator)) !== 0
  })
}

/** Where a content begins, and what leads to it; numbers are values on the axes of reported-features.ts. */
export interface ContentStart {
  readonly at: number
  readonly way: number
  readonly that: number
  readonly particle: number
  readonly listener: boolean
  readonly comma: boolean
}

/** Phrases of time and place that may stand between a cue and what it reports. */
const MOST_PHRASES = 2

/** Skips listener, time and circumstances: "told reporters in Oslo on Monday that …". */
export function contentStarts(reading: Reading, frame: Frame, cue: Cue, from: number): ContentStart[] {
  const { tokens } = reading.words
  // "pointed out", "spelt out": one verb.
  const begin = textAt(reading, frame, from) === 'out' ? from + 1 : from
  const plain = { at: begin, way: WAY.plain, that: THAT.none, particle: 0, listener: false, comma: false }
  const that = findThat(reading, frame, begin, Math.min(frame.items.length, begin + 25))
  // "said that was untrue": the subject of what was said.
  if (that === begin && isAuxiliary(reading, frame, that + 1)) return [plain]
  if (that === begin) return [{ ...plain, at: that + 1, way: WAY.that, that: THAT['at once'] }]
  const first = frame.items[begin]
  const next = first === undefined || isQuote(first) ? undefined : tokens[first]!
  if (next?.text === ':') return [{ ...plain, at: begin + 1, way: WAY.colon }]
  if ((next?.text === ',' || next?.lower === 'while') && isParticipleOfSaying(reading, frame, begin + 1)) return []
  if (cue.verb!.lemma === 'accuse') return chargeStarts(reading, frame, plain)
  const starts: ContentStart[] = []
  const particle =
    next === undefined || !leadsWhatIsSaid(reading, frame, begin) ? -1 : PARTICLE.indexOf(next.lower as never)
  // "pledged | to build", but "admitted to | mixed feelings".
  const isInfinitive = next?.lower === 'to' && !OWNING.has(cue.verb!.lemma)
  if (particle > 0) starts.push({ ...plain, way: WAY.particle, particle, at: isInfinitive ? begin : begin + 1 })
  let at = skipTimes(reading, frame, begin)
  let listener = false
  if (particle <= 0) {
    const end = cue.verb!.senses.listener ? listenerEnd(reading, frame, at) : at
    listener = end > at
    // "warned residents against | dumping refuse", as "warned against | dumping it".
    const told = textAt(reading, frame, end) === 'against' ? end + 1 : end
    if (listener) starts.push({ ...plain, at: told, way: WAY.listener, listener, comma: isComma(reading, frame, end) })
    const isTime = isTimeOf(reading, frame, at)
    if (!isTime && (!listener || !isWhom(reading, frame, at, end)))
      starts.push({ ...plain, at, comma: isComma(reading, frame, at) })
    at = listener ? skipTimes(reading, frame, end) : end
    // "told MPs today that".
    if (at > end) starts.push({ ...plain, at, way: WAY.phrase, listener, comma: isComma(reading, frame, at) })
  }
  for (let phrases = 0; phrases < MOST_PHRASES; phrases += 1) {
    const end = circumstanceEnd(reading, frame, at)
    if (end === at) break
    at = skipTimes(reading, frame, end)
    starts.push({ ...plain, at, way: WAY.phrase, listener, comma: isComma(reading, frame, at) })
  }
  if (that === -1) return starts
  if (cue.verb!.senses.listener && isBehindName(reading, frame, that))
    return [{ ...plain, at: that + 1, way: WAY.that, that: THAT.reached, listener: true }]
  const reached = starts.find((start) => start.at === that)
  const led = { ...plain, at: that + 1, way: WAY.that }
  // "told reporters on Monday that": nothing else can be what is told.
  if (reached !== undefined) return [{ ...led, that: THAT.reached, listener: reached.listener }]
  return [{ ...led, that: that - begin > 8 ? THAT.far : THAT.near }, ...starts]
}

/** Verbs whose "to" leads to a thing. */
const OWNING: ReadonlySet<string> = new Set(['admit', 'confess', 'object', 'testify'])

const isAuxiliary = ({ words: { tokens } }: Reading, { items }: Frame, at: number): boolean => {
  const item = items[at]
  return item !== undefined && !isQuote(item) && (tokens[item]!.tags & TAG.auxiliary) !== 0
}

/** "told counsel for the inquiry, Ana Lund SC, that": whom, with a name set behind. */
function isBehindName({ words: { tokens, nameAt, lexicon } }: Reading, { items }: Frame, that: number): boolean {
  const [comma, item] = [items[that - 1], items[that - 2]]
  if (comma === undefined || item === undefined || isQuote(comma) || isQuote(item)) return false
  return tokens[comma]!.text === ',' && (nameAt[item] !== -1 || lexicon.suffixes.has(tokens[item]!.text))
}

/** "said on Monday the bridge": when it was said. */
function isTimeOf({ words: { tokens } }: Reading, { items }: Frame, at: number): boolean {
  const [item, time] = [items[at], items[at + 1]]
  if (item === undefined || time === undefined || isQuote(item) || isQuote(time)) return false
  return tokens[item]!.lower === 'on' && (tokens[time]!.tags & TAG.time) !== 0
}

/** "spoke about the bridge", but "said on Monday" and "said about 40 people". */
function leadsWhatIsSaid(reading: Reading, frame: Frame, at: number): boolean {
  return !isTimeOf(reading, frame, at) && !isCount(reading, frame.items[at]!)
}

/** "he said, adding that …": what goes on is reported by the other verb. */
function isParticipleOfSaying({ words: { tokens } }: Reading, { items }: Frame, at: number): boolean {
  const item = items[at]
  if (item === undefined || isQuote(item)) return false
  const { verb } = tokens[item]!
  return verb?.forms.ing === true && (verb.senses.say || verb.senses.state)
}

/** "promised them a fund", "promised the workers a fund": whom, for sure, and not what. */
function isWhom({ words: { tokens } }: Reading, { items }: Frame, from: number, end: number): boolean {
  if (OBJECTS.has(tokens[items[from]!]!.lower)) return true
  const item = items[end]
  if (item === undefined || isQuote(item)) return false
  if (tokens[item]!.lower === 'against') return true
  // "told reporters it was".
  const isMany = end === from + 1 && (tokens[items[from]!]!.tags & TAG.many) !== 0
  return (tokens[item]!.tags & (TAG.determiner | TAG.possessive | (isMany ? TAG.pronoun : 0))) !== 0
}

const OBJECTS: ReadonlySet<string> = new Set(['them', 'him', 'us', 'me'])

/** "accused the council of hiding the bill": what it is charged with, and not the council. */
function chargeStarts({ words: { tokens } }: Reading, { items }: Frame, plain: ContentStart): ContentStart[] {
  for (let at = plain.at; at < Math.min(items.length, plain.at + CHARGED); at += 1) {
    const item = items[at]!
    if (isQuote(item) || tokens[item]!.text === ';') return []
    const behind = items[at + 1]
    if (tokens[item]!.lower !== 'of' || behind === undefined || isQuote(behind)) continue
    if (tokens[behind]!.lower.endsWith('ing') || tokens[behind]!.tags === 0)
      return [{ ...plain, at: at + 1, way: WAY.phrase, listener: true }]
  }
  return []
}
/** Longest name in items of who is accused. */
const CHARGED = 20

const OWN: ReadonlySet<string> = new Set(
  "not never n't only just even perhaps maybe hardly nearly barely roughly".split(' '),
)
const LEADING: ReadonlySet<string> = new Set(['there', 'long', 'first', 'further'])

function skipTimes({ words: { tokens, nameAt } }: Reading, { items }: Frame, from: number): number {
  let at = from
  while (at < items.length) {
    const item = items[at]!
    if (isQuote(item) || nameAt[item] !== -1) break
    const { tags, lower } = tokens[item]!
    const behind = items[at + 1]
    const next = behind === undefined || isQuote(behind) ? 0 : tokens[behind]!.tags
    // "reported last week that".
    const isWhich = WHICH.has(lower) && (next & TAG.time) !== 0
    if (!isWhich && (tags & (TAG.adverb | TAG.time)) === 0) break
    // "told residents not to wait", "said only twelve were dry": what was said has the word in it.
    if (OWN.has(lower)) break
    // "said there was little relief", "said this year was the worst": the subject of what was said.
    const beyond = items[isWhich ? at + 2 : at + 1]
    if (beyond !== undefined && !isQuote(beyond)) {
      if ((tokens[beyond]!.tags & TAG.auxiliary) !== 0) break
      // "said there remained a doubt", "said long queues had formed".
      if (LEADING.has(lower) && tokens[beyond]!.kind === 'word' && tokens[beyond]!.tags === 0) break
    }
    at += 1
  }
  return at
}

/** Behind "in a statement", "on Twitter", "at a rally in Oslo". */
function circumstanceEnd(reading: Reading, frame: Frame, at: number): number {
  const { words } = reading
  const item = frame.items[at]
  if (item === undefined || isQuote(item) || (words.tokens[item]!.tags & TAG.preposition) === 0) return at
  if (isCount(reading, item)) return at
  const inner = frame.items[at + 1]
  if (inner === undefined || isQuote(inner) || words.tokens[inner]!.kind === 'mark') return at
  return phraseEnd(words, frame, at + 1, Math.min(frame.items.length - 1, at + 10)) + 1
}

function findThat(reading: Reading, frame: Frame, from: number, limit: number): number {
  const { tokens } = reading.words
  for (let at = from; at < limit; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return -1
    const { lower, kind, text, verb } = tokens[item]!
    if (lower === 'that') return at
    if (kind === 'mark' && text !== ',') return -1
    // "urged Lund to admit that": what she is to admit.
    if (lower === 'to' && isVerbAhead(tokens[frame.items[at + 1] ?? -1])) return -1
    // "asked why the league goes on when the pact that": the clause has begun.
    if ((tokens[item]!.tags & TAG.subordinator) !== 0) return -1
    if (verb !== undefined && at > from && verb.forms.past) return -1
    if ((tokens[item]!.tags & (TAG.auxiliary | TAG.pronoun)) !== 0 && at > from && lower !== "'s") return -1
  }
  return -1
}

const isVerbAhead = (next: Token | undefined): boolean => next?.verb?.forms.base === true

export function listenerEnd(reading: Reading, frame: Frame, from: number): number {
  const { tokens, nameAt } = reading.words
  const first = frame.items[from]
  if (first === undefined || isQuote(first)) return from
  if (nameAt[first] !== -1) {
    let at = from
    while (frame.items[at] !== undefined && !isQuote(frame.items[at]!) && nameAt[frame.items[at]!] === nameAt[first])
      at += 1
    const owned = frame.items[at]
    // "told the station’s Morning Show that".
    return owned !== undefined && !isQuote(owned) && tokens[owned]!.lower === "'s"
      ? listenerEnd(reading, frame, at + 1)
      : at
  }
  const tags = tokens[first]!.tags
  if ((tags & TAG.object) !== 0) return from + 1
  if ((tags & TAG.many) !== 0) return from + 1
  // "told the council", "told striker Petra Lang".
  if ((tags & (TAG.determiner | TAG.possessive | TAG.role)) === 0) return from
  let at = from + 1
  while (at < from + 6) {
    const item = frame.items[at]
    if (item === undefined || isQuote(item)) break
    const token = tokens[item]!
    if (
      token.kind === 'mark' ||
      (token.tags &
        (TAG.pronoun |
          TAG.possessive |
          TAG.auxiliary |
          TAG.subordinator |
          TAG.preposition |
          TAG.determiner |
          TAG.adverb)) !==
        0
    )
      break
    at += 1
  }
  return at
}
