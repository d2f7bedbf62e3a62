import { PAST_VERB } from '../../people/descriptions.ts'
import type { Cast } from '../../people/people.ts'
import type { Span } from '../../text/span.ts'
import { TAG } from '../../text/tags.ts'
import type { Token } from '../../text/tokens.ts'
import { findPlaces, type Place, tokenAt } from '../features.ts'
import { isFiniteVerb } from '../grammar/finite.ts'
import type { Marked } from '../marks/marks.ts'
import type { ArticleReading } from '../reading.ts'
import { LAID_OUT, type LaidOut } from './laid-out.ts'

const BULLET = /^[•▪◦‣·*–—-]$/
const DASH = /^[—–―-]$/
/** Longest description behind a credited name, in tokens. */
const DESCRIPTION = 14
/** What is behind the name of whom a credit names. */
const BEHIND = /^[:,(]$/
const FROM = /^(?:from|via|by)$/
/** What no role has in front of it. */
const NO_LEAD = TAG.preposition | TAG.conjunction | TAG.subordinator | TAG.pronoun | TAG.adverb
/** How many words may lead to the name: "the lighthouse keeper Agnes Thorne". */
const LEAD = 4

/**
 * Quotes that are a paragraph of their own with the speaker’s name beside them: “…” — Agnes Thorne, lighthouse
 * keeper, on the same line or the next; and Agnes Thorne, lighthouse keeper: “…”.
 */
export function findCredits(reading: ArticleReading, cast: Cast): LaidOut[] {
  const { words, outer, continues, paragraphs } = reading
  const { tokens, names } = words
  const found: LaidOut[] = []
  let places: ReadonlyMap<number, Place> | null = null
  for (const [quote, marked] of outer.entries()) {
    if (!marked.closed) continue
    const name = creditOf(reading, marked)
    if (name === null || names[name]!.kind === 'place') continue
    places ??= new Map(findPlaces(reading).map((place) => [place.quote, place]))
    const place = places.get(quote)
    if (place === undefined || !isSaid(place)) continue
    const head = continues[quote] === -1 ? quote : continues[quote]!
    const spans = outer.slice(head, quote + 1).map(({ content }) => content)
    const { titled, last } = names[name]!
    found.push({
      spans,
      paragraph: outer[head]!.paragraph,
      speaker: cast.of[name]!,
      mention: { start: tokens[titled]!.start, end: tokens[last]!.end },
      confidence: LAID_OUT,
      reason:
        marked.end < tokens[titled]!.start ? 'a name credits the quote' : 'a name and a colon introduce the quote',
    })
  }
  return found

  function creditOf({ words }: ArticleReading, marked: Marked): number | null {
    const paragraph = paragraphs[marked.paragraph]!
    const first = tokenAt(words, paragraph.start)
    const bulleted = BULLET.test(tokens[first]!.text)
    const start = bulleted ? tokens[first + 1]?.start : paragraph.start
    if (marked.start !== start)
      return marked.end === paragraph.end ? introducedBy(first + (bulleted ? 1 : 0), marked.start) : null
    if (marked.end < paragraph.end) return creditedTo({ start: marked.end, end: paragraph.end })
    const next = paragraphs[marked.paragraph + 1]
    return next === undefined || (bulleted && DASH.test(tokens[first]!.text)) ? null : creditedTo(next)
  }

  function creditedTo({ start, end }: Span): number | null {
    const from = tokenAt(words, start)
    let at = from
    while (at < from + 2 && isMark(tokens[at], DASH)) at += 1
    if (at === from) return null
    const hyphen = at === from + 1 && tokens[from]!.text === '-'
    // "2-Lund", "“…”-style": a hyphen that joins words is no dash.
    if (hyphen && tokens[at]?.start === tokens[from]!.end) return null
    const name = nameFrom(at)
    return name !== null && isDescription(names[name]!.last + 1, end) ? name : null
  }

  function introducedBy(first: number, end: number): number | null {
    const name = nameLedTo(behindHandle(first))
    if (name === null) return null
    // "Continued Lund: “…”"
    if (isVerb(tokens[first]!)) return null
    const colon = tokenAt(words, end) - 1
    if (tokens[colon]?.text !== ':' || colon <= names[name]!.last) return null
    // "Lund, after Weil interrupted: “…”": where something is done, it is for the cues to say who speaks.
    for (let at = names[name]!.last + 1; at < colon && at <= first + DESCRIPTION; at += 1)
      if (isFiniteVerb(reading, at)) return null
    return isDescription(names[name]!.last + 1, tokens[colon]!.start) ? name : null
  }

  /** "From @ErnePower: “…”", "@ErnePower: “…”": where the name of an account begins. */
  function behindHandle(first: number): number {
    const at = FROM.test(tokens[first]!.lower) ? first + 1 : first
    return tokens[at]?.text === '@' ? at + 1 : first
  }

  /** A name at `first`, or behind a few words that end in a role: "Denholm boss Gus Ferrabee". */
  function nameLedTo(first: number): number | null {
    for (let at = first; at <= first + LEAD + 2; at += 1) {
      const token = tokens[at]
      if (token === undefined || token.kind !== 'word' || token.sentence !== tokens[first]!.sentence) return null
      const name = words.nameAt[at]!
      const led = at === first || (tokens[at - 1]!.tags & TAG.role) !== 0
      if (name !== -1 && names[name]!.titled === at && led && isMark(tokens[names[name]!.last + 1], BEHIND)) return name
      // "Denholm Town’s boss": the owner’s mark, not a short "is".
      const isOwners = token.lower === "'s" && at > first && words.nameAt[at - 1] !== -1
      if (name === -1 && !isOwners && (isVerb(token) || (token.tags & NO_LEAD) !== 0)) return null
      if (name === -1 && at > first && isActing(at)) return null
    }
    return null
  }

  /** "Denholm hailed boss Gus Ferrabee: “…”", but "The retired boss". */
  function isActing(at: number): boolean {
    const { lower, verb, tags } = tokens[at]!
    if ((tags & (TAG.role | TAG.body)) !== 0 || (tokens[at - 1]!.tags & TAG.determiner) !== 0) return false
    return lower.endsWith('ed') || PAST_VERB.test(lower) || verb?.forms.past === true || verb?.forms.s === true
  }

  function nameFrom(from: number): number | null {
    for (let at = from; at <= from + LEAD; at += 1) {
      const token = tokens[at]
      if (token === undefined || token.kind !== 'word') return null
      const name = words.nameAt[at]!
      if (name !== -1) return names[name]!.titled === at ? name : null
      if (!(token.tags & (TAG.determiner | TAG.role | TAG.nation)) && isVerb(token)) return null
    }
    return null
  }

  /** Nothing, or a comma or bracket and a few words that are no sentence. */
  function isDescription(from: number, end: number): boolean {
    const first = tokens[from]
    if (first === undefined || first.start >= end) return true
    if (!/^[,(]$/.test(first.text)) return false
    for (let at = from + 1; at <= from + DESCRIPTION; at += 1) {
      const token = tokens[at]
      if (token === undefined || token.start >= end) return true
      if (isVerb(token)) return false
    }
    return false
  }
}

const isMark = (token: Token | undefined, shape: RegExp): boolean => token !== undefined && shape.test(token.text)

const isVerb = ({ tags, verb }: Token): boolean =>
  (tags & TAG.auxiliary) !== 0 || (verb?.senses.say === true && verb.forms.past && !(tags & TAG.role))

/** A work’s title has its author behind a dash too: only what is a sentence is said. */
const isSaid = ({ ending, clause, titled, size }: Place): boolean =>
  (titled < 2 || (titled === 3 && ending === 2)) && (ending === 2 || (clause && size > 1))
