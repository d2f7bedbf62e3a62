import { TAG } from '../../text/tags.ts'
import { type Frame, isQuote } from './frames.ts'
import { isPerson, type Mention, readMention, type Words } from './mentions.ts'
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
  const { tokens } = words
  const floor = Math.max(0, position - REACH)
  let at = position - 1
  while (at >= floor && (isSkipped(words, frame.items[at]!) || isWhen(words, frame, at))) at -= 1
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
    if (tokens[frame.items[position]!]!.verb?.forms.has('ing'))
      return wrap(clauseOpener(words, frame, at, floor, true), 'shared')
    return wrap(beforeAppositions(words, frame, at, floor), 'apposition')
  }
  const relative = relativeBefore(words, frame, at, floor)
  if (relative !== -1) return wrap(describedBy(words, frame, relative, floor), 'relative')
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

/** Position of the "who" whose clause ends at `end` with no comma behind it: "the guru who founded it | tweeted"; or -1. */
function relativeBefore({ tokens, nameAt }: Words, frame: Frame, end: number, floor: number): number {
  for (let at = end; at >= floor; at -= 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return -1
    const { kind, text, lower, tags, verb } = tokens[item]!
    if (nameAt[item] !== -1) continue
    if ((tags & TAG.relative) !== 0) {
      const verbal = frame.items[at + 1]
      return lower === 'who' && verbal !== undefined && at < end - 1 ? at : -1
    }
    if ((tags & TAG.subordinator) !== 0 || (kind === 'mark' && /^[,;:—–]$/.test(text))) return -1
    if (verb?.senses.has('say') === true && verb.forms.has('past')) return -1
  }
  return -1
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
  return wrap(mention, 'inverted')
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

/** Steps back over ", a professor at Y, who …," to the phrase these describe. */
function beforeAppositions(words: Words, frame: Frame, comma: number, floor: number): Mention | null {
  let end = comma - 1
  let named: Mention | null = null
  let isAged = false
  for (let step = 0; step < 5 && end >= floor; step += 1) {
    let start = end
    let deep = 0
    while (start >= floor) {
      const item = frame.items[start]!
      if (!isQuote(item)) {
        const written = words.tokens[item]!.text
        if (written === ')') deep += 1
        if (written === '(') deep -= 1
        if (deep <= 0 && written.length === 1 && ',;:—–'.includes(written)) break
      }
      start -= 1
    }
    const opens = start < floor || !/^[,—–]$/.test(words.tokens[frame.items[start]!]?.text ?? '')
    // "the singer, 44, said": whose age it is speaks, unless "Lund, the singer, 44".
    const before = words.names[words.nameAt[frame.items[start - 1] ?? -1] ?? -1]
    const isOwn = isAged && before?.kind !== 'person'
    const isDescription = describes(words, frame, start + 1) || isNameOfWhat(words, frame, start, end, floor)
    if (opens || isOwn || !isDescription) {
      const found = lastOf(words, frame, start + 1, end)
      // "Her granddaughter, the novelist Anna Porter, wrote": the name that is set there is who it is.
      if (found?.kind === 'nominal' && named !== null) return named
      if (found !== null || opens) return found
    } else named ??= namedBy(words, frame, start + 1, end)
    const only = frame.items[end]
    isAged = start === end - 1 && only !== undefined && !isQuote(only) && words.tokens[only]!.kind === 'number'
    end = start - 1
  }
  return null
}

/** "Lund, the editor of the local paper, The Lantern, said": a body that a description of somebody ends with. */
function isNameOfWhat(words: Words, frame: Frame, comma: number, end: number, floor: number): boolean {
  const { tokens, names, nameAt } = words
  const name = names[nameAt[frame.items[end]!] ?? -1]
  // Of two words and no body it may be somebody: "Lund, a teacher at the school, Wilma Stott, …, said".
  if (name === undefined || !(name.kind === 'body' || (name.kind === 'unknown' && name.first === name.last)))
    return false
  if (isQuote(frame.items[comma - 1] ?? -1)) return false
  if (nameAt[frame.items[comma - 1]!] !== -1) return false
  let start = comma - 1
  while (start > floor && !isQuote(frame.items[start]!) && tokens[frame.items[start]!]!.text !== ',') start -= 1
  const [first, before] = [frame.items[start + 1]!, frame.items[start - 1]]
  if (before === undefined || isQuote(before) || isQuote(first) || nameAt[first] !== -1) return false
  const describes = (tokens[first]!.tags & (TAG.determiner | TAG.possessive | TAG.relative | TAG.role)) !== 0
  return describes && names[nameAt[before]!]?.kind === 'person' && name.first > first
}

/** Whom a description set between commas names: "the novelist Anna Porter", not "a friend of Anna Porter". */
function namedBy(words: Words, frame: Frame, start: number, end: number): Mention | null {
  const first = frame.items[start]
  if (first === undefined || isQuote(first) || (words.tokens[first]!.tags & TAG.determiner) === 0) return null
  const mention = phraseBefore(words, frame, end, start)
  return mention?.kind === 'name' && isPerson(words, mention.last) && mention.last === frame.items[end] ? mention : null
}

const CONTRAST: ReadonlySet<string> = new Set(['while', 'whilst', 'when', 'because', 'although', 'though'])

/** Whether what starts at `at` reads as a description set between commas. */
function describes(words: Words, frame: Frame, at: number): boolean {
  const item = frame.items[at]
  if (item === undefined || isQuote(item)) return true
  const token = words.tokens[item]!
  // ", while Tara Huck, the former mayor, proposed": a clause of its own.
  const next = frame.items[at + 1]
  if (CONTRAST.has(token.lower) && next !== undefined && !isQuote(next) && isPerson(words, next)) return false
  // "Rep. Ana Lund, D-Fairmont,": party and seat.
  if (token.kind === 'number' || /^[A-Z]{1,3}-\p{Lu}/u.test(token.text)) return true
  // "of Raleigh, N.C.,", "in Cambridge, Mass.,".
  if (words.text[token.end - 1] === '.') return true
  const name = words.nameAt[item]!
  if (name !== -1)
    return words.names[name]!.kind === 'place' || words.lexicon.places.has(token.text) || leadsToRole(words, frame, at)
  if (
    token.tags &
    (TAG.determiner |
      TAG.relative |
      TAG.preposition |
      TAG.possessive |
      TAG.role |
      TAG.adverb |
      TAG.subordinator |
      TAG.time)
  )
    return true
  // "Fiona Kessock, Regional Secretary of Tidewell,": an office, with its capitals.
  return !token.capital || words.lexicon.officeWords.has(token.text)
}

/** "the fund’s executive director", "Harbour Board chairman": a name that somebody’s role is told by. */
function leadsToRole({ tokens, nameAt, lexicon }: Words, frame: Frame, at: number): boolean {
  const name = nameAt[frame.items[at]!]
  for (let position = at + 1; position < at + 10; position += 1) {
    const item = frame.items[position]
    if (item === undefined || isQuote(item)) return false
    const { tags, kind, lower, text } = tokens[item]!
    // "Orla Lund TD": set behind the name.
    if (
      nameAt[item] === name ||
      lexicon.suffixes.has(text) ||
      lower === "'s" ||
      (position === at + 1 && /^['’]$/.test(lower))
    )
      continue
    if (kind === 'mark' || (tags & (TAG.preposition | TAG.auxiliary)) !== 0) return false
    if ((tags & TAG.role) !== 0 && (tags & TAG.many) === 0) return true
  }
  return false
}

/** The subject of the segment: its first phrase without a preposition, as in "but the mayor". */
function lastOf(words: Words, frame: Frame, start: number, end: number): Mention | null {
  const first = frame.items[start]
  // "In other words, explained the host": no subject there.
  const governed = first !== undefined && !isQuote(first) && (words.tokens[first]!.tags & TAG.preposition) !== 0
  const found = phraseBefore(words, frame, end, Math.max(start, 0))
  return governed && found !== null && found.kind !== 'name' ? null : found
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
    return readMention(words, item, frame.items[phraseEnd(words, frame, at, before - 1)]!)
  }
  return null
}
