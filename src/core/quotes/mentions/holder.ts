import { agree } from '../../people/agree.ts'
import type { Cast } from '../../people/people.ts'
import { lowerBound } from '../../text/lower-bound.ts'
import type { Mention, Words } from '../grammar/mentions.ts'
import type { Described } from './described.ts'
import type { Known } from './known.ts'

/** So many by one office or title are looked at, the newest: more than any article has, and a book costs no more. */
const MOST = 200

/**
 * "Her Honour said", "His Excellency said": the only one before it whom the article gives an office or a title of those who
 * are called so, and of that gender. Null where there is none, or where there are several.
 */
export function holderOf(words: Words, known: Known, mention: Mention): number | null {
  const { tokens, lexicon } = words
  const { genders } = known
  const offices = lexicon.courtesies.get(tokens[mention.head]!.lower) ?? []
  const titles = titlesOf(words, known.cast)
  const holders = new Set<number>()
  for (const office of offices)
    for (const list of [known.described.get(office) ?? [], titles.get(office) ?? []]) {
      const end = lowerBound(list.length, (index) => list[index]!.token < mention.first)
      for (let index = Math.max(0, end - MOST); index < end; index += 1) holders.add(list[index]!.at)
    }
  const fitting = [...holders].filter((at) => agree(genders[at]!, mention.gender))
  return fitting.length === 1 ? fitting[0]! : null
}

/** By word in lower case: who has it in front of the name, as "Sir" that describes nobody. */
const titled = new WeakMap<Cast, Described>()

function titlesOf({ tokens, names }: Words, cast: Cast): Described {
  const known = titled.get(cast)
  if (known !== undefined) return known
  const titles = new Map<string, { at: number; token: number }[]>()
  for (const [index, name] of names.entries())
    for (let token = name.titled; token < name.first; token += 1) {
      const { lower } = tokens[token]!
      const list = titles.get(lower) ?? []
      titles.set(lower, list)
      list.push({ at: cast.of[index]!, token })
    }
  titled.set(cast, titles)
  return titles
}
