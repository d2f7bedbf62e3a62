import { endOfTicker } from '../../people/brackets.ts'
import { TAG } from '../../text/tags.ts'
import { IRREGULAR_PAST } from './finite.ts'
import { type Frame, isQuote } from './frames.ts'
import type { Words } from './mentions.ts'
import { WHICH } from './times.ts'
import { isVerbal } from './verbal.ts'

/** What no noun phrase runs over. */
export const BARRIER = TAG.subordinator | TAG.relative | TAG.auxiliary

/** "the boys’ | manager": the apostrophe of a plural that owns. */
function ownsPlural({ tokens }: Words, item: number): boolean {
  const { text, start, end } = tokens[item]!
  if (text !== "'" && text !== '’') return false
  const owner = tokens[item - 1]
  const owned = tokens[item + 1]
  return (
    owner !== undefined && owned !== undefined && owner.end === start && owner.lower.endsWith('s') && owned.start > end
  )
}

/** Position of the last item of the noun phrase that starts at `at`. */
export function phraseEnd(words: Words, frame: Frame, at: number, end: number): number {
  const { tokens, nameAt } = words
  // "of “Brand Ost” | plans": a marked span is no word of a phrase.
  if (isQuote(frame.items[at]!)) return at
  let stop = at
  for (let next = at + 1; next <= end; next += 1) {
    const item = frame.items[next]!
    if (isQuote(item)) break
    const token = tokens[item]!
    const previous = frame.items[next - 1]!
    const ticker = token.text === '(' ? endOfTicker(tokens, item) : -1
    if (ticker !== -1) {
      next += ticker - item
      continue
    }
    if (nameAt[item] === -1 || nameAt[item] !== nameAt[previous]) {
      if (token.kind === 'mark' && token.text !== '-' && token.text !== '/' && !ownsPlural(words, item)) break
      if (
        token.tags & (TAG.preposition | BARRIER | TAG.conjunction | TAG.pronoun | TAG.object) &&
        token.lower !== "'s" &&
        nameAt[item] === -1
      )
        break
      if (
        token.tags & (TAG.determiner | TAG.possessive) &&
        nameAt[item] === -1 &&
        !(tokens[previous]!.tags & TAG.determiner)
      )
        break
      // "Lund also veered", "Lund publicly": a name is whole in front of an adverb.
      if (token.tags & TAG.adverb && nameAt[item] === -1 && (token.lower.endsWith('ly') || nameAt[previous] !== -1))
        break
      if (nameAt[item] === -1 && (isSetBehind(words, frame, next) || isDoing(words, frame, next))) break
      // "Egan | rather than Carr", "the union | instead of the council".
      if (next > at && /^(?:rather|instead)$/.test(token.lower) && nameAt[item] === -1) break
      // "by the union | last week".
      if (WHICH.has(token.lower) && nameAt[item] === -1 && isTimeBehind(words, frame, next)) break
      if (token.tags & TAG.time && nameAt[item] === -1 && tokens[next + 1]?.lower !== "'s") break
      if (
        stop >= at &&
        (token.tags | TAG.function) === TAG.function &&
        nameAt[item] === -1 &&
        !token.capital &&
        isVerbal(words, item, previous)
      )
        break
      if (token.verb !== undefined && nameAt[item] === -1 && isVerbal(words, item, previous)) break
      // "said thieves | came": many without an article, and what they did.
      if (stop === at && !token.capital && IRREGULAR_PAST.has(token.lower) && isBarePlural(words, previous)) break
      // "a letter from Ann Lee | saying".
      if (token.lower === 'saying' && nameAt[previous] !== -1) break
      // A name that follows a report noun or a name opens a phrase of its own: "in a statement | Smith".
      if (nameAt[item] !== -1 && (tokens[previous]!.tags & TAG.report) !== 0) break
    }
    stop = next
  }
  return stop
}

/** "thieves", "goats": many, of whom no list knows anything. */
export const isBarePlural = ({ tokens, nameAt }: Words, item: number): boolean =>
  nameAt[item] === -1 && (tokens[item]!.tags & ~TAG.function) === 0 && /[^s]s$/.test(tokens[item]!.lower)

/** "the union | last week", but "the last week". */
function isTimeBehind({ tokens }: Words, { items }: Frame, at: number): boolean {
  const [before, behind] = [items[at - 1]!, items[at + 1]]
  if (behind === undefined || isQuote(behind) || isQuote(before)) return false
  return (tokens[before]!.tags & (TAG.determiner | TAG.possessive)) === 0 && (tokens[behind]!.tags & TAG.time) !== 0
}

/** "a person | familiar with the plan", "officials | close to her": what describes somebody from behind. */
function isSetBehind({ tokens }: Words, { items }: Frame, at: number): boolean {
  const next = items[at + 1]
  return (
    SET_BEHIND.test(tokens[items[at]!]!.lower) &&
    next !== undefined &&
    !isQuote(next) &&
    (tokens[next]!.tags & TAG.preposition) !== 0 &&
    (tokens[items[at - 1]!]!.tags & (TAG.role | TAG.many)) !== 0
  )
}

/** "a lawyer | representing Lund", "police | investigating the fire": a participle with its object, behind somebody’s role. */
function isDoing({ tokens, nameAt }: Words, { items }: Frame, at: number): boolean {
  const { lower, capital, tags } = tokens[items[at]!]!
  if (capital || (tags & ~TAG.function) !== 0 || !/..ing$/.test(lower)) return false
  const [before, next] = [items[at - 1]!, items[at + 1]]
  if (next === undefined || isQuote(next) || isQuote(before) || nameAt[before] !== -1) return false
  if ((tokens[before]!.tags & (TAG.role | TAG.body | TAG.many)) === 0) return false
  return nameAt[next] !== -1 || (tokens[next]!.tags & (TAG.determiner | TAG.possessive)) !== 0
}

const SET_BEHIND = /^(?:familiar|close|aware|responsible|involved|present|critical|loyal|briefed|based)$/
