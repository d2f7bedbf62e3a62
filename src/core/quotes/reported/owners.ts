import { TAG } from '../../text/tags.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { type Mention, readMention, type Words } from '../grammar/mentions.ts'
import { positionOf } from '../grammar/positions.ts'

/** Whose a noun is: "Lund’s claim", "her claim", "a claim by Lund". */
export interface Owner {
  readonly mention: Mention
  /** Position where the whole phrase begins. */
  readonly first: number
  /** Position of the last item of whose it is, or in front of the noun. */
  readonly end: number
}

/** So many words may stand between whose it is and the noun: "her often repeated claim". */
const ADJECTIVES = 3
/** Longest "the deputy prime minister" in front of "’s", in items. */
const LONGEST = 6

/** Who is named or meant in front of a noun as having it, or null. */
export function ownerBefore(words: Words, frame: Frame, noun: number): Owner | null {
  const { tokens, nameAt } = words
  for (let at = noun - 1; at >= Math.max(0, noun - 1 - ADJECTIVES); at -= 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return null
    const { lower, tags, kind, text } = tokens[item]!
    const isMark =
      lower === "'s" || lower === '’s' || (/^['’]$/.test(text) && tokens[item - 1]?.lower.endsWith('s') === true)
    if (isMark) return ownedBy(words, frame, at - 1)
    if (kind !== 'word') return null
    const pronoun = POSSESSIVES[lower]
    if (pronoun !== undefined) {
      // Where it is not known who that is, a reader is shown "his claim", since "his" is nobody.
      const last = frame.items[noun]!
      const mention = { first: item, last, kind: 'pronoun', name: null, head: item, ...pronoun } as const
      return { mention, first: at, end: at }
    }
    if ((tags & (TAG.preposition | TAG.determiner | TAG.auxiliary | TAG.conjunction | TAG.subordinator)) !== 0)
      return null
    if (nameAt[item] !== -1) return null
  }
  return null
}

/** "Our" and "my" are of who is speaking, and "its" and "their" of whatever is talked of. */
const POSSESSIVES: Readonly<Record<string, Pick<Mention, 'gender' | 'number'>>> = {
  his: { gender: 'male', number: 'one' },
  her: { gender: 'female', number: 'one' },
  its: { gender: null, number: 'body' },
}

/** Who stands in front of "’s". */
function ownedBy(words: Words, frame: Frame, end: number): Owner | null {
  const { tokens, names, nameAt } = words
  const last = frame.items[end]
  if (last === undefined || isQuote(last)) return null
  const name = names[nameAt[last]!]
  if (name !== undefined) {
    const mention = name.last === last ? readMention(words, name.titled, name.last) : null
    return mention === null ? null : { mention, first: positionOf(frame, name.titled), end }
  }
  let first = end
  for (; first > end - LONGEST && first >= 0; first -= 1) {
    const item = frame.items[first]!
    if (isQuote(item) || tokens[item]!.kind !== 'word') return null
    const { tags } = tokens[item]!
    if ((tags & (TAG.preposition | TAG.auxiliary | TAG.conjunction)) !== 0) return null
    if ((tags & (TAG.determiner | TAG.possessive)) !== 0) break
  }
  const opening = frame.items[first]
  if (opening === undefined || isQuote(opening) || (tokens[opening]!.tags & (TAG.determiner | TAG.possessive)) === 0)
    return null
  const head = tokens[last]!
  if ((head.tags & (TAG.role | TAG.body | TAG.many | TAG.kin)) === 0) return null
  const mention = readMention(words, opening, last)
  return mention === null ? null : { mention, first, end }
}
