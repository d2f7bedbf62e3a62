import { agree } from '../../people/agree.ts'
import type { Mention, Words } from '../grammar/mentions.ts'
import type { Known } from './known.ts'

/**
 * "Her Honour said", "His Excellency said": the only one before it whom the article gives an office or a title of those who
 * are called so, and of that gender. Null where there is none, or where there are several.
 */
export function holderOf({ tokens, names, lexicon }: Words, known: Known, mention: Mention): number | null {
  const { cast, genders, described } = known
  const offices = lexicon.courtesies.get(tokens[mention.head]!.lower) ?? []
  const holders = new Set<number>()
  for (const office of offices)
    for (const { at, token } of described.get(office) ?? []) if (token < mention.first) holders.add(at)
  for (const [index, { titled, first }] of names.entries()) {
    if (first > mention.first) break
    for (let token = titled; token < first; token += 1)
      if (offices.includes(tokens[token]!.lower)) holders.add(cast.of[index]!)
  }
  const fitting = [...holders].filter((at) => agree(genders[at]!, mention.gender))
  return fitting.length === 1 ? fitting[0]! : null
}
