import type { Lexicon } from '../../lexicon.ts'
import type { Cast } from '../../people/people.ts'
import type { Span } from '../../text/span.ts'
import { TAG } from '../../text/tags.ts'
import type { Token } from '../../text/tokens.ts'
import { tokenAt } from '../features.ts'
import { markedFrom } from '../marks/marked-from.ts'
import type { ArticleReading } from '../reading.ts'
import { LAID_OUT, type LaidOut } from './laid-out.ts'

/** Longest label in tokens: "Dr. Mara van der Quill". */
const LABEL = 6
const QUESTION = /^(?:Q|QUESTION)$/i
const ANSWER = /^(?:A|ANSWER)$/i
/** Who talks with somebody says one of these sooner or later. */
const TALK = /^(?:i|we|you|me|us|my|our|your)$/

/** So many tokens tell whether a line talks. */
const LOOK = 80

interface Line {
  readonly paragraph: number
  readonly label: Span
  readonly text: Span
  /** Equal where one speaks again. */
  readonly voice: string
  readonly speaker: number | null
  readonly talks: boolean
  /** A name only if this is a transcript: words in capitals. */
  readonly guessed: boolean
}

/**
 * Lines that open with who speaks and a colon, where the article is such a record: "MARA OSTEN: …", "Q: …".
 * A heading, a note or a list of people with a colon each is none.
 */
export function findTranscript(reading: ArticleReading, cast: Cast): LaidOut[] {
  const { outer, paragraphs } = reading
  const { lines, others } = findLines(reading, cast)
  if (!isTranscript(lines, others)) return []
  for (const { speaker } of lines) {
    // In a transcript capitals are no acronym.
    if (speaker !== null) cast.named[speaker]!.kind = 'person'
  }
  const marks = lines.map(({ paragraph, text }) => {
    const at = markedFrom(outer, text.start)
    const marked = outer[at]
    if (marked === undefined || marked.start !== text.start || marked.paragraph !== paragraph) return null
    return { marked, whole: marked.closed && marked.end === paragraphs[paragraph]!.end }
  })
  // Where some lines mark what is said, what they do not mark is not verbatim for certain.
  const isMarked = marks.some((mark) => mark !== null)
  return lines.flatMap(({ paragraph, label, text, speaker }, at) => {
    const mark = marks[at]!
    if (isMarked && mark?.whole !== true) return []
    return [
      {
        spans: [mark === null ? text : mark.marked.content],
        paragraph,
        speaker,
        mention: label,
        confidence: LAID_OUT,
        reason: 'the label of the line in a transcript',
      },
    ]
  })
}

/** `others` are the lines with a label that is nobody's. */
function isTranscript(lines: readonly Line[], others: number): boolean {
  const voices = new Set(lines.map(({ voice }) => voice))
  if (voices.size < 2) return false
  if (voices.has('q') && voices.has('a')) return true
  const talking = lines.filter(({ talks }) => talks).length
  if (talking === 0) return false
  // "BATTERY LIFE: …", "BOTTOM LINE: …": with "PROS: …" among them, all are headings.
  if (lines.some(({ guessed }) => guessed)) return voices.size < lines.length && others === 0
  return voices.size < lines.length || 2 * talking >= lines.length
}

