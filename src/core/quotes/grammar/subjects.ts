import { TAG } from '../../text/tags.ts'
import { beforeAppositions } from './appositions.ts'
import { butThat } from './contrast.ts'
import { IRREGULAR_PAST } from './finite.ts'
import { type Frame, isQuote } from './frames.ts'
import { type Mention, readMention, type Words } from './mentions.ts'
import { phraseEnd } from './phrase-end.ts'
import { antecedent, phraseAfter, phraseBefore, REACH } from './phrases.ts'
import { WHICH } from './times.ts'

/** How a subject stands to its verb. */
export type SubjectShape = 'beside' | 'apposition' | 'relative' | 'shared' | 'inverted'

export interface Subject {
  readonly mention: Mention
  readonly shape: SubjectShape
}

/** The subject in front of the verb at `position` in the frame's items. */
export function subjectBefore(words: Words, frame: Frame, position: number): Subject | null {
  const subject = nearestBefore(words, frame, position)
  return subject === null ? null : { ...subject, mention: butThat(words, frame, subject.mention) }
}

function nearestBefore(words: Words, frame: Frame, position: number): Subject | null {
  const { tokens } = words
  const floor = Math.max(0, position - REACH)
  let at = position - 1
  while (at >= floor && (isSkipped(words, frame.items[at]!) || isWhen(words, frame, at) || isHearsay(words, frame, at)))
    at -= 1
  if (at < floor) return null
  const item = frame.items[at]!
  if (isQuote(item)) return null
  const token = tokens[item]!
  if (token.tags & TAG.relative && token.lower !== 'that') {
    const before = frame.items[at - 1]
    const end = before !== undefined && !isQuote(before) && tokens[before]!.text === ',' ? at - 2 : at - 1
    return wrap(antecedent(words, frame, end, floor, token.lower), 'relative')
  }
  // "quoted Ben Strand as saying": he says it.
  if (token.lower === 'as') {
    const name = words.names[words.nameAt[frame.items[at - 1] ?? -1] ?? -1]
    const heard = name === undefined ? null : readMention(words, name.titled, name.last)
    if (heard !== null && isHeard(words, heard)) return wrap(heard, 'beside')
  }
  if (token.tags & TAG.conjunction || token.tags & (TAG.preposition | TAG.subordinator))
    return wrap(clauseOpener(words, frame, at, floor), 'shared')
  if (token.text === ',' || token.text === '—' || token.text === '–') {
    if (tokens[frame.items[position]!]!.verb?.forms.ing)
      return wrap(clauseOpener(words, frame, at, floor, true), 'shared')
    return wrap(beforeAppositions(words, frame, at, floor), 'apposition')
  }
  const relative = relativeBefore(words, frame, at, floor)
  if (relative !== -1) {
    const isWho = tokens[frame.items[relative]!]!.lower === 'who'
    // "A spokesman for the trust that hired Lund said": the head of it all speaks.
    const described = isWho
      ? describedBy(words, frame, relative, floor)
      : phraseBefore(words, frame, relative - 1, floor)
    return wrap(described, 'relative')
  }
  return wrap(phraseBefore(words, frame, at, floor), 'beside')
}

/** Whether somebody is told of as speaking: "recalled her husband | saying", "quoted Lund | as saying". */
export function isHeard({ tokens }: Words, { first }: Mention): boolean {
  const verb = tokens[first - 1]?.verb
  return verb !== undefined && HEARD.has(verb.lemma)
}

const HEARD: ReadonlySet<string> = new Set([
  'quote',
  'cite',
  'recall',
  'remember',
  'hear',
  'overhear',
  'describe',
  'report',
])

/**
 * Position of the relative pronoun whose clause ends at `end` with no comma behind it: "the guru who founded it | tweeted",
 * "the council that sacked Carl Dahl | said", "the bank that Dahl sued | said"; or -1.
 */
function relativeBefore(words: Words, frame: Frame, end: number, floor: number): number {
  const { tokens, nameAt } = words
  for (let at = end; at >= floor; at -= 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return -1
    const { kind, text, lower, tags, verb } = tokens[item]!
    if (nameAt[item] !== -1) continue
    if ((tags & TAG.relative) !== 0 || lower === 'where') {
      if (lower !== 'who') return at < end && opensRelative(words, frame, at, end) ? at : -1
      return at < end - 1 && !isSubject(words, frame, at + 1, end) ? at : -1
    }
    if ((tags & TAG.subordinator) !== 0 || (kind === 'mark' && /^[,;:—–]$/.test(text))) return -1
    if (verb?.senses.say === true && verb.forms.past) return -1
  }
  return -1
}

