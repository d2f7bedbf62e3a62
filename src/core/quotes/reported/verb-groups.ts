import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import { IRREGULAR_PAST } from '../grammar/finite.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'

/** A finite verb with its auxiliaries: "could not be verified". */
export interface VerbGroup {
  readonly first: number
  readonly last: number
  /** "knew", "warned": another clause may follow with no word to lead it. */
  readonly leads: boolean
}

/** The finite verbs from a position on, up to another, as far as endings and the lexicon tell. */
export function verbGroups(reading: Reading, frame: Frame, from: number, end: number): VerbGroup[] {
  const groups: VerbGroup[] = []
  for (let at = from; at < end; at += 1) {
    if (!isFiniteAt(reading, frame, at)) continue
    const first = at
    while (at + 1 < end && goesOn(reading, frame, at + 1)) at += 1
    groups.push({ first, last: at, leads: leadsOn(reading, frame, at) })
  }
  return groups
}

/** Whether a finite verb stands there, of the lexicon or by its ending. */
export function isFiniteAt({ words: { tokens, nameAt } }: Reading, { items }: Frame, at: number): boolean {
  const item = items[at]
  if (item === undefined || isQuote(item) || nameAt[item] !== -1) return false
  const { tags, lower, verb, kind, capital } = tokens[item]!
  // "in May".
  if (capital && (tags & TAG.time) !== 0) return false
  if (kind !== 'word' || lower === "'s" || lower === 'be' || lower === 'been' || lower === 'being') return false
  const before = items[at - 1]
  const previous = before === undefined || isQuote(before) ? undefined : tokens[before]!
  // "the claimed loss", "to have", "by raised": no verb of a clause there.
  if (previous !== undefined && nameAt[before!] === -1) {
    if (previous.lower === 'to') return false
    if ((previous.tags & (TAG.determiner | TAG.possessive)) !== 0 && !STANDS_ALONE.test(previous.lower)) return false
    // "went on came": a particle holds no verb.
    const isHeld = (tags & TAG.auxiliary) === 0 && !IRREGULAR_PAST.has(lower)
    if (isHeld && (previous.tags & TAG.preposition) !== 0) return false
  }
  if ((tags & TAG.auxiliary) !== 0) return lower !== 'having'
  if ((tags & (TAG.role | TAG.report | TAG.body)) !== 0) return false
  if (verb !== undefined) return verb.forms.past || (verb.forms.s && lower.endsWith('s'))
  if (IRREGULAR_PAST.has(lower) && !NOUNS.test(lower)) return true
  return /\p{L}{3,}ed$/u.test(lower) && !isSetBehind(tokens[items[at + 1] ?? -1]?.lower)
}

/** "that was", "some said", "all knew". */
const STANDS_ALONE = /^(?:this|that|these|those|some|all|both|many|most|few|several|each|one|two|no)$/
/** Pasts that are met as nouns too. */
const NOUNS = /^(?:cut|hit|let|put|set|felt|left|ran|rose|shot|wore|bore)$/
/** "the letters ignored by her": what is told of a noun. */
const isSetBehind = (next: string | undefined): boolean => next === 'by'

function goesOn({ words: { tokens, nameAt } }: Reading, { items }: Frame, at: number): boolean {
  const item = items[at]!
  if (isQuote(item) || nameAt[item] !== -1) return false
  const { tags, verb, lower } = tokens[item]!
  if ((tags & (TAG.auxiliary | TAG.adverb)) !== 0 || lower === 'not' || lower === "n't") return true
  const before = items[at - 1]!
  if (isQuote(before) || (tokens[before]!.tags & (TAG.auxiliary | TAG.adverb)) === 0) return false
  return verb !== undefined || /(?:ed|en|ing)$/.test(lower) || IRREGULAR_PAST.has(lower)
}

function leadsOn({ words: { tokens } }: Reading, { items }: Frame, at: number): boolean {
  const item = items[at]!
  if (isQuote(item)) return false
  const { verb } = tokens[item]!
  return verb !== undefined && (['say', 'state', 'think', 'ask'] as const).some((sense) => verb.senses[sense])
}
