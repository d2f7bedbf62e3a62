import { TAG } from '../../text/tags.ts'
import { type Frame, isQuote } from './frames.ts'
import type { Words } from './mentions.ts'
import { phraseEnd } from './phrase-end.ts'

/** How far the phrase behind one of them is read, in items. */
const REACH = 60

/** Prepositions that open a clause where somebody stands behind them: "it came hours after | Lund said". */
const CLAUSAL: ReadonlySet<string> = new Set(['after', 'before', 'since', 'until', 'till'])

/** Whether a clause of its own begins behind the word at `at`: "Dahl wept as | the judge said". */
export function opensClause(words: Words, frame: Frame, at: number): boolean {
  const { lower } = words.tokens[frame.items[at]!]!
  if (CLAUSAL.has(lower)) return isSpeakerAt(words, frame, at + 1)
  return lower === 'as' && !isTaken(words, frame, at) && isSubjectAt(words, frame, at + 1)
}

/** Whether a name, or a phrase about people, begins there. */
function isSpeakerAt(words: Words, frame: Frame, at: number): boolean {
  const item = frame.items[at]!
  if (isQuote(item)) return false
  const name = words.names[words.nameAt[item]!]
  if (name !== undefined) return name.kind !== 'place'
  return (words.tokens[headAt(words, frame, at)]!.tags & (TAG.role | TAG.body)) !== 0
}

/** A phrase that can be a subject: "as mayor" is what somebody is, "as the mayor" and "as mayor Bo Berg" who does something. */
function isSubjectAt(words: Words, frame: Frame, at: number): boolean {
  const item = frame.items[at]!
  if (isQuote(item) || words.nameAt[item] !== -1) return isSpeakerAt(words, frame, at)
  const head = headAt(words, frame, at)
  const name = words.names[words.nameAt[head]!]
  if (name !== undefined) return name.kind !== 'place'
  const isSet = (words.tokens[item]!.tags & (TAG.determiner | TAG.possessive)) !== 0
  const needs = isSet ? TAG.role | TAG.body | TAG.many : TAG.many
  return (words.tokens[head]!.tags & needs) !== 0
}

const headAt = (words: Words, frame: Frame, at: number): number =>
  frame.items[phraseEnd(words, frame, at, Math.min(frame.items.length - 1, at + REACH))]!

/** "known as the Fox", "in his role as the chairman", "as well as the union": no clause begins there. */
function isTaken({ tokens, lexicon }: Words, { items }: Frame, at: number): boolean {
  const before = items[at - 1]
  const behind = items[at + 1]!
  // "three times as many residents said".
  if (!isQuote(behind) && /^(?:many|much|few)$/.test(tokens[behind]!.lower)) return true
  return before === undefined || isQuote(before) || lexicon.takesAs.has(tokens[before]!.lower)
}
