import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'

/** An auxiliary, or a verb of the lexicon in the past or with an s; of other verbs nothing is known. */
export function isFiniteVerb({ words }: Reading, item: number): boolean {
  const { tags, verb } = words.tokens[item]!
  if (words.nameAt[item] !== -1) return false
  if ((tags & TAG.auxiliary) !== 0) return true
  return verb !== undefined && (verb.forms.past || verb.forms.s) && !(tags & (TAG.role | TAG.report))
}

/** Verbs in the past that no ending tells and that are no common noun: "Lund tore into the board". */
export const IRREGULAR_PAST: ReadonlySet<string> = new Set(
  `arose ate beat became began blew bore bought broke brought built burst came caught chose crept cut dealt drank drew
drove fell felt fled flew fought found froze gave got grew held heard hid hit hung kept knelt knew laid lay led left lent let lit lost
made met paid put ran rang rode rose sank sang sat sent shook shot sold spent spoke sprang stole stood strode struck
stuck swam swept swung taught threw tore took went woke won wore`.split(/\s+/),
)

/** "died", "chose": the form of a past, of whatever else it may be. */
export const hasPastForm = (lower: string): boolean => lower.endsWith('ed') || IRREGULAR_PAST.has(lower)

/** "Two people | died", "the council | chose": by its ending, and not in front of a noun. */
export function isPlainPast({ words: { tokens, nameAt } }: Reading, at: number): boolean {
  const [{ lower, capital }, before] = [tokens[at]!, tokens[at - 1]!]
  if (capital || nameAt[at] !== -1 || !hasPastForm(lower)) return false
  const leads = TAG.determiner | TAG.possessive | TAG.preposition | TAG.adverb
  return before.kind !== 'mark' && (nameAt[at - 1] !== -1 || (before.tags & leads) === 0)
}
