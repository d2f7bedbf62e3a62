import { agree } from '../../people/agree.ts'
import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import { TO } from './equals.ts'
import type { Known } from './known.ts'

/** So many words may lead to a name: "his long-time friend and coach, Bo Berg". */
const LEAD = 5

/**
 * "Dahl praised his coach, Bo Berg. “…,” he said": whether a sentence ends with somebody whom the article names there for
 * the first time, who may be meant as well. A name with a role in front of it or an age behind it is somebody.
 */
export function endsWithAnother(
  { frames, words }: Reading,
  { cast, genders, isSomebody }: Known,
  frame: number,
  { first, gender }: Mention,
  speaker: number,
): boolean {
  const { tokens, nameAt, names } = words
  const { items } = frames[frame]!
  for (let position = items.length - 1; position >= 0; position -= 1) {
    const item = items[position]!
    if (isQuote(item) || item >= first) continue
    const name = nameAt[item]!
    if (name === -1) {
      if (tokens[item]!.kind === 'word') return false
      continue
    }
    const at = cast.of[name]!
    if (at === speaker || cast.named[at]!.mentions[0] !== name || isSomebody(at) === false) return false
    return agree(genders[at]!, gender) && isDescribed(name) && !isTold(name)
  }
  return false

  /** "He denied that he had called referee Bo Berg a coward", "the policies of President Bo Berg". */
  function isTold(name: number): boolean {
    const { titled } = names[name]!
    // The comma in front of the name itself parts nothing: "his coach, Bo Berg".
    const clause = items.findLastIndex((item) => item >= 0 && item < titled - 1 && tokens[item]!.text === ',')
    return items.slice(clause + 1).some((item) => {
      if (isQuote(item) || item >= titled || nameAt[item] !== -1) return false
      const { tags, lower } = tokens[item]!
      if ((tags & (TAG.subordinator | TAG.relative)) !== 0) return true
      // "Got a call from his coach, Bo Berg".
      if (lower === 'from' && ((tokens[item - 1]?.tags ?? 0) & TAG.report) !== 0) return false
      return item >= titled - LEAD && (tags & TAG.preposition) !== 0 && !TO.has(lower)
    })
  }

  function isDescribed(name: number): boolean {
    const { titled, first: start, last } = names[name]!
    if (titled < start || /^\d{1,2}$/.test(tokens[last + 2]?.text ?? '')) return true
    const noun = tokens[titled - 1]?.text === ',' ? titled - 2 : titled - 1
    return noun >= 0 && nameAt[noun] === -1 && (tokens[noun]!.tags & TAG.role) !== 0
  }
}
