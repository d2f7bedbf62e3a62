import type { Quote } from '../../analysis.ts'
import { agree } from '../../people/agree.ts'
import type { NameMention } from '../../people/name-shape.ts'
import { isLikelyPerson } from '../../people/people.ts'
import { lowerBound } from '../../text/lower-bound.ts'
import type { Span } from '../../text/span.ts'
import { TAG } from '../../text/tags.ts'
import { type Reading, tokenAt } from '../features.ts'
import type { Mention, Words } from '../grammar/mentions.ts'
import { isMarked } from '../marks/marked-from.ts'
import type { Known } from '../mentions/known.ts'
import type { ArticleReading } from '../reading.ts'

/** The speech that inner words stand in, its speaker an index in the cast. */
export type Speech = Pick<Quote, 'spans' | 'speaker' | 'confidence' | 'mention'>

/** Whom words inside a speech are given to there. */
export interface InnerSpeaker {
  /** Index in the cast, or null. */
  readonly speaker: number | null
  /** How sure it is whom the mention means, whatever the cue. */
  readonly sure: number
  /** Where several fit: each of them, the newest first. */
  readonly fitting: readonly number[]
}

/** One alone who is talked of in the same speech, known to fit; in the article around it, or not known to. */
const TALKED_OF = 0.85
const AROUND = 0.65
/** How many names back an article is looked through for one who fits. */
const LOOK_BACK = 24
/** So many words back somebody told of without a name can be meant. */
const FAR = 120
const NOBODY: InnerSpeaker = { speaker: null, sure: 1, fitting: [] }

/** "I" is who speaks around the words, a name is its bearer, "he" and "she" whoever alone fits; the rest names nobody. */
export function innerSpeaker(
  article: ArticleReading,
  inner: Reading,
  known: Known,
  speech: Speech,
  mention: Mention,
): InnerSpeaker {
  const { tokens } = inner.words
  if (mention.kind === 'name') return { speaker: known.cast.of[mention.name!]!, sure: 1, fitting: [] }
  if (mention.kind !== 'pronoun') return NOBODY
  if (tokens[mention.head]!.lower === 'i') return { speaker: speech.speaker, sure: speech.confidence, fitting: [] }
  return mention.number === 'one' ? whoFits(article, inner, known, speech, mention) : NOBODY
}

function whoFits(
  article: ArticleReading,
  inner: Reading,
  known: Known,
  speech: Speech,
  mention: Mention,
): InnerSpeaker {
  const inside = { start: speech.spans[0]!.start, end: inner.words.tokens[mention.first]!.start }
  const own = namedIn(inner, known, speech, mention, inside)
  // "My brother came in. He said": whom the speech does not name.
  if (describedIn(inner, speech, mention, own.last)) return oneOf(known, own.fitting)
  if (own.fitting.length === 1) {
    const isKnown = known.genders[own.fitting[0]!] === mention.gender
    return { speaker: own.fitting[0]!, sure: isKnown ? TALKED_OF : AROUND, fitting: [] }
  }
  if (own.fitting.length > 1) return oneOf(known, own.fitting)
  // Where it is not known who tells it, "she" may be the teller.
  const others = namedIn(inner, known, speech, mention, around(article, speech)).fitting
  if (others.length === 1 && speech.speaker !== null) return { speaker: others[0]!, sure: AROUND, fitting: [] }
  return oneOf(known, others)
}

/** Capitals that may be anything keep others from being alone, and are shown to nobody. */
const oneOf = ({ cast, genders }: Known, fitting: readonly number[]): InnerSpeaker => ({
  ...NOBODY,
  fitting: fitting.filter((at) => cast.named[at]!.kind === 'person' || genders[at] !== null),
})

/** From the paragraph in front of the speech's own to the end of the sentence that says whose it is. */
function around({ paragraphs, sentences }: ArticleReading, { spans, mention }: Speech): Span {
  const [first] = spans
  const at = lowerBound(paragraphs.length, (index) => paragraphs[index]!.start <= first!.start) - 1
  const told = Math.max(first!.end, mention?.end ?? 0)
  const sentence = lowerBound(sentences.length, (index) => sentences[index]!.end < told)
  return { start: paragraphs[Math.max(0, at - 1)]!.start, end: sentences[sentence]?.end ?? told }
}

/** Everybody else named there whom the pronoun can mean, newest first; `last` is the token of the newest. */
function namedIn(
  inner: Reading,
  { cast, genders }: Known,
  speech: Speech,
  mention: Mention,
  { start, end: upTo }: Span,
): { readonly fitting: readonly number[]; readonly last: number } {
  const { words } = inner
  const { names, tokens } = words
  const fitting = new Set<number>()
  let last = -1
  let seen = 0
  const end = tokenAt(words, upTo)
  const newest = lowerBound(names.length, (at) => names[at]!.last < end) - 1
  for (let name = newest; name >= 0 && seen < LOOK_BACK; name -= 1, seen += 1) {
    const from = tokens[names[name]!.first]!.start
    if (from < start) break
    // Whom the inner words name is not who says them; nor is who is spoken to.
    const isInSpeech = from >= speech.spans[0]!.start && from < speech.spans.at(-1)!.end
    if (isInSpeech && (isMarked(inner.outer, from) || isAddressed(words, names[name]!))) continue
    const at = cast.of[name]!
    const gender = genders[at]!
    if (!isLikelyPerson(cast.named[at]!, gender) || at === speech.speaker) continue
    if (!agree(gender, mention.gender)) continue
    fitting.add(at)
    last = Math.max(last, names[name]!.last)
  }
  return { fitting: [...fitting], last }
}

/** "Maria, she told me", "you know, Maria, she": whom a name between commas calls is not told of. */
function isAddressed({ tokens }: Words, { titled, last }: NameMention): boolean {
  const before = tokens[titled - 1]
  const opens = before === undefined || before.sentence !== tokens[titled]!.sentence || before.kind === 'mark'
  return opens && tokens[last + 1]?.text === ','
}

/** Whose children and others of a family go by without a noun: "my eldest". */
const RELATED = /^(?:(?:young|old|eld)est|elder|younger|older|other|middle|late|twin|ex)$/

/** Whether somebody the pronoun can mean is told of without a name between `after` and it: "my brother", "the captain". */
function describedIn({ words }: Reading, { spans }: Speech, mention: Mention, after: number): boolean {
  const { tokens, nameAt, lexicon } = words
  for (
    let at = Math.max(after + 1, mention.first - FAR, tokenAt(words, spans[0]!.start));
    at < mention.first;
    at += 1
  ) {
    const { tags, lower } = tokens[at]!
    // "My youngest was sobbing. He asked me".
    if (/^(?:my|our)$/.test(lower) && RELATED.test(tokens[at + 1]?.lower ?? '')) return true
    if (nameAt[at] !== -1 || (tags & TAG.role) === 0 || (tags & TAG.many) !== 0) continue
    const gender = lexicon.nounGenders.get(lower)
    if (gender === undefined || mention.gender === null || gender === mention.gender) return true
  }
  return false
}
