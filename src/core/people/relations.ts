import { TAG } from '../text/tags.ts'
import type { Token } from '../text/tokens.ts'
import type { NameMention } from './name-shape.ts'

/** So far in front of a name the word for whose relative that is may stand: "Her daughter, the former child actor | Isla Lund". */
const REACH = 7

/** "Her daughter, the actor Isla Lund", "Lund’s wife, Ann Lund", "Ann Lund, his wife": whether a name is brought in as another’s relative. */
export function isRelative(tokens: readonly Token[], { titled, first, last }: NameMention): boolean {
  const { sentence } = tokens[first]!
  if (tokens[last + 1]?.text === ',' && isOwned(tokens, last + 3)) return true
  for (let at = titled - 1; at >= Math.max(0, titled - REACH) && tokens[at]!.sentence === sentence; at -= 1) {
    if (isOwned(tokens, at)) return true
    const { tags, verb, kind, text } = tokens[at]!
    // "Her daughter told Isla Lund": another than her daughter.
    if ((tags & (TAG.auxiliary | TAG.preposition | TAG.conjunction)) !== 0 || verb?.forms.past === true) return false
    if (kind === 'mark' && text !== ',') return false
  }
  return false
}

/** "her daughter", "Lund’s elder brother". */
function isOwned(tokens: readonly Token[], at: number): boolean {
  if (((tokens[at]?.tags ?? 0) & TAG.kin) === 0) return false
  return [at - 1, at - 2].some((before) => {
    const token = tokens[before]
    return token !== undefined && ((token.tags & TAG.possessive) !== 0 || /^['’]s?$/.test(token.text))
  })
}
