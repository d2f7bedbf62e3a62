import { TAG } from '../text/tags.ts'
import type { Cue } from './cues.ts'
import { type Frame, isQuote } from './frames.ts'
import type { Marked } from './marks.ts'
import type { Mention, Words } from './mentions.ts'

export interface Reading {
  readonly words: Words
  readonly frames: readonly Frame[]
  readonly cues: readonly (readonly Cue[])[]
  readonly outer: readonly Marked[]
  /** See utterances.ts. */
  readonly continues: Int32Array
}

/** Where a marked span stands. */
export interface Place {
  readonly quote: number
  readonly frame: number
  readonly position: number
}

export function mentionFeatures(words: Words, mention: Mention): string[] {
  const head = words.tokens[mention.head]!
  if (mention.kind === 'pronoun') return [`head ${head.lower}`]
  if (mention.kind === 'name') return [`head ${words.names[mention.name!]!.kind} name`]
  const tags = head.tags
  const kind =
    tags & TAG.role
      ? 'role'
      : tags & TAG.body
        ? 'body'
        : tags & TAG.report
          ? 'report'
          : tags & TAG.work
            ? 'work'
            : tags & TAG.time
              ? 'time'
              : tags & TAG.object
                ? 'object'
                : 'noun'
  return [`head ${kind}`]
}

/** How the marked span itself looks: speech, or a fragment, a title, a word held at arm’s length. */
export function quoteFeatures(reading: Reading, place: Place): string[] {
  const { words, outer, frames } = reading
  const marked = outer[place.quote]!
  const said = words.text.slice(marked.content.start, Math.min(marked.content.end, marked.content.start + 400))
  const size = sizeOf(reading, place)
  const capital = /^[^\p{L}]{0,3}\p{Lu}/u.test(said) ? 'capital' : 'lower'
  const stop = /[.!?…]["'”’]?$/.test(said) ? 'stop' : /[,;:—–-]$/.test(said) ? 'comma' : 'open'
  const frame = frames[place.frame]!
  const before = frame.items[place.position - 1]
  const lead = before === undefined ? 'start' : isQuote(before) ? 'quote' : leadOf(words, before)
  const after = frame.items[place.position + 1]
  const trail = after === undefined ? 'end' : isQuote(after) ? 'quote' : trailOf(words, after)
  const single = /^[‘'`’‚]/.test(words.text[marked.start]!) ? 'single' : 'double'
  return [
    'bias',
    size,
    `${size} ${capital}`,
    `${size} ${stop}`,
    `${capital} ${stop} ${size}`,
    `lead ${lead}`,
    `lead ${lead} ${size}`,
    `trail ${trail}`,
    `trail ${trail} ${stop}`,
    single,
    `${single} ${size}`,
    `${titled(said)}`,
    `${titled(said)} ${size} lead ${lead}`,
    hasVerb(words, said) ? 'clause' : 'no clause',
    marked.closed ? 'closed' : 'unclosed',
  ]
}

export function sizeOf(reading: Reading, place: Place): string {
  const { content } = reading.outer[place.quote]!
  const said = reading.words.text.slice(content.start, Math.min(content.end, content.start + 200))
  const count = said.split(/\s+/).length
  return count <= 1
    ? 'w1'
    : count <= 2
      ? 'w2'
      : count <= 3
        ? 'w3'
        : count <= 5
          ? 'w5'
          : count <= 8
            ? 'w8'
            : count <= 14
              ? 'w14'
              : 'w15'
}

/** Whether every long word is capitalised, as in a title. */
export function titled(said: string): string {
  const long = said.slice(0, 120).match(/[\p{L}’']{4,}/gu) ?? []
  if (long.length < 1) return 'short words'
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word)).length
  return capitals === long.length
    ? long.length > 1
      ? 'all titled'
      : 'one titled'
    : capitals > long.length / 2
      ? 'half titled'
      : 'untitled'
}

export const VERBAL =
  /\b(?:is|are|was|were|am|be|been|have|has|had|do|does|did|will|would|can|could|should|must|may|might|don['’]t|doesn['’]t|didn['’]t|can['’]t|won['’]t|isn['’]t|i['’]m|it['’]s|we['’]re|that['’]s|they['’]re|you['’]re|there['’]s|he['’]s|she['’]s|i['’]ve|we['’]ve|let['’]s|i|we|you|they|he|she)\b/i
const hasVerb = (_words: Words, said: string): boolean => VERBAL.test(said)

export function leadOf(words: Words, item: number): string {
  const token = words.tokens[item]!
  if (token.kind === 'mark') return token.text
  if (token.tags & TAG.work) return 'work'
  if (token.verb?.senses.has('describe')) return 'describe'
  if (token.verb !== undefined) return 'verb'
  if (
    token.lower === 'that' ||
    token.lower === 'as' ||
    token.lower === 'the' ||
    token.lower === 'a' ||
    token.lower === 'of'
  )
    return token.lower
  if (token.tags & TAG.possessive || token.lower === "'s") return 'possessive'
  if (token.tags & TAG.determiner) return 'determiner'
  if (token.tags & TAG.auxiliary) return 'auxiliary'
  if (token.tags & TAG.preposition) return 'preposition'
  if (token.tags & TAG.report) return 'report'
  return 'word'
}

export function trailOf(words: Words, item: number): string {
  const token = words.tokens[item]!
  if (token.kind === 'mark') return token.text
  if (token.tags & TAG.pronoun) return 'pronoun'
  if (words.nameAt[item] !== -1) return 'name'
  if (token.verb?.senses.has('say')) return 'say'
  if (token.verb !== undefined) return 'verb'
  if (token.tags & (TAG.preposition | TAG.conjunction)) return 'joint'
  if (token.tags & TAG.auxiliary) return 'auxiliary'
  return 'word'
}

/** What lies between two positions of one frame. */
export function between(reading: Reading, frame: Frame, from: number, to: number): string {
  const { words } = reading
  if (to - from === 1) return 'nothing'
  let marks = ''
  for (let at = from + 1; at < to; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) marks += 'Q'
    else if (words.tokens[item]!.kind === 'mark') marks += words.tokens[item]!.text
    else if (!marks.endsWith('w')) marks += 'w'
    if (marks.length > 3) return 'much'
  }
  return marks === ',' ? 'comma' : marks === ':' ? 'colon' : marks
}

export const bucket = (distance: number): string =>
  distance <= 0
    ? 'd0'
    : distance <= 1
      ? 'd1'
      : distance <= 2
        ? 'd2'
        : distance <= 4
          ? 'd4'
          : distance <= 8
            ? 'd8'
            : distance <= 16
              ? 'd16'
              : 'd99'

export function senseOf(cue: Cue): string {
  const senses = cue.verb?.senses
  if (senses === undefined) return cue.kind
  for (const sense of [
    'say',
    'listener',
    'state',
    'respond',
    'write',
    'voice',
    'ask',
    'describe',
    'urge',
    'object',
    'open',
    'think',
  ] as const) {
    if (senses.has(sense)) return sense
  }
  return 'other'
}

export const formOf = (cue: Cue): string => (cue.verb === null ? 'no' : [...cue.verb.forms].join('/'))

export function quotesBetween(frame: Frame, from: number, to: number): number {
  let count = 0
  for (let at = from + 1; at < to && count < 2; at += 1) if (isQuote(frame.items[at]!)) count += 1
  return count
}
