import type { Description } from '../../people/descriptions.ts'
import type { Cast } from '../../people/people.ts'
import { lowerBound } from '../../text/lower-bound.ts'
import { TAG } from '../../text/tags.ts'
import { type Reading, tokenAt } from '../features.ts'
import type { Mention } from '../grammar/mentions.ts'
import type { Described } from './described.ts'

/** By the word for a nation in lower case: of whom the article says that they are of it: "Italian coach Paolo Verri". */
export function findNations({ words }: Reading, cast: Cast, descriptions: readonly Description[]): Described {
  const { tokens } = words
  const nations = new Map<string, { at: number; token: number }[]>()
  for (const { name, span } of descriptions) {
    for (let token = tokenAt(words, span.start); token < tokens.length && tokens[token]!.start < span.end; token += 1) {
      const { tags, lower, text } = tokens[token]!
      // "A spokesman for the German firm".
      if ((tags & (TAG.preposition | TAG.relative)) !== 0 || text === ',') break
      if (!isNation(tags)) continue
      const list = nations.get(lower) ?? []
      nations.set(lower, list)
      list.push({ at: cast.of[name]!, token })
    }
  }
  // Of one name the description behind it comes before the one in front.
  for (const list of nations.values()) list.sort((a, b) => a.token - b.token)
  return nations
}

/** "Italian", and not "Republican", which is a side that somebody takes. */
const isNation = (tags: number): boolean => (tags & TAG.nation) !== 0 && (tags & TAG.role) === 0

/** "the Italian", "the Swede": one person by nation alone. */
export const isByNation = ({ words: { tokens } }: Reading, { head, number }: Mention): boolean =>
  number === 'one' && isNation(tokens[head]!.tags)

/** So many by one word are looked at, the newest: more than any article has, and a book costs no more. */
const MOST = 200

/** Those whom the article has called by that nation before a token, and those whom it has called by any. */
export function ofNation(
  nations: Described,
  nation: string,
  end: number,
): { readonly own: readonly number[]; readonly any: ReadonlySet<number> } {
  const own = new Set<number>()
  const any = new Set<number>()
  for (const [other, list] of nations) {
    const isSame = isSameNation(nation, other)
    const behind = lowerBound(list.length, (index) => list[index]!.token < end)
    for (let index = Math.max(0, behind - MOST); index < behind; index += 1) {
      any.add(list[index]!.at)
      if (isSame) own.add(list[index]!.at)
    }
  }
  return { own: [...own], any }
}

/** "Swede" and "Swedish", "Frenchwoman" and "French": the people and what is theirs begin alike. */
const isSameNation = (one: string, other: string): boolean =>
  one === other || (one.slice(0, ALIKE) === other.slice(0, ALIKE) && (ADJECTIVE.test(one) || ADJECTIVE.test(other)))

const ALIKE = 3
const ADJECTIVE = /(?:sh|ch)$/
