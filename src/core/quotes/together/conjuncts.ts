import type { NameMention } from '../../people/name-shape.ts'
import { type Cast, isLikelyPerson } from '../../people/people.ts'
import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { lowerAt, textAt } from '../grammar/text-at.ts'

/** One of a list of names; positions in the frame's items. */
export interface Conjunct {
  /** Index in the cast. */
  readonly named: number
  readonly isPerson: boolean
  /** Where a list may go on behind it: at once, behind a bracket, behind a place, at the comma that closes a description. */
  readonly ends: readonly number[]
}

/** So many words may lead to a name: "the harbour board’s new chair Ellen Marsh". */
const LEAD = 6
/** So long may a description between commas be, in items, and so many commas have. */
const DESCRIPTION = 25
const COMMAS = 3
/** Words in front of a name that it can be one of several with. */
const LEADING = TAG.determiner | TAG.possessive | TAG.role | TAG.nation | TAG.body | TAG.adverb
const NO_LEAD = TAG.preposition | TAG.conjunction | TAG.subordinator | TAG.auxiliary | TAG.relative | TAG.pronoun
/** "Jones LLP" is one half of a firm's name. */
const FIRM = /^(?:LLP|LLC|Inc|Ltd|plc|PLC|Co|Corp|Sons|Partners|Associates|Company)$/

