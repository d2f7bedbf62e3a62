import { TAG } from '../../text/tags.ts'
import { type Frame, isQuote } from './frames.ts'
import { isPerson, type Mention, readMention, type Words } from './mentions.ts'
import { isNameOfTail } from './names-of-tails.ts'
import { phraseAfter, phraseBefore, REACH } from './phrases.ts'
import { speaksForSomebody } from './speaks-for.ts'

/** Steps back over ", a professor at Y, who …," to the phrase these describe. */
export function beforeAppositions(words: Words, frame: Frame, comma: number, floor: number): Mention | null {
  const set = betweenDashes(words, frame, comma, floor)
  if (set?.name !== undefined) return set.name
  let end = set === null ? comma - 1 : set.before
  let named: Mention | null = null
  let standIn: Mention | null = null
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
    const outer =
      isOfWhomTheySpeakFor(words, frame, start, end) || isWholeName(words, frame, start, end)
        ? start - 1
        : setInRelative(words, frame, start, end, floor)
    if (outer !== -1) {
      end = outer
      continue
    }
    const opens = start < floor || !/^[,—–]$/.test(words.tokens[frame.items[start]!]?.text ?? '')
    // "the singer, 44, said": whose age it is speaks, unless "Lund, the singer, 44".
    const before = words.names[words.nameAt[frame.items[start - 1] ?? -1] ?? -1]
    const isOwn = isAged && before?.kind !== 'person'
    const isDescription =
      describes(words, frame, start + 1) ||
      isNameOfWhat(words, frame, start, end, floor) ||
      isOfAddress(words, frame, start, end)
    if (opens || isOwn || !isDescription) {
      const found = lastOf(words, frame, start + 1, end)
      if (found !== null && standIn !== null) return standIn
      // "Her granddaughter, the novelist Anna Porter, wrote": the name that is set there is who it is.
      const fits = named !== null && (isPerson(words, named.last) || found?.number === 'body')
      if (found?.kind === 'nominal' && fits) return named
      // "In a post, influencer Ana Lund, wrote": a comma too many behind all of the subject.
      if (found === null && opens && named !== null) return named
      if (found !== null || opens) return found
    } else {
      standIn ??= standInOf(words, frame, start + 1)
      named ??= namedBy(words, frame, start + 1, end)
    }
    const only = frame.items[end]
    isAged = start === end - 1 && only !== undefined && !isQuote(only) && words.tokens[only]!.kind === 'number'
    end = start - 1
  }
  return null
}

/** "Lund, whose latest start-up, Paradrift, …": a body that a description of somebody ends with. */
function isNameOfWhat(words: Words, frame: Frame, comma: number, end: number, floor: number): boolean {
  const { tokens, names, nameAt } = words
  const name = names[nameAt[frame.items[end]!] ?? -1]
  // Of two words and no body it may be somebody: "Lund, a teacher at the school, Wilma Stott, …, said".
  const isThing = name?.kind === 'body' || (name?.kind === 'unknown' && name.first === name.last)
  const described = frame.items[comma - 1]
  if (!isThing || described === undefined || isQuote(described) || nameAt[described] !== -1) return false
  let start = comma - 1
  while (start > floor && !isQuote(frame.items[start]!) && tokens[frame.items[start]!]!.text !== ',') start -= 1
  const [first, before] = [frame.items[start + 1]!, frame.items[start - 1]]
  if (before === undefined || isQuote(before) || isQuote(first) || nameAt[first] !== -1) return false
  const describes = (tokens[first]!.tags & (TAG.determiner | TAG.possessive | TAG.relative | TAG.role)) !== 0
  return describes && names[nameAt[before]!]?.kind === 'person' && name.first > first
}

