import { contains, type Span } from '../text/span.ts'
import type { Candidate, Outline } from './outline.ts'

/** Openers that lean on what was said before. */
const LEANING =
  /^["“]?(?:However|But|And|So|Yet|Or|Nor|Still|Also|Moreover|Furthermore|Meanwhile|Instead|Nevertheless|Nonetheless|Therefore|Thus|Then|Hence|Otherwise|Besides|Likewise|Similarly|Additionally|Consequently|Accordingly|Conversely|Interestingly|Indeed|Though|Rather|Finally|Again|Perhaps|Afterwards?|Later|Earlier|Elsewhere|In (?:addition|contrast|turn|fact|response|return|other words|the meantime|all)|For (?:example|instance|now)|As a result|As such|As well|At (?:the same time|that time|the time|this|that)|On the (?:other hand|contrary)|By contrast|That said|After (?:that|this|all)|Of (?:this|these|those|that|them|which|course)|Because of (?:this|that)|Despite (?:this|that)|With that|Since then|Until then|First|Second|Third|Next|Namely|Plus|Because|Which|Another|Others|Both|Neither|Either|Among them|One of (?:them|these|those)|Such|Same|Yes|No|Here|There|That|Those|These|This|It|They|He|She|His|Her|Hers|Its|Their|We|Our|You|I|What|Who|Why|How|When asked|Asked|The (?:former|latter|same|first|second|third|last|remaining|rest|outlet|two|three|four|other|others|pair|duo|trio|move|incident|following|expert|analyst|specialist|spokes(?:man|woman|person)|professor|official|entrepreneur|politician|scientist|researcher|author|man|woman|couple|victim|suspect))\b/
/** "This week" names its own time; every other "this" points at something. */
const POINTING =
  /\b(?:this|these)[ ](?!(?:year|month|week|weekend|morning|afternoon|evening|summer|autumn|fall|winter|spring|season|century|decade|time|is|was)\b)|\b(?:those)[ ](?!who\b|whose\b|with\b|in\b|of\b|on\b|from\b|people\b)|\b(?:the (?:former|latter)|there(?:by|fore)|likewise|aforementioned|in that case|do so|did so|doing so)\b/i
const PERSONAL = /\b(?:he|she|him|his|hers?|himself|herself)\b/i
const PLURAL = /\b(?:they|them|their|theirs|themselves)\b/i
const THING = /\b(?:it|its|itself)\b/i
/** "It is clear that", "it emerged": nothing is meant by this "it". */
const EMPTY_IT = /\bit (?:is|was|has been|will be|would be|may be|seems?|appears?|emerged|takes?|took) /i
const NAME = /\p{Lu}[\p{L}’'-]+/u
const WHEN_OR_WHERE =
  /\b(?:[OoIi]n|[Aa]t|[Ff]rom|[Ss]ince|[Uu]ntil|[Oo]f|[Nn]ear)[ ]\p{Lu}[\p{L}’'-]+|\b(?:\p{Lu}\p{Ll}+days?)\b/gu
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
  if (!first && (LEANING.test(written) || POINTING.test(spoken) || describesSpeaker(outline, sentence))) return false
  return hasAntecedents(outline, spoken, shown)
}

/** "the expert added": a description that stands for somebody named elsewhere. */
function describesSpeaker({ text, quotes }: Outline, sentence: Span): boolean {
  return quotes.some(({ mention }) => {
    if (!mention || !contains(sentence, mention)) return false
    const said = text.slice(mention.start, mention.end)
    return !NAME.test(said.replace(/^The /, '')) && !/^(?:an?|one|some|many|most|[a-z-]+s)\b/i.test(said)
  })
}

function hasAntecedents({ people }: Outline, spoken: string, shown: Span): boolean {
  const person = PERSONAL.exec(spoken)
  if (person) {
    const before = { start: shown.start, end: shown.start + person.index }
    const named = people.some(
      ({ kind, mentions }) => kind === 'person' && mentions.some((mention) => contains(before, mention)),
    )
    const text = spoken.slice(0, person.index)
    // Without people to go by, a capital inside the sentence is taken for a name, unless it tells when or where.
    const looksNamed =
      people.length === 0 && NAME.test(text.replace(/^\P{L}*[\p{L}’'-]+/u, '').replaceAll(WHEN_OR_WHERE, ''))
    if (!named && !looksNamed && !ROLE_BEFORE.test(text)) return false
  }
  const plural = PLURAL.exec(spoken)
  if (plural && !PLURAL_BEFORE.test(spoken.slice(0, plural.index))) return false
  const thing = THING.exec(spoken)
  return !thing || EMPTY_IT.test(spoken.slice(thing.index)) || NOUN_BEFORE.test(spoken.slice(0, thing.index))
}

/** Inside marks the speaker's own "it" and "they" are part of the quote; blanks keep the offsets. */
const withoutQuoted = (written: string): string =>
  written.replace(/[“"«][^”"»]{0,600}[”"»]/g, (quoted) => ' '.repeat(quoted.length))