/** A name at a position, with what leads to it: "Marsh", "her husband Viktor Dahl", "the mayor, Ellen Marsh,". */
export function conjunctAt(
  reading: Reading,
  cast: Cast,
  frame: Frame,
  at: number,
  owned: number,
  /** Bodies need no article here. */
  isBodies: boolean,
): Conjunct | null {
  const { text: article, tokens, names, nameAt, lexicon } = reading.words
  const textOf = ({ first, last }: NameMention) => article.slice(tokens[first]!.start, tokens[last]!.end)
  /** "Oxfam", "Kenya Red Cross": with its country in front. */
  const isKnownBody = (name: NameMention) => {
    const isOfCountry = lexicon.places.has(tokens[name.first]!.text) || (tokens[name.first]!.tags & TAG.nation) !== 0
    const own = isOfCountry && name.first < name.last ? { ...name, first: name.first + 1 } : name
    return lexicon.bodies.has(textOf(name)) || lexicon.bodies.has(textOf(own))
  }
  const begin = behindOwner(reading, frame, at)
  let limit = begin + LEAD
  for (let start = begin; start <= limit; start += 1) {
    const item = frame.items[start]
    if (item === undefined || isQuote(item)) return null
    const { kind, text, lower, tags, verb } = tokens[item]!
    if (nameAt[item] === -1) {
      // "the Bishop of Meath, Ellen Marsh,".
      const named = start > begin && (tags & TAG.preposition) !== 0 ? commaBeforeName(reading, frame, start) : -1
      if (named !== -1) {
        start = named
        limit = start + 1
        continue
      }
      // "Labour’s Ellen Marsh", "the party’s Ellen Marsh".
      if (lower === "'s" && isTagged(reading, frame, start - 1, TAG.body | TAG.nation)) continue
      const isComma = text === ',' && start > at && isTagged(reading, frame, start - 1, TAG.role)
      if (!isComma && (kind === 'mark' || (tags & NO_LEAD) !== 0)) return null
      if (verb !== undefined && (tags & LEADING) === 0) return null
      continue
    }
    const name = names[nameAt[item]!]!
    const last = start + name.last - item
    if (name.titled !== item || frame.items[last] !== name.last) return null
    if (/^['’]s?$/.test(textAt(reading, frame, last + 1)) && last + 1 !== owned) return null
    // "the Church of Ireland Archdeacon of Lisveda, Ellen Marsh,".
    const office = name.kind === 'person' ? -1 : commaBeforeName(reading, frame, last + 1)
    if (office !== -1) {
      start = office
      limit = start + 1
      continue
    }
    // "FWU president | Ellen Marsh".
    if (name.kind !== 'person' && isTagged(reading, frame, last + 1, TAG.role)) {
      start = last
      limit += 1
      continue
    }
    const named = cast.of[nameAt[item]!]!
    const { kind: is } = cast.named[named]!
    // "His wife Rahinatu": a word that no list knows is who the role in front of it is.
    const isOfRole = is === 'unknown' && start > begin && isTagged(reading, frame, start - 1, TAG.role)
    const isPerson =
      isLikelyPerson(cast.named[named]!) ||
      isOfRole ||
      (is === 'unknown' &&
        (sharesTitle(reading, frame, start) || (start === at && isOfMany(reading, frame, start, last))))
    const isThe = start > begin && lowerAt(reading, frame, begin) === 'the'
    // "the Arjay and Frances Miller Chair": nobody is called "the Arjay".
    if (isPerson && start > begin && isTagged(reading, frame, start - 1, TAG.determiner)) return null
    if (FIRM.test(tokens[name.last]!.text) && !isThe) return null
    // "The Arne and Frida Moll Chair in Harbour Law": a post that is named for two.
    if (name.last > name.first && (tokens[name.last]!.tags & (TAG.role | TAG.many)) === TAG.role) return null
    // "The Department of Health and | Human Services": a body stands for itself where its article says so.
    if (!isPerson && !(is === 'body' && (isThe || isBodies || name.first === name.last || isKnownBody(name))))
      return null
    return { named, isPerson, ends: endsOf(reading, frame, last + 1) }
  }
  return null
}

/**
 * "Lund, Dahl and Berg said": of one word that no list knows, with a name of one word on either side, or beside it and
 * beyond that. Two alone may be a firm: "Johnson and Berg".
 */
function isOfMany(
  { words: { tokens, names, nameAt } }: Reading,
  { items }: Frame,
  first: number,
  last: number,
): boolean {
  if (first !== last) return false
  let count = 1
  for (const step of [-2, 2]) {
    for (let at = first + step; count < 3; at += step) {
      const [mark, item] = [items[at - step / 2], items[at]]
      if (mark === undefined || item === undefined || isQuote(mark) || isQuote(item)) break
      const name = names[nameAt[item]!]
      if (!/^(?:,|and)$/.test(tokens[mark]!.lower) || name?.kind !== 'unknown' || name.first !== name.last) break
      count += 1
    }
  }
  return count >= 3
}

/** "Senators Lund and | Berg": the title of the name in front is of more than one. */
function sharesTitle({ words: { tokens, names, nameAt } }: Reading, { items }: Frame, at: number): boolean {
  const [before, and] = [items[at - 2], items[at - 1]]
  if (before === undefined || and === undefined || isQuote(before) || isQuote(and)) return false
  const name = names[nameAt[before]!]
  return name !== undefined && /^(?:,|and)$/.test(tokens[and]!.lower) && OF_MANY.test(tokens[name.titled]!.text)
}

const OF_MANY =
  /^(?:Sen(?:ator)?s|Rep(?:resentative)?s|Gov(?:ernor)?s|Drs|Messrs|Prof(?:essor)?s|TDs|MPs|MSPs|MEPs|Cllrs|Councillors|Justices|Deputies)$/

function isTagged({ words }: Reading, frame: Frame, at: number, tag: number): boolean {
  const item = frame.items[at]
  return item !== undefined && !isQuote(item) && (words.tokens[item]!.tags & tag) !== 0
}

function endsOf(reading: Reading, frame: Frame, behind: number): readonly number[] {
  const text = (at: number) => textAt(reading, frame, at)
  const ends = [behind]
  let end = behind
  if (text(end) === '(') {
    while (end < behind + DESCRIPTION && text(end) !== ')' && text(end) !== '') end += 1
    end += 1
    ends.push(end)
  }
  // "Ellen Marsh of Ohio", "Ellen Marsh of the University of Ohio".
  const belongs = /^(?:of|from|at)$/.test(text(end)) ? behindHome(reading, frame, end + 1) : -1
  if (belongs !== -1) {
    end = belongs
    ends.push(end)
  }
  if (text(end) !== ',') return ends
  let commas = 0
  for (let at = end + 1; at <= end + DESCRIPTION && commas < COMMAS; at += 1) {
    const written = text(at)
    if (written === '' || /^[;:.—–]$/.test(written) || isSaying(reading, frame, at)) break
    if (written !== ',') continue
    commas += 1
    ends.push(at)
  }
  return ends
}

/** "Ellen Marsh, who also said that the two, and Viktor Dahl in particular, must": told of, not speaking. */
function isSaying({ words }: Reading, frame: Frame, at: number): boolean {
  const { verb } = words.tokens[frame.items[at]!]!
  return verb?.senses.say === true && verb.forms.past
}

/** Behind the place or body at a position, its article passed over; -1 where none stands there. */
function behindHome({ words }: Reading, frame: Frame, at: number): number {
  const article = frame.items[at]
  const start = article !== undefined && !isQuote(article) && words.tokens[article]!.lower === 'the' ? at + 1 : at
  const item = frame.items[start]
  if (item === undefined || isQuote(item) || words.nameAt[item] === -1) return -1
  const { kind, titled, last } = words.names[words.nameAt[item]!]!
  return titled === item && kind !== 'person' ? start + 1 + last - item : -1
}

/** "Labour’s | Ellen Marsh", "the Greens’ | leader Ellen Marsh": the position behind whose somebody is, else `at`. */
function behindOwner({ words: { tokens, names, nameAt } }: Reading, { items }: Frame, at: number): number {
  let start = at
  const article = items[at]
  if (article !== undefined && !isQuote(article) && tokens[article]!.lower === 'the') start += 1
  const item = items[start]
  if (item === undefined || isQuote(item) || nameAt[item] === -1) return at
  const mark = start + 1 + names[nameAt[item]!]!.last - item
  const [owns, owned] = [items[mark], items[mark + 1]]
  if (owns === undefined || owned === undefined || isQuote(owns) || isQuote(owned)) return at
  if (!/^['’]s?$/.test(tokens[owns]!.text) || tokens[owns]!.end === tokens[owned]!.start) return at
  return nameAt[owned] !== -1 || (tokens[owned]!.tags & TAG.role) !== 0 ? mark + 1 : at
}

/** So long may the tail of an office be in items: "the chair of the parents’ council of the school, | Ellen Marsh". */
const TAIL = 14

/** Position of the comma behind the tail of somebody’s role that leads to a person’s name, else -1. */
function commaBeforeName(reading: Reading, frame: Frame, at: number): number {
  const { tokens, names, nameAt } = reading.words
  if (!isTagged(reading, frame, at - 1, TAG.role)) return -1
  for (let end = at + 1; end <= at + TAIL; end += 1) {
    const text = textAt(reading, frame, end)
    if (text === '' || /^[;:.—–]$/.test(text) || isSaying(reading, frame, end)) return -1
    if (text !== ',') continue
    const item = frame.items[end + 1]
    if (item === undefined || isQuote(item) || nameAt[item] === -1) return -1
    const { kind, titled, first, last } = names[nameAt[item]!]!
    const isSomebody = kind === 'person' || (kind === 'unknown' && last > first)
    return isSomebody && titled === item && (tokens[item]!.tags & TAG.nation) === 0 ? end : -1
  }
  return -1
}