/** "Ana Lund, 54, of Hale Road, Stourminster, denies": where that is, behind the road, and she opens the sentence. */
function isOfAddress({ tokens, names, nameAt }: Words, { items }: Frame, comma: number, end: number): boolean {
  const name = names[nameAt[items[end]!] ?? -1]
  const opener = names[nameAt[items[0]!] ?? -1]
  if (name === undefined || name.titled !== items[comma + 1] || name.first !== name.last) return false
  if (opener === undefined || opener.titled !== items[0] || (opener.kind !== 'person' && opener.kind !== 'unknown'))
    return false
  let hasFrom = false
  for (let at = items.indexOf(opener.last) + 1; at < comma; at += 1) {
    const item = items[at]!
    if (isQuote(item)) return false
    const { lower, kind } = tokens[item]!
    if (/^(?:of|from)$/.test(lower)) hasFrom = true
    else if (nameAt[item] === -1 && kind !== 'number' && !/^(?:,|aged)$/.test(lower)) return false
  }
  return hasFrom
}

/** Whom a description set between commas names: "the novelist Anna Porter", not "a friend of Anna Porter". */
function namedBy(words: Words, frame: Frame, start: number, end: number): Mention | null {
  const first = frame.items[start]
  if (first === undefined || isQuote(first)) return null
  const { tags, kind, capital, verb } = words.tokens[first]!
  // "One survivor, 24-year-old Ana Lund,", "His widow, nurse Ana Lund,".
  const opens = kind === 'number' || (tags & (TAG.determiner | TAG.role | TAG.nation)) !== 0
  if (!opens && (capital || verb?.forms.ing === true || (tags & ~TAG.function) !== 0)) return null
  const mention = phraseBefore(words, frame, end, start)
  if (mention?.kind !== 'name' || mention.last !== frame.items[end]) return null
  // "the agency which employed Ana Lund,": told of in a clause, and not who it is.
  if (mention.first !== first && isClause(words, frame, start, mention.first)) return null
  // "Another depositor, retired railway employee Ana Lund,".
  const { titled } = words.names[mention.name!]!
  return opens || (mention.first === first && (words.tokens[titled - 1]!.tags & TAG.role) !== 0) ? mention : null
}

