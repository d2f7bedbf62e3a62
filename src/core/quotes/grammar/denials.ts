import { TAG } from '../../text/tags.ts'
import type { Token } from '../../text/tokens.ts'
import type { Reading } from '../features.ts'
import { isNotThis } from './contrast.ts'
import type { Cue } from './cues.ts'
import { type Frame, isQuote } from './frames.ts'
import { lowerAt, textAt } from './text-at.ts'

/** "did not say", "never said", "might have said". */
export function isNegated(reading: Reading, frame: Frame, { kind, first }: Cue): boolean {
  const [far, near] = [textAt(reading, frame, first - 2), textAt(reading, frame, first - 1)]
  return kind === 'verb' && (DENYING.has(near) || DENYING.has(far) || (near === 'have' && SUPPOSING.has(far)))
}

/** "did not say", "Did Lund say?", "if Lund says", "nobody said", "it was not Lund who said": nothing is said by whom the cue names. */
export function isDenied(reading: Reading, frame: Frame, cue: Cue): boolean {
  if (cue.kind !== 'verb') return false
  if (isNegated(reading, frame, cue) || isNotThis(reading.words, cue.mention)) return true
  if (isWished(reading, frame, cue) || isWithheld(reading, frame, cue)) return true
  const { tokens } = reading.words
  const first = tokens[cue.mention.first]!
  const before = tokens[cue.mention.first - 1]
  if (OPENING.has(first.lower) || (NONE.has(first.lower) && !isNotNone(tokens[cue.mention.first + 1]))) return true
  if (before === undefined || before.sentence !== first.sentence) return false
  return OPENING.has(before.lower) || isTurned(reading, frame, cue.mention.first - 1)
}

/** "might have said": perhaps nobody did. */
const SUPPOSING: ReadonlySet<string> = new Set(['might', 'may', 'could', 'would', 'should', 'must'])
/**
 * "Neither Carr nor Egan said", "If Lund said “…”, she would go", "Did Lund say “…”?", "It is not clear whether Lund said".
 */
const OPENING: ReadonlySet<string> = new Set(
  'neither nobody if unless whether did does suppose supposing imagine'.split(' '),
)
/** "No 10 said", "no wonder Lund said". */
const isNotNone = (next: Token | undefined): boolean =>
  next !== undefined && (next.kind === 'number' || /^(?:wonder|doubt)$/.test(next.lower))

/** Nobody: "No minister has said". */
const NONE: ReadonlySet<string> = new Set(['no', 'none', 'no-one', 'few', 'hardly'])
/** In front of its subject: "Has Lund ever called it “…”?", "Had Lund said “…”, she would have gone". */
const TURNED = /^(?:has|have|had|would|could|should|might|may|can|will|is|are|was|were)(?:n['’]t)?$/

/** "stopped short of saying", "left without saying", "avoided saying", "rather than say": it was not said. */
function isWithheld(reading: Reading, frame: Frame, { first }: Cue): boolean {
  const before = lowerAt(reading, frame, first - 1)
  switch (before) {
    case 'of':
      return /^(?:short|instead)$/.test(lowerAt(reading, frame, first - 2))
    case 'than':
      return lowerAt(reading, frame, first - 2) === 'rather'
    case 'from':
      return [2, 3, 4].some((steps) => KEEPING.test(lowerAt(reading, frame, first - steps)))
    default:
      return WITHHOLDING.test(before)
  }
}

/** With what is not said at once behind: "denied telling" is itself a report, of the denial. */
const WITHHOLDING = /^(?:without|avoid(?:s|ed|ing)?|resist(?:s|ed|ing)?|den(?:y|ies|ied|ying))$/
const KEEPING =
  /^(?:sh(?:y|ies|ied|ying)|refrain(?:s|ed|ing)?|stop(?:s|ped)?|ke(?:ep|eps|pt)|desist(?:s|ed)?|far|bar(?:s|red)?|ban(?:s|ned)?|prevent(?:s|ed)?|abstain(?:s|ed)?|held|shrank|backed)$/

/** "Lund wishes Berg had said": with no mark between the wish and the verb. */
function isWished(reading: Reading, frame: Frame, { first }: Cue): boolean {
  if (textAt(reading, frame, first - 1) !== 'had') return false
  for (let at = first - 2; at >= Math.max(0, first - WISH_REACH); at -= 1) {
    const word = textAt(reading, frame, at)
    if (isQuote(frame.items[at]!) || /^[,;:—–]$/.test(word)) return false
    if (WISH.test(word)) return true
  }
  return false
}

const WISH = /^wish(?:es|ed|ing)?$/i
const WISH_REACH = 8

/** Whether an auxiliary in front of a subject asks or supposes: first in its sentence or clause, which is a question or "had". */
function isTurned(reading: Reading, frame: Frame, item: number): boolean {
  const { tokens } = reading.words
  const { lower } = tokens[item]!
  if (!TURNED.test(lower)) return false
  const at = frame.items.indexOf(item)
  const opens = at === 0 || /^(?:,|;|and|but|or|so|why|when|where|how|what|who)$/i.test(textAt(reading, frame, at - 1))
  const last = frame.items.at(-1)!
  return opens && (lower.startsWith('had') || (!isQuote(last) && tokens[last]!.text === '?'))
}

const HELPERS = ['did', 'does', 'do', 'has', 'have', 'had', 'was', 'were', 'is', 'would', 'could', 'should']
const DENYING: ReadonlySet<string> = new Set([
  'not',
  'never',
  'neither',
  'nor',
  'cannot',
  ...HELPERS.flatMap((word) => [`${word}n't`, `${word}n’t`]),
])

/** "denied that he had called her “…”", "denied he was “…”", "denied saying “…”": behind a denial, with no comma between. */
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
    const { kind, text, lower, verb, tags } = reading.words.tokens[item]!
    if (kind === 'mark' && /^[,:;—–]$/.test(text)) return false
    // "denied the reports and said they were “…”": a second verb of the denier’s own.
    if (/^(?:and|but)$/.test(lower) && near.some(({ first }) => first === at + 1)) return false
    const hasTense = (tags & TAG.auxiliary) !== 0 && lower !== "'s"
    if (verb !== undefined || hasTense || lower === 'that' || lower.endsWith('ing')) isClause = true
  }
  // "denied the claim as “preposterous”" are the denier's own words.
  return isClause
}
