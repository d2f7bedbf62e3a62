import { TAG } from '../text/tags.ts'
import type { Cue } from './cues.ts'
import { type Frame, isQuote, quoteOf } from './frames.ts'
import type { Marked } from './marks.ts'
import type { Mention, Words } from './mentions.ts'
import { phraseAfter } from './subjects.ts'

/** One answer to "who says this?": `mention` null means that nobody does. */
export interface Candidate {
  readonly mention: Mention | null
  readonly cue: Cue | null
  /** Index of the frame whose cue it is. */
  readonly cueFrame: number
  /** Taken over from the quote before. */
  readonly carried: boolean
  /** What is true of it, by name; each has a weight in the model. */
  readonly features: readonly string[]
}

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

export function findPlaces(frames: readonly Frame[]): Place[] {
  const places: Place[] = []
  for (const [frame, { items }] of frames.entries()) {
    for (const [position, item] of items.entries())
      if (isQuote(item)) places.push({ quote: quoteOf(item), frame, position })
  }
  return places
}

/** All candidates for one marked span but the one carried over, which depends on the decision before. */
export function findCandidates(reading: Reading, place: Place): Candidate[] {
  const about = quoteFeatures(reading, place)
  const found: Candidate[] = [
    {
      mention: null,
      cue: null,
      cueFrame: place.frame,
      carried: false,
      features: about.map((feature) => `none ${feature}`),
    },
  ]
  const { frames, cues } = reading
  for (const cue of cues[place.frame]!) found.push(fromCue(reading, place, cue))
  const before = frames[place.frame - 1]
  if (before !== undefined && before.paragraph >= frames[place.frame]!.paragraph - 1) {
    for (const cue of cues[place.frame - 1]!.slice(-3)) found.push(fromOtherFrame(reading, place, cue, place.frame - 1))
  }
  const after = frames[place.frame + 1]
  if (after !== undefined && after.paragraph <= frames[place.frame]!.paragraph + 1) {
    for (const cue of cues[place.frame + 1]!.slice(0, 2))
      found.push(fromOtherFrame(reading, place, cue, place.frame + 1))
  }
  const opener = openerOf(reading, place)
  if (opener !== null) found.push(opener)
  return found
}

export function carriedCandidate(reading: Reading, place: Place, from: Candidate, fromPlace: Place): Candidate {
  const { frames } = reading
  const frame = frames[place.frame]!
  const gap = frame.paragraph - frames[fromPlace.frame]!.paragraph
  const alone = frame.items.every((item) => isQuote(item) || reading.words.tokens[item]!.kind === 'mark')
  const where =
    place.frame === fromPlace.frame ? 'same frame' : gap === 0 ? 'same paragraph' : gap === 1 ? 'next paragraph' : 'far'
  const frameGap = Math.min(place.frame - fromPlace.frame, 4)
  const features = [
    'carried',
    `carried ${where}`,
    `carried ${where} ${alone ? 'alone' : 'with words'}`,
    `carried frames ${frameGap} ${where}`,
    `carried ${sizeOf(reading, place)}`,
    ...(place.frame === fromPlace.frame
      ? [`carried over ${between(reading, frame, fromPlace.position, place.position)}`]
      : []),
  ]
  return { mention: from.mention, cue: null, cueFrame: fromPlace.frame, carried: true, features }
}

function fromCue(reading: Reading, place: Place, cue: Cue): Candidate {
  const frame = reading.frames[place.frame]!
  const side = cue.first > place.position ? 'after' : 'before'
  const [from, to] = side === 'after' ? [place.position, cue.first] : [cue.last, place.position]
  const gap = between(reading, frame, from, to)
  const distance = bucket(to - from - 1)
  const sense = senseOf(cue)
  const subjectGap = cue.shape === 'inverted' ? 'behind' : 'ahead'
  const nearest = nearestRank(reading, place, cue, side)
  const base = `${side} ${cue.kind} ${cue.shape}`
  const features = [
    'cue',
    `cue ${base}`,
    `cue ${base} ${distance}`,
    `cue ${side} ${gap}`,
    `cue ${side} ${gap} ${sense}`,
    `cue ${side} ${distance} ${subjectGap}`,
    `cue ${sense}`,
    `cue ${side} ${sense} ${formOf(cue)}`,
    `lemma ${cue.verb?.lemma ?? cue.kind}`,
    `lemma ${side} ${gap === 'nothing' || gap === 'comma' || gap === 'colon' ? 'close' : 'off'} ${cue.verb?.lemma ?? cue.kind}`,
    `rank ${side} ${nearest}`,
    `rank ${side} ${nearest} ${cue.shape}`,
    `mention ${cue.mention.kind} ${cue.shape}`,
    `mention ${cue.mention.kind} ${cue.mention.number ?? 'unknown'}`,
    ...mentionFeatures(reading.words, cue.mention),
    ...(cue.passive ? ['passive', `passive ${sense}`] : []),
    `quotes between ${quotesBetween(frame, from, to)} ${side}`,
    `${sizeOf(reading, place)} ${side} ${sense} ${distance}`,
  ]
  return { mention: cue.mention, cue, cueFrame: place.frame, carried: false, features }
}