/**
 * Whether "that" or "which" behind a noun opens a clause about it, and none that somebody says: its verb follows at once
 * ("the council that | sacked Dahl"), or ends it ("the bank that Dahl | sued"). "The council that weary Dahl said was
 * late" is a clause of another kind: what he says goes on behind.
 */
function opensRelative({ tokens, nameAt }: Words, { items }: Frame, at: number, end: number): boolean {
  const [noun, last, cue, behind] = [items[at - 1], items[end]!, items[end + 1]!, items[end + 2]]
  if (noun === undefined || isQuote(noun) || isQuote(last) || isQuote(cue)) return false
  const { tags } = tokens[noun]!
  if (nameAt[noun] === -1 && ((tags & (TAG.role | TAG.body)) === 0 || (tags & TAG.report) !== 0)) return false
  if (behind !== undefined && !isQuote(behind) && (tokens[behind]!.tags & TAG.auxiliary) !== 0) return false
  let first = at + 1
  while (first < end && nameAt[items[first]!] === -1 && (tokens[items[first]!]!.tags & TAG.adverb) !== 0) first += 1
  const opener = items[first]!
  const isOwn = first < end && nameAt[opener] === -1 && isPredicate(tokens[opener]!)
  return isOwn || (nameAt[last] === -1 && first < end && isPredicate(tokens[last]!))
}

/** Whether a word may be a verb of its clause: "sacked", "built", "backs", "has". */
const isPredicate = ({ tags, verb, lower, capital }: Words['tokens'][number]): boolean =>
  !capital &&
  ((tags & TAG.auxiliary) !== 0 ||
    verb?.forms.past === true ||
    verb?.forms.s === true ||
    IRREGULAR_PAST.has(lower) ||
    ((tags & ~TAG.function) === 0 && /(?:ed|[^s]s)$/.test(lower)))

/** "Dahl, who | Bo Berg | said was ill", "who | the judge | said had lied": all that stands behind "who" is one phrase. */
function isSubject(words: Words, frame: Frame, at: number, end: number): boolean {
  const item = frame.items[at]!
  if (isQuote(item)) return false
  const opens =
    words.nameAt[item] !== -1 || (words.tokens[item]!.tags & (TAG.determiner | TAG.possessive | TAG.role)) !== 0
  return opens && phraseEnd(words, frame, at, end) === end
}

/** Whom a "who" at `relative` describes: the name where its phrase is one, "Nate Silber, the guru who …". */
function describedBy(words: Words, frame: Frame, relative: number, floor: number): Mention | null {
  const before = frame.items[relative - 1]
  const comma = before !== undefined && !isQuote(before) && words.tokens[before]!.text === ','
  const mention = antecedent(words, frame, comma ? relative - 2 : relative - 1, floor, 'who')
  if (mention?.kind !== 'nominal') return mention
  const first = frame.items.indexOf(mention.first, floor)
  const set = frame.items[first - 1]
  if (set === undefined || isQuote(set) || words.tokens[set]!.text !== ',') return mention
  const named = beforeAppositions(words, frame, first - 1, floor)
  return named?.kind === 'name' ? named : mention
}

/** The subject behind the verb at `position`, as in “…,” said the mayor. */
export function subjectAfter(words: Words, frame: Frame, position: number): Subject | null {
  const { tokens } = words
  let at = position + 1
  const item = frame.items[at]
  if (item === undefined || isQuote(item)) return null
  if ((tokens[item]!.tags & TAG.adverb) !== 0 && words.nameAt[item] === -1) at += 1
  if (PARTICLE.test(tokens[item]!.lower)) {
    const led = phraseAfter(words, frame, at + 1)
    if (led !== null && isSpeaking(words, led)) return wrap(led, 'inverted')
  }
  const mention = phraseAfter(words, frame, at)
  return wrap(mention === null ? null : butThat(words, frame, mention), 'inverted')
}

/** “…,” chimed in Ana Lund; “…,” shot back the mayor. */
const PARTICLE = /^(?:in|on|out|back|up)$/

