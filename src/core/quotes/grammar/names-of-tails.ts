import { TAG } from '../../text/tags.ts'
import { type Frame, isQuote } from './frames.ts'
import type { Words } from './mentions.ts'

/** How far in front of the comma whoever is described may stand, in items. */
const REACH = 10

/**
 * Whether the name behind the comma is that of what a description ends with, and not of whom it describes: "a spokesman for
 * the charity, Homeward Trust", and by what is known of both, "the widow of the victim, Carl Dahl".
 */
export function isNameOfTail(words: Words, frame: Frame, comma: number): boolean {
  const { tokens, names, nameAt, lexicon } = words
  const [end, item] = [frame.items[comma - 1], frame.items[comma + 1]]
  if (end === undefined || item === undefined || isQuote(end) || isQuote(item) || nameAt[end] !== -1) return false
  const name = names[nameAt[item] ?? -1]
  if (name?.titled !== item) return false
  const described = describedBefore(words, frame, comma)
  if (described === -1) return false
  if (name.kind === 'body') return (tokens[end]!.tags & TAG.body) !== 0
  const gender = lexicon.nounGenders.get(tokens[described]!.lower)
  const isKin = (tokens[described]!.tags & TAG.kin) !== 0
  return isKin && gender !== undefined && name.gender !== null && name.gender !== gender
}

/** The token in front of the nearest "of" or "for" that leads to the comma, where it is somebody; or -1. */
function describedBefore({ tokens, nameAt }: Words, { items }: Frame, comma: number): number {
  for (let at = comma - 2; at > 0 && at >= comma - REACH; at -= 1) {
    const [item, before] = [items[at]!, items[at - 1]!]
    if (isQuote(item) || isQuote(before) || nameAt[item] !== -1 || tokens[item]!.kind === 'mark') return -1
    if (!/^(?:of|for|at|from)$/.test(tokens[item]!.lower)) continue
    return (tokens[before]!.tags & (TAG.role | TAG.kin)) !== 0 ? before : -1
  }
  return -1
}
