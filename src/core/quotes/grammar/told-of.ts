import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { type Frame, isQuote } from './frames.ts'
import { isPerson, type Mention, readMention, type Words } from './mentions.ts'
import { lowerAt } from './text-at.ts'

/** Longest description of whom something is told of: "the retired | nurse". */
const DESCRIPTION = 4

/** "told the court that | Dahl": behind "that" where there is one. */
export function behindThat(reading: Reading, frame: Frame, from: number): number {
  for (let at = from; at < from + LISTENER; at += 1) if (lowerAt(reading, frame, at) === 'that') return at + 1
  return from
}

/** Longest "the court in Leeds that" in items. */
const LISTENER = 6

/** Of whom a clause that begins there is, where that is somebody: with a name, "he", or "the old nurse". */
export function toldOf(words: Words, { items }: Frame, from: number): Mention | null {
  const { tokens, nameAt, names } = words
  const item = items[from]
  if (item === undefined || isQuote(item)) return null
  const name = names[nameAt[item]!]
  if (name !== undefined) return isPerson(words, item) ? readMention(words, name.titled, name.last) : null
  const { tags } = tokens[item]!
  if ((tags & TAG.pronoun) !== 0) {
    const mention = readMention(words, item, item)
    return mention?.number === 'one' ? mention : null
  }
  if ((tags & (TAG.determiner | TAG.possessive)) === 0) return null
  for (let at = from + 1; at <= from + DESCRIPTION; at += 1) {
    const [noun, next] = [items[at], items[at + 1]]
    if (noun === undefined || next === undefined || isQuote(noun) || isQuote(next)) return null
    if (nameAt[noun] !== -1 || tokens[noun]!.kind === 'mark') return null
    if ((tokens[noun]!.tags & TAG.role) !== 0 && (tokens[next]!.tags & TAG.role) === 0)
      return (tokens[noun]!.tags & TAG.many) === 0 ? readMention(words, item, noun) : null
  }
  return null
}