/** Whether a clause opens between a position and a token of the same frame. */
function isClause({ tokens }: Words, { items }: Frame, start: number, token: number): boolean {
  for (let at = start; items[at] !== token && at < items.length; at += 1) {
    const item = items[at]!
    if (!isQuote(item) && (tokens[item]!.tags & (TAG.relative | TAG.subordinator | TAG.auxiliary)) !== 0) return true
  }
  return false
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
  const name = words.nameAt[item]!
  // "of Raleigh, N.C.,", "in Cambridge, Mass.,"; but "the chairman, Dr. Ana Lund,".
  if (words.text[token.end - 1] === '.' && words.names[name]?.kind !== 'person') return true
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

const DASH = /^[—–]$/

/** "Lund – whose brother, Tom, was killed – said": what stands in front of a pair of dashes; a name that is all between. */
function betweenDashes(
  words: Words,
  frame: Frame,
  closing: number,
  floor: number,
): { readonly before: number; readonly name?: Mention } | null {
  const textAt = (at: number) => (isQuote(frame.items[at] ?? -1) ? '' : words.tokens[frame.items[at]!]!.text)
  if (!DASH.test(textAt(closing))) return null
  for (let at = closing - 1; at > floor; at -= 1) {
    if (isQuote(frame.items[at]!)) return null
    if (!DASH.test(textAt(at))) continue
    const name = words.names[words.nameAt[frame.items[at + 1]!] ?? -1]
    if (name === undefined || name.last !== frame.items[closing - 1] || name.titled !== frame.items[at + 1])
      return { before: at - 1 }
    const mention = readMention(words, name.titled, name.last)
    return mention === null ? { before: at - 1 } : { before: at - 1, name: mention }
  }
  return null
}

/**
 * Of a name that is all between its commas and belongs to somebody in a relative clause, where that clause’s own subject
 * ends: "Berg, who was with the engineer, Ana Lund, said" is Berg’s. -1 where it is no such name.
 */
function setInRelative(words: Words, frame: Frame, comma: number, end: number, floor: number): number {
  const { tokens, names, nameAt } = words
  const [item, before] = [frame.items[comma + 1], frame.items[comma - 1]]
  if (item === undefined || before === undefined || isQuote(item) || isQuote(before) || nameAt[item] === -1) return -1
  const name = names[nameAt[item]!]!
  if (name.titled !== item || name.last !== frame.items[end] || tokens[frame.items[comma]!]!.text !== ',') return -1
  const { tags } = tokens[before]!
  if ((tags & TAG.role) === 0 || nameAt[before] !== -1) return -1
  let start = comma - 1
  while (start >= floor && !isQuote(frame.items[start]!) && !BREAK.test(tokens[frame.items[start]!]!.text)) start -= 1
  const opening = frame.items[start]
  const first = frame.items[start + 1]!
  if (opening === undefined || isQuote(opening) || tokens[opening]!.text !== ',' || isQuote(first)) return -1
  if ((tokens[first]!.tags & TAG.relative) === 0 || !/^who/.test(tokens[first]!.lower)) return -1
  return standInOf(words, frame, start + 1) === null && !isRepresented(words, frame, start + 1) ? start - 1 : -1
}

const BREAK = /^[,;:—–]$/

/** "A spokesperson for the treasurer, Ian Lund, said": the name is the treasurer’s, and who speaks has none. */
function isOfWhomTheySpeakFor(words: Words, frame: Frame, comma: number, end: number): boolean {
  const [item, before] = [frame.items[comma + 1], frame.items[comma - 1]]
  if (item === undefined || before === undefined || isQuote(item) || isQuote(before)) return false
  const name = words.names[words.nameAt[item] ?? -1]
  if (name?.titled !== item || !speaksForSomebody(words, frame, comma - 1)) return false
  // "Lawyers for two of the accused, Ana Lund and Bo Berg,".
  const [and, other] = [name.last + 1, words.names[words.nameAt[name.last + 2] ?? -1]]
  const isBoth = words.tokens[and]?.lower === 'and' && other?.last === frame.items[end]
  return name.last === frame.items[end] || isBoth
}

/** "The owner of the firm, Tolliver Freight, said": all between the commas, and the name of the firm. */
function isWholeName(words: Words, frame: Frame, comma: number, end: number): boolean {
  const name = words.names[words.nameAt[frame.items[end]!] ?? -1]
  return name?.titled === frame.items[comma + 1] && name?.last === frame.items[end] && isNameOfTail(words, frame, comma)
}

/** "who was ably represented by": what an office holder’s speech is read out by somebody else with. */
function isRepresented({ tokens }: Words, { items }: Frame, at: number): boolean {
  for (let position = at; position < at + 5; position += 1) {
    const item = items[position]
    if (item === undefined || isQuote(item)) return false
    const { lower, tags } = tokens[item]!
    if (lower === 'represented') {
      const by = items[position + 1]
      return by !== undefined && !isQuote(by) && tokens[by]!.lower === 'by' && !isInCourt()
    }
    if ((tags & (TAG.relative | TAG.auxiliary | TAG.adverb)) === 0) return false
  }
  return false

  /** In court a lawyer represents whoever speaks. */
  function isInCourt(): boolean {
    const near = items.slice(Math.max(0, at - REACH), at + REACH)
    return near.some((item) => !isQuote(item) && IN_COURT.test(tokens[item]!.lower))
  }
}

const IN_COURT =
  /^(?:court|tribunal|judge|jury|inquest|hearing|trial|lawyers?|solicitors?|barristers?|counsel|attorneys?|advocates?|sc|qc|kc|pleaded|bail)$/

/** "The minister, represented by Ana Lund, said": the name behind "by", which says it. */
function standInOf(words: Words, frame: Frame, at: number): Mention | null {
  if (!isRepresented(words, frame, at)) return null
  let by = at
  while (words.tokens[frame.items[by]!]!.lower !== 'by') by += 1
  const mention = phraseAfter(words, frame, by + 1)
  return mention?.kind === 'name' ? mention : null
}
