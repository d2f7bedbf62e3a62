import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'

/** An auxiliary, or a verb of the lexicon in the past or with an s; of other verbs nothing is known. */
export function isFiniteVerb({ words }: Reading, item: number): boolean {
  const { tags, verb } = words.tokens[item]!
  if (words.nameAt[item] !== -1) return false
  if ((tags & TAG.auxiliary) !== 0) return true
  return verb !== undefined && (verb.forms.has('past') || verb.forms.has('s')) && !(tags & (TAG.role | TAG.report))
}
