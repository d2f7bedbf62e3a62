import { TAG } from '../../text/tags.ts'
import type { Mention, Words } from '../grammar/mentions.ts'
import { type Described, isDescriptionAt } from './described.ts'

/** So many tokens back somebody may have been brought in. */
const LOOK_BACK = 150
/** "an LTB spokesman", "one of the port’s former pilots". */
const LEAD = 4
const INDEFINITE = /^(?:an?|another|one)$/

/**
 * "An LTB spokesman said …. The spokesman added": whether who is meant was brought in without a name, so that it is
 * nobody who has one. "A spokesman, Ana Lund," has, and "Ana Lund, a spokesman".
 */
export function isUnnamed({ tokens, nameAt }: Words, { first, head }: Mention, described: Described): boolean {
  // "the chief financial officer": another officer without a name is not meant.
  if (head > first + 1) return false
  const noun = tokens[head]!.lower
  for (let at = first - 1; at >= Math.max(0, first - LOOK_BACK); at -= 1) {
    if (tokens[at]!.lower !== noun) continue
    // "Spokesman Ana Lund".
    if (nameAt[at] !== -1 || nameAt[at + 1] !== -1) return false
    if (isDescriptionAt(described, noun, at)) return false
    if (isIndefinite(at)) return !isNamedBehind(at)
  }
  return false

  function isIndefinite(at: number): boolean {
    for (let back = at - 1; back >= Math.max(0, at - LEAD); back -= 1) {
      const { lower, kind, tags } = tokens[back]!
      if (INDEFINITE.test(lower)) return true
      if (kind === 'mark' || (nameAt[back] === -1 && (tags & (TAG.determiner | TAG.preposition)) !== 0)) return false
    }
    return false
  }

  /** "a spokesman for the port, Ana Lund", "a lawyer who gave her name as Ana". */
  function isNamedBehind(at: number): boolean {
    for (let next = at + 1; next < at + NAME && tokens[next]?.sentence === tokens[at]!.sentence; next += 1) {
      const { verb } = tokens[next]!
      if (nameAt[next] !== -1 && /^(?:,|as|called|named)$/.test(tokens[next - 1]!.lower)) return true
      if (verb?.senses.say === true && verb.forms.past && nameAt[next] === -1) return false
    }
    return false
  }
}
/** So far behind the noun its name may stand. */
const NAME = 20
