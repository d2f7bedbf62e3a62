import type { Lexicon } from '../../lexicon.ts'
import type { Cast } from '../../people/people.ts'
import type { Span } from '../../text/span.ts'
import { TAG } from '../../text/tags.ts'
import type { Token } from '../../text/tokens.ts'
import type { Words } from '../grammar/mentions.ts'

/** Longest label in tokens: "Dr. Mara van der Quill". */
const LONGEST = 6
const QUESTION = /^(?:Q|QUESTION)$/i
const ANSWER = /^(?:A|ANSWER)$/i
const EMPHASIS = /^[*_#]$/
const DASH = /^[—–―-]$/
const INITIALS = /^\p{Lu}{2,3}$/u

/** Words at the start of a line that may tell who says the rest of it: "OSTEN: ", "**Q.** ", "Osten – ". */
export interface Label {
  /** Tokens; `last` is inclusive. */
  readonly first: number
  readonly last: number
  /** The first token of what is said. */
  readonly text: number
  /** Parted by a dash, as so much else is. */
  readonly dash: boolean
}

/** The label of a line whose first token and end are given, or null. */
export function labelAt({ tokens }: Words, opening: number, end: number): Label | null {
  const first = behindEmphasis(tokens, opening)
  let at = first
  while (at < first + LONGEST && tokens[at]?.kind === 'word' && !endsInStop(tokens, at)) at += 1
  if (at === first && endsInStop(tokens, at)) {
    // "Q. When did you …"
    const text = behindEmphasis(tokens, tokens[at + 1]?.text === '.' ? at + 2 : at + 1)
    return tokens[text] !== undefined && tokens[text]!.start < end ? { first, last: at, text, dash: false } : null
  }
  if (at === first) return null
  const parting = behindEmphasis(tokens, at)
  const mark = tokens[parting]
  if (mark === undefined) return null
  const text = behindEmphasis(tokens, parting + 1)
  const behind = tokens[text]
  if (behind === undefined || behind.start >= end || behind.start === mark.end) return null
  const dash = DASH.test(mark.text) && tokens[parting - 1]!.end < mark.start
  return dash || mark.text === ':' ? { first, last: at - 1, text, dash } : null
}

const isLetter = ({ text }: Token): boolean => QUESTION.test(text) || ANSWER.test(text)

/** "Q.": its full stop is inside the token, as of initials, or the next. */
function endsInStop(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.text.length > 1 || !isLetter(token)) return false
  const next = tokens[at + 1]
  return token.end - token.start === 2 || (next !== undefined && next.text === '.' && next.start === token.end)
}

function behindEmphasis(tokens: readonly Token[], from: number): number {
  let at = from
  while (at < from + 3 && tokens[at] !== undefined && EMPHASIS.test(tokens[at]!.text)) at += 1
  return at
}

/** Whose a label is. Equal voices are one speaker. */
export interface Voice {
  readonly voice: string
  readonly speaker: number | null
  /** In the cast, what the label itself is read as: its initials, an acronym. */
  readonly own: number | null
  /** A name only if this is a transcript: words in capitals. */
  readonly guessed: boolean
}

/** By what a label may shorten a name to: who alone in the cast goes by it, or -1 where several do. */
export interface ShortNames {
  readonly surnames: ReadonlyMap<string, number>
  readonly firstNames: ReadonlyMap<string, number>
  readonly initials: ReadonlyMap<string, number>
}

export function shortNamesOf({ named }: Cast, lexicon: Lexicon): ShortNames {
  const surnames = new Map<string, number>()
  const firstNames = new Map<string, number>()
  const initials = new Map<string, number>()
  const note = (map: Map<string, number>, key: string, at: number) => map.set(key, map.has(key) ? -1 : at)
  for (const [at, { kind, words }] of named.entries()) {
    if (words.length < 2) continue
    // A full name in capitals is read as a body.
    const isPerson = kind === 'person' || kind === 'unknown' || lexicon.firstNames.has(words[0]!)
    if (kind === 'place') continue
    if (isPerson) note(firstNames, words[0]!, at)
    // "Herald: …" for the Harbour Herald, which asks.
    note(surnames, words.at(-1)!, at)
    note(initials, words.map((word) => word[0]).join(''), at)
    const capitals = words.filter((word) => !lexicon.particles.has(word))
    if (capitals.length < words.length) note(initials, capitals.map((word) => word[0]).join(''), at)
  }
  return { surnames, firstNames, initials }
}

/** Whose label it is, or null where it is nobody's: "Note", "Weather", "Best actor". */
export function voiceOf(words: Words, cast: Cast, short: ShortNames, { first, last }: Label): Voice | null {
  const { tokens, nameAt, names, lexicon } = words
  const { text, lower, tags, capital } = tokens[first]!
  const name = nameAt[first]!
  const own = name === -1 || first !== last ? null : cast.of[name]!
  if (first === last) {
    if (QUESTION.test(text)) return { voice: 'q', speaker: null, own: null, guessed: false }
    if (ANSWER.test(text)) return { voice: 'a', speaker: null, own: null, guessed: false }
    if ((tags & TAG.role) !== 0) return { voice: lower, speaker: null, own: null, guessed: false }
    const isInitials = INITIALS.test(text)
    const by = isInitials ? (short.initials.get(lower) ?? short.surnames.get(lower)) : shortened(short, lower)
    if (by !== undefined && by !== -1 && (capital || isInitials))
      return { voice: String(by), speaker: by, own, guessed: false }
    if (isInitials) return { voice: text, speaker: null, own, guessed: true }
  }
  if (name === -1 || names[name]!.titled !== first || names[name]!.last !== last || names[name]!.kind === 'place')
    return null
  const named = cast.of[name]!
  const { kind, words: full, mentions } = cast.named[named]!
  if (kind === 'person' || (kind === 'unknown' && full.length > 1)) {
    // Two capitals in a row can be anything: "Key Points", "Final Score".
    const known = kind === 'person' || lexicon.firstNames.has(full[0]!) || mentions.length > 1
    return known ? { voice: String(named), speaker: named, own: null, guessed: false } : null
  }
  const isShouted = kind === 'body' && tokens.slice(first, last + 1).every((token) => isPlainCapitals(token))
  return isShouted ? { voice: String(named), speaker: named, own: null, guessed: !lexicon.firstNames.has(lower) } : null
}

function shortened({ surnames, firstNames }: ShortNames, lower: string): number | undefined {
  const [bySurname, byFirst] = [surnames.get(lower), firstNames.get(lower)]
  return bySurname !== undefined && byFirst !== undefined && bySurname !== byFirst ? -1 : (bySurname ?? byFirst)
}

const isPlainCapitals = ({ text, lower, tags, verb }: Token): boolean =>
  tags === 0 && verb === undefined && text === text.toUpperCase() && lower.length > 1

/** Where a label stands in the text. */
export const spanOf = ({ tokens }: Words, { first, last }: Label): Span => ({
  start: tokens[first]!.start,
  end: tokens[last]!.end,
})
