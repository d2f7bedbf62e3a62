import type { Cast } from '../../people/people.ts'
import type { Span } from '../../text/span.ts'
import { tokenAt } from '../features.ts'
import { markedFrom } from '../marks/marked-from.ts'
import type { ArticleReading } from '../reading.ts'
import { furtherParagraphs, GOES_ON } from './further-paragraphs.ts'
import { labelAt, type ShortNames, shortNamesOf, spanOf, type Voice, voiceOf } from './labels.ts'
import { LAID_OUT, type LaidOut } from './laid-out.ts'
import { talks } from './talks.ts'

interface Line extends Voice {
  readonly paragraph: number
  readonly label: Span
  readonly text: Span
  readonly talks: boolean
  readonly dash: boolean
}

/**
 * Lines that open with who speaks and a colon, where the article is such a record: "MARA OSTEN: …", "Q: …".
 * A heading, a note or a list of people with a colon each is none. An answer goes on up to the next label; behind the
 * last label nothing tells where it ends and the article takes over, so only the line itself is taken.
 */
export function findTranscript(reading: ArticleReading, cast: Cast): LaidOut[] {
  const { outer, paragraphs } = reading
  const { lines, others } = findLines(reading, cast)
  if (!isTranscript(lines, others)) return []
  for (const { speaker, own } of lines) {
    // "JP: …": initials are nobody of their own.
    if (own !== null && own !== speaker) cast.named[own]!.kind = 'unknown'
    // In a transcript capitals are no acronym; but "Herald: …" is the paper that asks.
    if (speaker !== null && !isOutlet(reading, cast, speaker)) cast.named[speaker]!.kind = 'person'
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
    const next = lines[at + 1]?.paragraph ?? paragraph
    const further = isMarked ? [] : furtherParagraphs(reading, cast, speaker, paragraph, next)
    return [
      {
        spans: [mark === null ? text : mark.marked.content, ...further],
        paragraph,
        speaker,
        mention: label,
        confidence: further.length === 0 ? LAID_OUT : GOES_ON,
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
  // "Ana Lund – I swim": a dash parts so much that each must speak again.
  if (lines.some(({ dash }) => dash) && 2 * voices.size > lines.length) return false
  // "BATTERY LIFE: …", "BOTTOM LINE: …": with "PROS: …" among them, all are headings.
  if (lines.some(({ guessed }) => guessed)) return voices.size < lines.length && others === 0
  return voices.size < lines.length || 2 * talking >= lines.length
}

function findLines(reading: ArticleReading, cast: Cast): { lines: Line[]; others: number } {
  const { words, paragraphs, outer } = reading
  const { tokens } = words
  let short: ShortNames | null = null
  const lines: Line[] = []
  let others = 0
  for (const [paragraph, { start, end }] of paragraphs.entries()) {
    const opening = tokenAt(words, start)
    // Some set a mark before the label, as at each paragraph of one speech: “OSTEN: We…
    const isOpened = outer[markedFrom(outer, start)]?.start === start
    const found = labelAt(words, isOpened ? opening + 1 : opening, end)
    if (found === null) continue
    short ??= shortNamesOf(cast, words.lexicon)
    const voice = voiceOf(words, cast, short, found)
    if (voice === null) {
      if (!found.dash) others += 1
      continue
    }
    const said = tokens[found.text]!.start
    const text = { start: said, end: isOpened ? outer[markedFrom(outer, start)]!.content.end : end }
    const talking = talks(reading, found.text, end)
    lines.push({ paragraph, label: spanOf(words, found), text, ...voice, talks: talking, dash: found.dash })
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

function isOutlet({ words: { lexicon, tokens, names } }: ArticleReading, { named }: Cast, at: number): boolean {
  const { kind, fullest } = named[at]!
  return kind === 'body' && lexicon.bodyNames.has(tokens[names[fullest]!.last]!.text)
}
