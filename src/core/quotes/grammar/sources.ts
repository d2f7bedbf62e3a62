import { TAG } from '../../text/tags.ts'
import { objectAt } from './cues.ts'
import { type Frame, isQuote } from './frames.ts'
import { type Mention, readMention, type Words } from './mentions.ts'
import { phraseEnd } from './phrase-end.ts'
import { phraseAfter } from './phrases.ts'
import { positionOf } from './positions.ts'

/** What somebody reads out or quotes from: "Tom Egan’s letter", "a statement by Egan", "Egan", "the judgment". */
export interface Source {
  /** Whose words those are; a writing itself where nobody is said to have written it. */
  readonly mention: Mention
  /** Position of its last item. */
  readonly last: number
  readonly isWriting: boolean
  /** Perhaps of whoever reads it: "her letter", "a statement". */
  readonly isOwn: boolean
}

/** Longest name of a writing, in items. */
const LONGEST = 20

/** What is read or quoted from at a position, or null where that is nothing with words of somebody: "figures", "a price". */
export function sourceAt(words: Words, frame: Frame, at: number): Source | null {
  const { tokens, nameAt, lexicon } = words
  const item = frame.items[at]
  if (item === undefined || isQuote(item)) return null
  const pronoun = objectAt(words, frame, at)
  if (pronoun !== null) return { mention: pronoun, last: at, isWriting: false, isOwn: false }
  const stop = nounEnd(words, frame, at)
  const owner = ownerBefore(words, frame, at, stop)
  const head = tokens[frame.items[stop]!]!
  const isWriting = nameAt[frame.items[stop]!] === -1 && lexicon.writings.has(head.lower)
  if (owner !== null) return { mention: owner, last: stop, isWriting, isOwn: false }
  if (isWriting) {
    const writer = writerBehind(words, frame, stop)
    if (writer !== null) return { mention: writer, last: positionOf(frame, writer.last), isWriting, isOwn: false }
    const mention = readMention(words, item, frame.items[stop]!)
    const isOwn =
      (tokens[item]!.tags & TAG.possessive) !== 0 || (tokens[item]!.lower !== 'the' && GIVEN.test(head.lower))
    return mention === null ? null : { mention, last: stop, isWriting, isOwn }
  }
  const mention = whoAt(words, frame, at)
  return mention !== null && canSpeak(words, mention)
    ? { mention, last: positionOf(frame, mention.last), isWriting, isOwn: false }
    : null
}

/** "Quoting her late father, | Lee said": the name behind the comma is none of his, unless a comma closes it. */
function whoAt(words: Words, frame: Frame, at: number): Mention | null {
  const mention = phraseAfter(words, frame, at)
  if (mention === null || mention.kind !== 'name') return mention
  const stop = phraseEnd(words, frame, at, Math.min(frame.items.length - 1, at + LONGEST))
  const end = positionOf(frame, mention.last)
  const behind = frame.items[end + 1]
  if (end <= stop || behind === undefined || isQuote(behind) || words.tokens[behind]!.kind === 'mark') return mention
  const [first, last] = [frame.items[at]!, frame.items[stop]!]
  return isQuote(first) || isQuote(last) ? null : readMention(words, first, last)
}

/** "Egan’s letter | aloud", "a statement | saying". */
function nounEnd(words: Words, frame: Frame, at: number): number {
  let stop = phraseEnd(words, frame, at, Math.min(frame.items.length - 1, at + LONGEST))
  while (stop > at) {
    const item = frame.items[stop]!
    const { lower, verb } = words.tokens[item]!
    if (words.nameAt[item] !== -1 || (verb?.forms.ing !== true && !/^(?:aloud|out|back|saying|reading)$/.test(lower)))
      return stop
    stop -= 1
  }
  return stop
}

/** What one reads out as one's own: "read a statement". */
const GIVEN = /^(?:statement|speech|testimony|resolution|poem|prayer|report|motion|message|text)$/

/** Somebody who can have written or said a thing: a name but of a place, a role, a body. */
export function canSpeak({ tokens, names }: Words, { kind, name, head }: Mention): boolean {
  if (kind === 'name') return names[name!]!.kind !== 'place'
  return kind === 'nominal' && (tokens[head]!.tags & (TAG.role | TAG.body)) !== 0
}

/** The same, and anybody whom a pronoun may mean. */
export const maySpeak = (words: Words, mention: Mention): boolean =>
  mention.kind === 'pronoun' ? mention.number !== null : canSpeak(words, mention)

/** "Tom Egan’s letter": the name that owns what stands between two positions. */
export function ownerBefore(words: Words, { items }: Frame, from: number, to: number): Mention | null {
  for (let at = from + 1; at < to; at += 1) {
    const [before, item] = [items[at - 1]!, items[at]!]
    if (isQuote(item) || isQuote(before) || words.nameAt[before] === -1) continue
    const { lower } = words.tokens[item]!
    const isMark = lower === "'s" || (/^['’]$/.test(lower) && words.tokens[before]!.lower.endsWith('s'))
    const name = words.names[words.nameAt[before]!]!
    if (isMark && name.kind !== 'place') return readMention(words, name.titled, name.last)
  }
  return null
}

/** Whose words a noun at `noun` holds: "a letter | from Egan", "the words | of the mayor", "a message to Lee from Egan". */
export function writerBehind(words: Words, frame: Frame, noun: number): Mention | null {
  let at = noun + 1
  for (let phrase = 0; phrase < 2; phrase += 1) {
    const item = frame.items[at]
    if (item === undefined || isQuote(item)) return null
    const { lower } = words.tokens[item]!
    if (!/^(?:by|from|of|to)$/.test(lower)) return null
    const mention = whoAt(words, frame, at + 1)
    if (mention === null) return null
    if (lower !== 'to') return canSpeak(words, mention) ? mention : null
    at = positionOf(frame, mention.last) + 1
  }
  return null
}
