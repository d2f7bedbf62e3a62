import type { Cue } from './cues.ts'
import {
  between,
  bucket,
  formOf,
  mentionFeatures,
  type Place,
  quoteFeatures,
  quotesBetween,
  type Reading,
  senseOf,
  sizeOf,
} from './features.ts'
import { type Frame, isQuote, quoteOf } from './frames.ts'
import type { Mention } from './mentions.ts'
import { phraseAfter } from './phrases.ts'

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
  for (const cue of nearCues(cues[place.frame]!, place.position)) found.push(fromCue(reading, place, cue))
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

/** How many cues on each side of a marked span can be its own. */
const NEAR = 8

function nearCues(cues: readonly Cue[], position: number): readonly Cue[] {
  if (cues.length <= NEAR) return cues
  const after = cues.findIndex(({ first }) => first > position)
  const middle = after === -1 ? cues.length : after
  return cues.slice(Math.max(0, middle - NEAR), middle + NEAR)
}

/** 0 for the cue nearest to the quote on its side. */
function nearestRank(reading: Reading, place: Place, cue: Cue, side: 'before' | 'after'): number {
  let rank = 0
  for (const other of nearCues(reading.cues[place.frame]!, place.position)) {
    if (other === cue) continue
    if (side === 'after' && other.first > place.position && other.first < cue.first) rank += 1
    if (side === 'before' && other.last < place.position && other.last > cue.last) rank += 1
  }
  return Math.min(rank, 2)
}
