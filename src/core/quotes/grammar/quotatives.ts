import type { Verb } from '../../lexicon.ts'
import { fieldsOf, VERB_FORMS, VERB_SENSES } from '../../lexicon.ts'
import { LIST } from '../../text/lists.ts'
import { TAG } from '../../text/tags.ts'
import { type Frame, isQuote } from './frames.ts'
import type { Words } from './mentions.ts'
import { phraseAfter } from './phrases.ts'

/** What any verb is that a quote and its speaker stand around: “…,” spluttered Lund. It reports nothing without marks. */
export const QUOTATIVE: Verb = {
  lemma: '',
  number: -1,
  forms: fieldsOf(VERB_FORMS, new Set(['past'])),
  senses: fieldsOf(VERB_SENSES, new Set(['voice'])),
  senseNumbers: [VERB_SENSES.indexOf('voice')],
}

const PAST = /^\p{Ll}{3,}ed$/u
const CLOSING = '"\'”’»'
/** Longest subject between a quote and its verb: “…,” the owner of the boat spluttered. */
const SUBJECT = 6

/**
 * Whether a word that the lexicon does not know reports the quote in front of it. English puts its subject behind a
 * verb in the past, with the quote in front, for no other verbs: “…!” spluttered Lund. With the subject first a comma
 * inside the marks says the same: “…,” Lund spluttered.
 */
export function isQuotative(words: Words, frame: Frame, position: number): boolean {
  const { tokens } = words
  const { items } = frame
  const { verb, tags, lower, capital } = tokens[items[position]!]!
  if (verb !== undefined || tags !== 0 || capital || !lower.endsWith('ed') || !PAST.test(lower)) return false
  if (isBehindQuote(words, frame, position, ',!?…—–-'))
    return isSpeaker(words, frame, position + 1) && !isGoverned(words, frame, position)
  for (let at = position - 1; at >= Math.max(1, position - SUBJECT); at -= 1) {
    const item = items[at]!
    if (isQuote(item)) return false
    if (isBehindQuote(words, frame, at, ',')) return isAlone(words, frame, at, position)
    if (tokens[item]!.kind === 'mark' || tokens[item]!.verb !== undefined) return false
  }
  return false
}

/** Nothing but the subject between, and no object behind: “…,” Lund opened the door. */
function isAlone(words: Words, frame: Frame, first: number, position: number): boolean {
  const { tokens, nameAt } = words
  const { items } = frame
  const subject = isSpeaker(words, frame, first) ? phraseAfter(words, frame, first) : null
  if (subject === null || items[position - 1] !== subject.last) return false
  const next = items[position + 1]
  if (next === undefined || isQuote(next)) return true
  const behind = tokens[next]!
  return behind.kind === 'mark' || (nameAt[next] === -1 && (behind.tags & BEHIND) !== 0)
}

/** "Dahl called it “a start,” fired Berg and left": the words have their verb in front of them. */
const isGoverned = ({ tokens, nameAt }: Words, { items }: Frame, position: number): boolean =>
  items.slice(0, position).some((item) => !isQuote(item) && nameAt[item] === -1 && tokens[item]!.verb !== undefined)

const BEHIND = TAG.preposition | TAG.adverb | TAG.conjunction | TAG.time

/** Whether a marked span that ends in one of these stands at once in front of a position. */
function isBehindQuote({ text, tokens }: Words, { items }: Frame, position: number, ends: string): boolean {
  const before = items[position - 1]
  if (before === undefined) return false
  if (!isQuote(before)) {
    const earlier = items[position - 2]
    return tokens[before]!.text === ',' && earlier !== undefined && isQuote(earlier)
  }
  let at = tokens[items[position]!]!.start - 1
  while (at > 0 && (CLOSING.includes(text[at]!) || text[at] === ' ')) at -= 1
  return ends.includes(text[at]!)
}

/** A name, "she" or "the mayor". */
function isSpeaker(words: Words, frame: Frame, at: number): boolean {
  const mention = phraseAfter(words, frame, at)
  if (mention === null) return false
  if (mention.kind === 'name') return words.names[mention.name!]!.kind !== 'place'
  if (mention.kind === 'pronoun') return mention.number === 'one' || mention.number === 'many'
  return (words.tokens[mention.head]!.tags & TAG.role) !== 0
}

/** "hit back", "weighed in": verbs that report with their particle alone. */
export function phrasalAt({ tokens, lexicon }: Words, { items }: Frame, position: number): Verb | null {
  const { lists, lower } = tokens[items[position]!]!
  if ((lists & LIST.phrasal) === 0) return null
  const particles = lexicon.phrasal.get(lower)
  const next = items[position + 1]
  if (particles === undefined || next === undefined || isQuote(next)) return null
  return particles.get(tokens[next]!.lower) ?? null
}
