import { TAG } from '../../text/tags.ts'
import type { Token } from '../../text/tokens.ts'
import { hasPastForm } from './finite.ts'
import { isPerson, type Words } from './mentions.ts'

/** Whether a word in lower case behind a noun is that noun’s verb: "Lund needled", "the team cited". */
export function isVerbal(words: Words, item: number, previous: number): boolean {
  const { tokens, nameAt } = words
  const token = tokens[item]!
  const before = tokens[previous]!
  if ((before.tags & (TAG.determiner | TAG.possessive)) !== 0 && nameAt[previous] === -1) return false
  if (token.verb !== undefined && (token.tags & (TAG.role | TAG.body | TAG.report)) === 0)
    return token.verb.forms.past || (token.verb.forms.s && (nameAt[previous] !== -1 || governs(tokens[item + 1])))
  // "Wilmot assails the plan": no noun that is somebody’s takes an object.
  if (token.tags === 0 && /[^s]s$/.test(token.lower) && isPerson(words, previous) && governs(tokens[item + 1]))
    return true
  // "The singer shakes her head", but "worker rights in": a role takes what follows in front of nouns as well.
  const isOne = (before.tags & TAG.role) !== 0 && (before.tags & TAG.many) === 0 && nameAt[previous] === -1
  if (isOne && token.tags === 0 && /[^s]s$/.test(token.lower) && takesObject(tokens[item + 1])) return true
  if (!hasPastForm(token.lower)) return false
  return nameAt[previous] !== -1 || (before.tags & (TAG.role | TAG.body | TAG.pronoun | TAG.kin)) !== 0
}

const takesObject = (next: Token | undefined): boolean =>
  next !== undefined && (next.tags & (TAG.determiner | TAG.possessive | TAG.object)) !== 0

/** Whether a word takes up what stands before it as its verb does: "concludes with", "assails the", "supports “fair raises”". */
const governs = (next: Token | undefined): boolean =>
  next !== undefined &&
  ((next.tags & (TAG.determiner | TAG.possessive | TAG.preposition | TAG.object)) !== 0 || /^["“‘«„]/.test(next.text))