/** A person or "she", where "in" leads to a place otherwise: “…,” said in Oslo. */
function isSpeaking({ tokens, names }: Words, { kind, name, number, head }: Mention): boolean {
  if (kind === 'name') return names[name!]!.kind === 'person'
  return kind === 'pronoun' ? number === 'one' : (tokens[head]!.tags & (TAG.role | TAG.body)) === TAG.role
}

const wrap = (mention: Mention | null, shape: SubjectShape): Subject | null =>
  mention === null ? null : { mention, shape }

/** "Lund last week called", "Lund Tuesday night said": when, not who. */
function isWhen({ tokens, nameAt }: Words, frame: Frame, at: number): boolean {
  const item = frame.items[at]!
  if (isQuote(item) || nameAt[item] !== -1) return false
  const { lower, tags } = tokens[item]!
  const before = frame.items[at - 1]
  const previous = before === undefined || isQuote(before) ? undefined : tokens[before]!
  const next = frame.items[at + 1]
  if ((tags & TAG.time) !== 0)
    return (
      previous !== undefined && (WHICH.has(previous.lower) || ((previous.tags & TAG.time) !== 0 && previous.capital))
    )
  return (
    (WHICH.has(lower) || lower === 'on') &&
    next !== undefined &&
    !isQuote(next) &&
    (tokens[next]!.tags & TAG.time) !== 0
  )
}

/** "Lund is | said | to have called": by nobody who is named. */
export function isHearsay({ tokens }: Words, { items }: Frame, at: number): boolean {
  const [be, item, to, have] = [items[at - 1], items[at], items[at + 1], items[at + 2]]
  if (be === undefined || item === undefined || to === undefined || have === undefined) return false
  if (isQuote(be) || isQuote(item) || isQuote(to) || isQuote(have)) return false
  return (
    HEARSAY.test(tokens[item]!.lower) &&
    tokens[to]!.lower === 'to' &&
    tokens[have]!.lower === 'have' &&
    (tokens[be]!.tags & TAG.auxiliary) !== 0
  )
}

const HEARSAY = /^(?:said|alleged|reported|understood|believed|thought|claimed|rumou?red)$/

function isSkipped(words: Words, item: number): boolean {
  if (isQuote(item)) return false
  const token = words.tokens[item]!
  if (words.nameAt[item] !== -1) return false
  return (
    (token.tags & (TAG.auxiliary | TAG.adverb)) !== 0 ||
    token.lower === 'to' ||
    ((token.tags & TAG.time) !== 0 && token.capital)
  )
}

/** What the clause that the verb shares its subject with opens with: "Smith laughed and said". */
function clauseOpener(words: Words, frame: Frame, before: number, floor: number, isParticiple = false): Mention | null {
  const { tokens, nameAt } = words
  let start = before
  let verbs = 0
  while (start > floor) {
    const item = frame.items[start - 1]!
    if (isQuote(item)) break
    const token = tokens[item]!
    if (/^[;:—–]$/.test(token.text)) break
    // "disputes that number, calling it": no clause without a verb.
    // "came close to an admission that troops were there, saying": whoever admits it, not what is admitted.
    const isThat = token.lower === 'that' && (verbs === 0 || isParticiple)
    if (token.tags & TAG.subordinator && nameAt[item] === -1 && !isThat) break
    if (token.verb !== undefined || (token.tags & TAG.auxiliary) !== 0) verbs += 1
    start -= 1
  }
  for (let at = start; at < before; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) continue
    const token = tokens[item]!
    if (token.tags & TAG.preposition && nameAt[item] === -1) {
      at = phraseEnd(words, frame, at + 1, before - 1)
      continue
    }
    if (token.kind === 'mark' || (nameAt[item] === -1 && token.tags & (TAG.conjunction | TAG.adverb | TAG.auxiliary)))
      continue
    const mention = readMention(words, item, frame.items[phraseEnd(words, frame, at, before - 1)]!)
    return mention?.kind === 'nominal' ? (nameSetBehind(words, frame, at) ?? mention) : mention
  }
  return null
}

/** "The manager, Bo Egan, was kind, saying": whom it names. */
function nameSetBehind(words: Words, frame: Frame, at: number): Mention | null {
  const mention = phraseAfter(words, frame, at)
  return mention?.kind === 'name' ? mention : null
}
