import { contains, type Span } from '../text/span.ts'
import { dateline } from './dateline.ts'
import { LEANING } from './leaning.ts'
import type { Candidate, Outline } from './outline.ts'

/** Whoever is quoted and named in the sentence may speak of himself. */
const SPEAKER_OPENS = /^["“](?:I|We|My|Our)\b/
/** "This week" names its own time; every other "this" points at something. */
const POINTING =
  /\b(?:all|much|most|more|some|none|nothing|part|each|many) of (?:this|that|these|those)\b|(?<!, )\b(?:all|much|most|more|some|none|nothing|part|each|many) of them\b|\b(?:this|these)[ ](?!(?:year|month|week|weekend|morning|afternoon|evening|summer|autumn|fall|winter|spring|season|century|decade|time|days|(?:mon|tues|wednes|thurs|fri|satur|sun)day|is|was)\b)|\b(?:those)[ ](?!who\b|whose\b|(?:lucky|able|close|responsible|familiar|present|still|already)\b|with\b|in\b|of\b|on\b|from\b|under\b|over\b|aged\b|people\b|[a-z]+(?:ed|ing)\b)|\b(?:the (?:former|latter)(?=[,.;]| (?:is|was|has|had|said|says|will|would)\b)|there(?:by|fore)|likewise|aforementioned|in that case|do so|did so|doing so)\b|,[ ](?:however|though|meanwhile|moreover|therefore|instead|too|for example|for instance|in turn|in contrast)[,.]/i
/** As far as the subject of a clause reaches. */
const CLAUSE = 80
const PERSONAL = /\b(?:he|she|him|his|hers?|himself|herself)\b/i
const PLURAL = /\b(?:they|them|their|theirs|themselves)\b/i
const THING = /\b(?:it|its|itself)\b/i
/** "It is clear that", "it emerged": nothing is meant by this "it". */
const EMPTY_IT =
  /\bit(?:[’']s(?= (?:[a-z]+ ){0,4}(?:that|to|whether|how|why)\b)| is| was| has been| will be| would be| may be| seems?| appears?| emerged| takes?| took) /i
const FULL_NAME = /\p{Lu}[\p{L}’'-]+ (?:\p{Lu}\. )?\p{Lu}[\p{L}’'-]+/u
const WHEN_OR_WHERE =
  /\b(?:[OoIi]n|[Aa]t|[Ff]rom|[Ss]ince|[Uu]ntil|[Oo]f|[Nn]ear)(?:[ ]\p{Lu}[\p{L}’'-]+)+|\b(?:\p{Lu}\p{Ll}+days?)\b/gu
const NOUN_BEFORE = /\b(?:the|a|an|its|their|our|each|every|\p{Lu}[\p{L}’'-]+)[ ]?(?:[\p{L}’'-]+)?/iu
const PLURAL_BEFORE = /[\p{L}]{2,}[^suio’'\s]s\b|\b(?:people|men|women|children|police|who|and)\b/u
/** The article sets out with it: "In his teenage years, there was little to set Ilse Brandt apart". */
const OPENING_PHRASE =
  /^(?:After|Ahead|As|At|Before|By|During|For|Four|From|In|On|Since|Speaking|Through|Two|While|With|Within|\p{Lu}\p{Ll}+ing)\b/u
const ROLE_BEFORE =
  /\b(?:an?|one|another|the|[\p{L}]+['’]s)[ ](?:[\p{L}-]+[ ]){0,3}?(?:man|woman|boy|girl|person|mother|father|husband|wife|son|daughter|brother|sister|child|prince|princess|king|queen|judge|coach|chief|suspect|victim|[\p{L}]{3,}(?:er|or|ist|ian|man|woman|ant|ent))\b/iu

/**
 * Whether a reader who sees only this sentence knows whom and what it speaks of. `first` is the start of an unbroken run
 * of sentences shown before it: what leans may lean on those.
 */
export function standsAlone(
  outline: Outline,
  { written, sentence }: Pick<Candidate, 'written' | 'sentence'>,
  first: Candidate | undefined,
): boolean {
  const from = first ?? { sentence, written }
  const shown = { start: from.sentence.start + dateline(from.written), end: sentence.end }
  if (!first && LEANING.test(written.slice(dateline(written)).replace(SPEAKER_OPENS, ''))) return false
  const spoken = withoutQuoted(outline.text.slice(shown.start, shown.end))
  if (!first && POINTING.test(spoken)) return false
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
    const looksNamed = () =>
      earlier.every(({ kind }) => kind === 'person') && FULL_NAME.test(text.replaceAll(WHEN_OR_WHERE, ''))
    if (!named && !looksNamed() && !ROLE_BEFORE.test(text) && !isNamedBehind(spoken, person.index)) return false
  }
  const plural = PLURAL.exec(spoken)
  if (plural && !PLURAL_BEFORE.test(spoken.slice(0, plural.index))) return false
  const thing = THING.exec(spoken)
  return !thing || EMPTY_IT.test(spoken.slice(thing.index)) || NOUN_BEFORE.test(spoken.slice(0, thing.index))
}

/** "With his coat on, the singer Ilse Brandt": an opening phrase speaks of whom the clause behind its comma names. */
function isNamedBehind(spoken: string, pronoun: number): boolean {
  const comma = spoken.indexOf(',', pronoun)
  if (comma === -1 || !OPENING_PHRASE.test(spoken)) return false
  const clause = spoken.slice(comma + 1, comma + 1 + CLAUSE)
  return FULL_NAME.test(clause.replaceAll(WHEN_OR_WHERE, ''))
}

/** Inside marks the speaker's own "it" and "they" are part of the quote; blanks keep the offsets. */
const withoutQuoted = (written: string): string =>
  written.replace(/[“"«][^”"»]{0,600}[”"»]/g, (quoted) => ' '.repeat(quoted.length))
