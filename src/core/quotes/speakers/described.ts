import type { Description } from '../../people/descriptions.ts'
import type { Cast } from '../../people/people.ts'
import { TAG } from '../../text/tags.ts'
import { type Reading, tokenAt } from '../features.ts'

/** Who was described by a noun where: "Nadia Perlman, a spokeswoman for the railway", "engineer Frida Moll", "Mayor Sand". */
interface DescribedBy {
  /** Index in the cast. */
  readonly at: number
  /** Index of the token of the noun. */
  readonly token: number
}

/** By noun in lower case, in text order: whom the article describes by it. */
export type Described = ReadonlyMap<string, readonly DescribedBy[]>

/** The nouns of a role, title or kin with which the article introduces its people. */
export function findDescribed(reading: Reading, cast: Cast, descriptions: readonly Description[]): Described {
  const { words } = reading
  const { tokens, names } = words
  const found: { noun: string; at: number; token: number }[] = []
  const note = (at: number, token: number) => {
    const { tags, lower } = tokens[token]!
    if ((tags & TAG.role) !== 0 && (tags & TAG.many) === 0) found.push({ noun: lower, at, token })
  }
  for (const { name, span } of descriptions) {
    const at = cast.of[name]!
    for (let token = tokenAt(words, span.start); token < tokens.length && tokens[token]!.start < span.end; token += 1) {
      const { tags, text } = tokens[token]!
      // Behind "of", "for" or a comma others are told of: "a spokesman for the mayor".
      if ((tags & (TAG.preposition | TAG.relative)) !== 0 || text === ',') break
      note(at, token)
    }
  }
  for (const [index, { titled, first }] of names.entries())
    for (let token = titled; token < first; token += 1) note(cast.of[index]!, token)
  const described = new Map<string, DescribedBy[]>()
  for (const { noun, at, token } of found.sort((a, b) => a.token - b.token)) {
    const list = described.get(noun)
    if (list === undefined) described.set(noun, [{ at, token }])
    else list.push({ at, token })
  }
  return described
}

/** The only one whom the article has described by a noun before a token; null where nobody, undefined where several. */
export function onlyDescribed(described: Described, noun: string, before: number): number | null | undefined {
  let only: number | null = null
  for (const { at, token } of described.get(noun) ?? []) {
    if (token >= before) break
    if (only !== null && only !== at) return undefined
    only = at
  }
  return only
}
