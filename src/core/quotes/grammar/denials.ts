import type { Reading } from '../features.ts'
import { isNegated } from './contrast.ts'
import type { Cue } from './cues.ts'
import { type Frame, isQuote } from './frames.ts'
import { textAt } from './text-at.ts'

/** "did not say", "never said", "it was not Carr who said": nothing is said by whom the cue names. */
export function isDenied(reading: Reading, frame: Frame, cue: Cue): boolean {
  if (cue.kind !== 'verb') return false
  const [far, near] = [textAt(reading, frame, cue.first - 2), textAt(reading, frame, cue.first - 1)]
  if (DENYING.has(near) || DENYING.has(far) || (near === 'have' && SUPPOSING.has(far))) return true
  if (isNegated(reading.words, cue.mention)) return true
  const { tokens } = reading.words
  const first = tokens[cue.mention.first]!
  const before = tokens[cue.mention.first - 1]
  return OPENING.test(first.lower) || (before?.sentence === first.sentence && OPENING.test(before.lower))
}

/** "might have said": perhaps nobody did. */
const SUPPOSING: ReadonlySet<string> = new Set(['might', 'may', 'could', 'would', 'should', 'must'])
/** "Neither Carr nor Egan said", "If Lund said “…”, she would go", "Did Lund say “…”?". */
const OPENING = /^(?:neither|nobody|if|unless|did|does)$/

const HELPERS = ['did', 'does', 'do', 'has', 'have', 'had', 'was', 'were', 'is', 'would', 'could', 'should']
const DENYING: ReadonlySet<string> = new Set([
  'not',
  'never',
  'cannot',
  ...HELPERS.flatMap((word) => [`${word}n't`, `${word}n’t`]),
])

/** "denied that he had called her “…”", "denied saying “…”": behind a denial, with no comma between. */
export function isUnderDenial(
  reading: Reading,
  frame: Frame,
  near: readonly Cue[],
  cue: Cue,
  position: number,
): boolean {
  const denial = near.findLast(({ verb, last }) => verb?.lemma === 'deny' && last < position && last <= cue.last)
  if (denial === undefined || cue.last > position) return false
  let isClause = false
  for (let at = denial.last + 1; at < position; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return false
    const { kind, text, lower, verb } = reading.words.tokens[item]!
    if (kind === 'mark' && /^[,:;—–]$/.test(text)) return false
    if (verb !== undefined || lower === 'that' || lower.endsWith('ing')) isClause = true
  }
  // "denied the claim as “preposterous”" are the denier's own words.
  return isClause
}