function fromOtherFrame(reading: Reading, place: Place, cue: Cue, frameIndex: number): Candidate {
  const { frames, words } = reading
  const other = frames[frameIndex]!
  const side = frameIndex < place.frame ? 'before' : 'after'
  const last = other.items.at(-1)!
  const ends = isQuote(last) ? 'quote' : words.tokens[last]!.text === ':' ? 'colon' : 'stop'
  const own = frames[place.frame]!
  const same = other.paragraph === own.paragraph ? 'same paragraph' : 'other paragraph'
  const alone = own.items.every((item) => isQuote(item) || words.tokens[item]!.kind === 'mark') ? 'alone' : 'with words'
  const hasQuote = other.items.some(isQuote) ? 'quoting' : 'plain'
  const edge = side === 'before' ? bucket(other.items.length - cue.last - 1) : bucket(cue.first)
  const base = `other ${side} ${ends} ${same}`
  const features = [
    'other',
    base,
    `${base} ${alone}`,
    `${base} ${alone} ${hasQuote}`,
    `other ${side} ${edge} ${alone}`,
    `other ${senseOf(cue)} ${ends} ${alone}`,
    `other ${cue.shape} ${cue.kind}`,
    `other ${cue.mention.kind}`,
    ...mentionFeatures(words, cue.mention),
    `other ${sizeOf(reading, place)} ${alone}`,
  ]
  return { mention: cue.mention, cue, cueFrame: frameIndex, carried: false, features }
}

/** What the frame opens with, as a speaker without a cue: "Lund: “…”", "The mayor on her plans: “…”". */
function openerOf(reading: Reading, place: Place): Candidate | null {
  const { words, frames } = reading
  const frame = frames[place.frame]!
  const start = frame.items.findIndex((item) => !isQuote(item) && words.tokens[item]!.kind !== 'mark')
  if (start === -1 || start > 4) return null
  const mention = phraseAfter(words, frame, start)
  if (mention === null) return null
  const gap = start < place.position ? between(reading, frame, mentionEnd(frame, mention), place.position) : 'behind'
  const features = [
    'opener',
    `opener ${gap}`,
    `opener ${mention.kind}`,
    `opener ${bucket(place.position - start)}`,
    ...mentionFeatures(words, mention),
    `opener ${sizeOf(reading, place)}`,
    `opener cues ${Math.min(2, reading.cues[place.frame]!.length)}`,
  ]
  return { mention, cue: null, cueFrame: place.frame, carried: false, features }
}

const mentionEnd = (frame: Frame, mention: Mention): number => frame.items.indexOf(mention.last)

function mentionFeatures(words: Words, mention: Mention): string[] {
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
function quoteFeatures(reading: Reading, place: Place): string[] {
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

function sizeOf(reading: Reading, place: Place): string {
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
function titled(said: string): string {
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

const VERBAL =
  /\b(?:is|are|was|were|am|be|been|have|has|had|do|does|did|will|would|can|could|should|must|may|might|don['’]t|doesn['’]t|didn['’]t|can['’]t|won['’]t|isn['’]t|i['’]m|it['’]s|we['’]re|that['’]s|they['’]re|you['’]re|there['’]s|he['’]s|she['’]s|i['’]ve|we['’]ve|let['’]s|i|we|you|they|he|she)\b/i
const hasVerb = (_words: Words, said: string): boolean => VERBAL.test(said)

function leadOf(words: Words, item: number): string {
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

function trailOf(words: Words, item: number): string {
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
function between(reading: Reading, frame: Frame, from: number, to: number): string {
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

const bucket = (distance: number): string =>
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

function senseOf(cue: Cue): string {
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

const formOf = (cue: Cue): string => (cue.verb === null ? 'no' : [...cue.verb.forms].join('/'))

function quotesBetween(frame: Frame, from: number, to: number): number {
  let count = 0
  for (let at = from + 1; at < to && count < 2; at += 1) if (isQuote(frame.items[at]!)) count += 1
  return count
}

/** 0 for the cue nearest to the quote on its side. */
function nearestRank(reading: Reading, place: Place, cue: Cue, side: 'before' | 'after'): number {
  let rank = 0
  for (const other of reading.cues[place.frame]!) {
    if (other === cue) continue
    if (side === 'after' && other.first > place.position && other.first < cue.first) rank += 1
    if (side === 'before' && other.last < place.position && other.last > cue.last) rank += 1
  }
  return Math.min(rank, 2)
}
