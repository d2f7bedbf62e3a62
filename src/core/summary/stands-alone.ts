import { contains, type Span } from '../text/span.ts'
import { LEANING } from './leaning.ts'
import type { Candidate, Outline } from './outline.ts'

/** Whoever is quoted and named in the sentence may speak of himself. */
const SPEAKER_OPENS = /^["“](?:I|We|My|Our)\b/
/** "This week" names its own time; every other "this" points at something. */
const POINTING =
  /\b(?:this|these)[ ](?!(?:year|month|week|weekend|morning|afternoon|evening|summer|autumn|fall|winter|spring|season|century|decade|time|is|was)\b)|\b(?:those)[ ](?!who\b|whose\b|with\b|in\b|of\b|on\b|from\b|under\b|over\b|aged\b|people\b|[a-z]+(?:ed|ing)\b)|\b(?:the (?:former|latter)|there(?:by|fore)|likewise|aforementioned|in that case|do so|did so|doing so)\b|,[ ](?:however|though|meanwhile|moreover|therefore|instead|too|for example|for instance|in turn|in contrast)[,.]/i
const PERSONAL = /\b(?:he|she|him|his|hers?|himself|herself)\b/i
const PLURAL = /\b(?:they|them|their|theirs|themselves)\b/i
const THING = /\b(?:it|its|itself)\b/i
/** "It is clear that", "it emerged": nothing is meant by this "it". */
const EMPTY_IT = /\bit (?:is|was|has been|will be|would be|may be|seems?|appears?|emerged|takes?|took) /i
const FULL_NAME = /\p{Lu}[\p{L}’'-]+ (?:\p{Lu}\. )?\p{Lu}[\p{L}’'-]+/u
const WHEN_OR_WHERE =
  /\b(?:[OoIi]n|[Aa]t|[Ff]rom|[Ss]ince|[Uu]ntil|[Oo]f|[Nn]ear)(?:[ ]\p{Lu}[\p{L}’'-]+)+|\b(?:\p{Lu}\p{Ll}+days?)\b/gu
const NOUN_BEFORE = /\b(?:the|a|an|its|their|our|each|every|\p{Lu}[\p{L}’'-]+)[ ]?(?:[\p{L}’'-]+)?/iu
const PLURAL_BEFORE = /[\p{L}]{2,}[^suio’'\s]s\b|\b(?:people|men|women|children|police|who|and)\b/u
const ROLE_BEFORE =
  /\b(?:an?|one)[ ](?:[\p{L}-]+[ ]){0,3}?(?:man|woman|boy|girl|person|mother|father|[\p{L}]{3,}(?:er|or|ist|ian|man|woman|ant|ent))\b/iu

/**
 * Whether a reader who sees only this sentence knows whom and what it speaks of. `first` is the start of an unbroken run
 * of sentences shown before it: what leans may lean on those.
 */
export function standsAlone(outline: Outline, { written, sentence }: Candidate, first: Candidate | undefined): boolean {
  const shown = { start: first?.sentence.start ?? sentence.start, end: sentence.end }
  const spoken = withoutQuoted(outline.text.slice(shown.start, shown.end))
  if (!first && (LEANING.test(written.replace(SPEAKER_OPENS, '')) || POINTING.test(spoken))) return false
  return hasAntecedents(outline, spoken, shown)
}

function hasAntecedents({ people }: Outline, spoken: string, shown: Span): boolean {
  const person = PERSONAL.exec(spoken)
  if (person) {
    const before = { start: shown.start, end: shown.start + person.index }
    const text = spoken.slice(0, person.index)
    const earlier = people.filter(({ mentions }) => mentions.some((span) => contains(before, span)))
    const named = earlier.some(({ kind }) => kind === 'person')
    // Not everybody who is named is listed: two capitals in a row are a name, unless they name a body, a time or a place.
    const looksNamed = () => earlier.length === 0 && FULL_NAME.test(text.replaceAll(WHEN_OR_WHERE, ''))
    if (!named && !looksNamed() && !ROLE_BEFORE.test(text)) return false
  }
  const plural = PLURAL.exec(spoken)
  if (plural && !PLURAL_BEFORE.test(spoken.slice(0, plural.index))) return false
  const thing = THING.exec(spoken)
  return !thing || EMPTY_IT.test(spoken.slice(thing.index)) || NOUN_BEFORE.test(spoken.slice(0, thing.index))
}

/** Inside marks the speaker's own "it" and "they" are part of the quote; blanks keep the offsets. */
const withoutQuoted = (written: string): string =>
  written.replace(/[“"«][^”"»]{0,600}[”"»]/g, (quoted) => ' '.repeat(quoted.length))