function findLines(reading: ArticleReading, cast: Cast): { lines: Line[]; others: number } {
  const { words, paragraphs, outer } = reading
  const { tokens } = words
  let surnames: ReadonlyMap<string, number> | null = null
  const lines: Line[] = []
  let others = 0
  for (const [paragraph, { start, end }] of paragraphs.entries()) {
    const opening = tokenAt(words, start)
    // Some set a mark before the label, as at each paragraph of one speech: “OSTEN: We…
    const isOpened = outer[markedFrom(outer, start)]?.start === start
    const first = isOpened ? opening + 1 : opening
    let colon = first
    while (colon < first + LABEL && tokens[colon]?.kind === 'word') colon += 1
    const behind = tokens[colon + 1]
    if (colon === first || tokens[colon]?.text !== ':' || behind === undefined || behind.start >= end) continue
    if (behind.start === tokens[colon]!.end) continue
    surnames ??= surnamesOf(cast, words.lexicon)
    const voice = voiceOf(reading, cast, surnames, first, colon - 1)
    if (voice === null) {
      others += 1
      continue
    }
    const label = { start: tokens[first]!.start, end: tokens[colon - 1]!.end }
    const text = { start: behind.start, end: isOpened ? outer[markedFrom(outer, start)]!.content.end : end }
    lines.push({ paragraph, label, text, ...voice, talks: talks(reading, colon + 1, end) })
  }
  // One word in capitals is a heading, "PROS: …", unless it answers somebody known, again and again.
  const counts = new Map<string, number>()
  for (const { voice } of lines) counts.set(voice, (counts.get(voice) ?? 0) + 1)
  const isKnown = lines.some(({ guessed, speaker }) => !guessed && speaker !== null)
  const voiced = lines.filter(
    ({ guessed, label, voice }) =>
      !guessed || words.text.slice(label.start, label.end).includes(' ') || (isKnown && counts.get(voice)! > 1),
  )
  return { lines: voiced, others: others + lines.length - voiced.length }
}

/** Whose label it is, or null where it is nobody's: "Note", "Weather", "Best actor". */
function voiceOf(
  { words }: ArticleReading,
  cast: Cast,
  surnames: ReadonlyMap<string, number>,
  first: number,
  last: number,
): Pick<Line, 'voice' | 'speaker' | 'guessed'> | null {
  const { tokens, nameAt, names, lexicon } = words
  const { text, lower, tags } = tokens[first]!
  if (first === last) {
    if (QUESTION.test(text)) return { voice: 'q', speaker: null, guessed: false }
    if (ANSWER.test(text)) return { voice: 'a', speaker: null, guessed: false }
    if ((tags & TAG.role) !== 0) return { voice: lower, speaker: null, guessed: false }
  }
  const name = nameAt[first]!
  if (name === -1 || names[name]!.titled !== first || names[name]!.last !== last || names[name]!.kind === 'place')
    return null
  const own = cast.of[name]!
  const { kind, words: full, mentions } = cast.named[own]!
  if (kind === 'person' || (kind === 'unknown' && full.length > 1)) {
    // Two capitals in a row can be anything: "Key Points", "Final Score".
    const known = kind === 'person' || lexicon.firstNames.has(full[0]!) || mentions.length > 1
    return known ? { voice: String(own), speaker: own, guessed: false } : null
  }
  const surname = first === last ? (surnames.get(lower) ?? -1) : -1
  if (surname !== -1) return { voice: String(surname), speaker: surname, guessed: false }
  const isShouted = kind === 'body' && tokens.slice(first, last + 1).every((token) => isPlainCapitals(token))
  return isShouted ? { voice: String(own), speaker: own, guessed: !lexicon.firstNames.has(lower) } : null
}

const isPlainCapitals = ({ text, lower, tags, verb }: Token): boolean =>
  tags === 0 && verb === undefined && text === text.toUpperCase() && lower.length > 1

/** By surname: who alone of the people named in full bears it, or -1. */
function surnamesOf({ named }: Cast, lexicon: Lexicon): ReadonlyMap<string, number> {
  const surnames = new Map<string, number>()
  for (const [at, { kind, words }] of named.entries()) {
    // A full name in capitals is read as a body.
    const isPerson = kind === 'person' || kind === 'unknown' || lexicon.firstNames.has(words[0]!)
    if (words.length < 2 || !isPerson) continue
    const surname = words.at(-1)!
    surnames.set(surname, surnames.has(surname) ? -1 : at)
  }
  return surnames
}

function talks({ words }: ArticleReading, from: number, end: number): boolean {
  const { tokens } = words
  for (let at = from; at < from + LOOK && at < tokens.length && tokens[at]!.start < end; at += 1)
    if (tokens[at]!.text === '?' || TALK.test(tokens[at]!.lower)) return true
  return false
}
