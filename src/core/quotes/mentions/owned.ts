import type { Gender } from '../../lexicon.ts'
import { TAG } from '../../text/tags.ts'
import type { Token } from '../../text/tokens.ts'
import type { Words } from '../grammar/mentions.ts'

/** So many words may stand between whose somebody is and who that is: "Dahl’s | former business partner". */
const BETWEEN = 3

/**
 * Who belongs to the name that ends at a token, where a pronoun of that gender may mean them: "Carl Dahl’s | brother, Bo".
 * Null where nobody does, or a thing: "Dahl’s house".
 */
export function ownedBy(
  { tokens, nameAt, lexicon }: Words,
  last: number,
  gender: Gender | null,
): { readonly head: number; readonly isNamed: boolean } | null {
  if (!/^['’]s?$/.test(tokens[last + 1]?.text ?? '')) return null
  for (let at = last + 2; at <= last + 2 + BETWEEN; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word' || nameAt[at] !== -1) return null
    if ((token.tags & TAG.role) === 0 || !endsThere(tokens[at + 1], nameAt[at + 1])) continue
    const own = lexicon.nounGenders.get(token.lower) ?? null
    if ((token.tags & TAG.many) !== 0 || (own !== null && gender !== null && own !== gender)) return null
    const name = tokens[at + 1]?.text === ',' ? at + 2 : at + 1
    return { head: at, isNamed: nameAt[name] !== undefined && nameAt[name] !== -1 }
  }
  return null
}

/** Behind "brother", where "Republican campaign" goes on. */
function endsThere(next: Token | undefined, name: number | undefined): boolean {
  if (next === undefined || next.kind === 'mark' || name !== -1 || next.verb !== undefined) return true
  return (next.tags & ENDS) !== 0
}

const ENDS = TAG.preposition | TAG.auxiliary | TAG.conjunction | TAG.subordinator | TAG.relative | TAG.adverb | TAG.time

/** "Carl Dahl’s brother, | Bo": whether a name that begins at a token is whose that is. */
export function isBehindOwned(words: Words, first: number, gender: Gender | null): boolean {
  const { tokens, nameAt } = words
  const noun = tokens[first - 1]?.text === ',' ? first - 2 : first - 1
  for (let at = noun - 1; at >= Math.max(1, noun - BETWEEN - 1); at -= 1) {
    if (!/^['’]s?$/.test(tokens[at]!.text)) continue
    return nameAt[at - 1] !== -1 && ownedBy(words, at - 1, gender)?.head === noun
  }
  return false
}
