import type { NameMention } from '../../people/name-shape.ts'
import { TAG } from '../../text/tags.ts'
import { type Frame, isQuote } from './frames.ts'
import { type Mention, readMention, type Words } from './mentions.ts'
import { phraseEnd } from './phrase-end.ts'

/**
 * "Governor of Washington Ana Lund", "head of the Harbour Council Ana Lund", "director of services Ana Lund": the name is
 * who it is.
 */
export function nameBehindRole(
  words: Words,
  frame: Frame,
  mention: Mention,
  stop: number,
  end: number,
): Mention | null {
  const { tokens, names, nameAt } = words
  if (mention.kind === 'pronoun' || (tokens[mention.head]!.tags & (TAG.role | TAG.body)) === 0) return null
  let at = stop + 1
  for (let tail = 0; tail < 2 && at <= end; tail += 1) {
    const item = frame.items[at]!
    if (isQuote(item) || (tokens[item]!.tags & TAG.preposition) === 0 || at === end) return null
    let last = phraseEnd(words, frame, at + 1, end)
    const closing = frame.items[last]!
    // "Minister for Health Ana Lund TD".
    if (!isQuote(closing) && nameAt[closing] === -1 && words.lexicon.suffixes.has(tokens[closing]!.text)) last -= 1
    const token = frame.items[last]!
    const name = isQuote(token) ? -1 : nameAt[token]!
    const named = names[name]
    if (
      named !== undefined &&
      named.first > frame.items[at + 1]! &&
      named.last > named.first &&
      named.kind !== 'body'
    ) {
      const before = nameAt[named.titled - 1]
      const isWhole = (before !== undefined && before !== -1) || isPortfolio(words, mention, item + 1, named)
      if (isWhole) return readMention(words, mention.first, named.last)
    }
    at = last + 1
  }
  return null
}

/**
 * "director of | customer services | Ana Lund": what an office is for, in small words without an article. "The owner of
 * restaurant Casa Lund", "the mother of victim Ana Lund" and "the director of film Blue Tide" are somebody else: of what
 * no list knows as a name, only what is always a field of work leads to it.
 */
function isPortfolio(
  { tokens, lexicon }: Words,
  { head }: Mention,
  from: number,
  { titled, kind }: NameMention,
): boolean {
  const office = tokens[head]!.lower
  if (titled === from || !(lexicon.offices.has(capitalised(office)) || LEADS.test(office))) return false
  for (let at = from; at < titled; at += 1) {
    const { kind: is, capital, verb, lower } = tokens[at]!
    if (is !== 'word' || capital || lower === "'s") return false
    if ((verb?.forms.past === true || verb?.senses.say === true) && !HELD.test(lower)) return false
  }
  const noun = tokens[titled - 1]!
  if (HELD.test(noun.lower) || isField(noun.lower)) return true
  return kind === 'person' && (noun.tags & ~(TAG.function | TAG.report)) === 0

  function isField(noun: string): boolean {
    return (
      lexicon.officeWords.has(capitalised(noun)) || (FIELD.test(noun) && (lexicon.entries.get(noun)?.tags ?? 0) === 0)
    )
  }
}

const capitalised = (lower: string): string => lower[0]!.toUpperCase() + lower.slice(1)

/** Who is at the head of something, and is no office by itself. */
const LEADS =
  /^(?:head|heads|chief|boss|lead|professor|prof|dean|deputy|lecturer|reader|provost|vice-president|warden|curator)$/
/** What holds an office, though it is a body or many. */
const HELD = /^(?:state|staff|government|parliament|opposition|police|services?|schools?|prisons|courts)$/
/** Endings of what somebody does and of nothing that has a name of its own. */
const FIELD =
  /(?:ings?|tions?|sions?|ments?|[^r]ity|ics|ology|nomy|sophy|[ae]nce|ship|affairs|relations|law|music|medicine|literature|history|policy|sales|sports?|people|works)$/
