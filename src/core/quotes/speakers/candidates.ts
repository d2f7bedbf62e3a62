import { TAG } from '../../text/tags.ts'
import type { Place, Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import type { Mention } from '../grammar/mentions.ts'
import { phraseAfter } from '../grammar/phrases.ts'
import { isListener } from '../settled/told.ts'
import { startOf } from '../start.ts'
import { cueKindOf, distanceOf, formOf, gapOf, headOf, numberOf, senseOf, shapeOf } from '../traits.ts'
import { governing } from './governing.ts'
import { byCue, byNeighbour, byOpener, carried, nobody } from './speaker-features.ts'

/** One answer to "who says this?": `mention` null means that nobody does. */
export interface Candidate {
  readonly mention: Mention | null
  readonly cue: Cue | null
  /** Index of the frame whose cue it is. */
  readonly cueFrame: number
  /** Taken over from the quote before. */
  readonly carried: boolean
  /** What is true of it, numbered by speaker-features.ts; each has a weight in the model. */
  readonly features: readonly number[]
}

const BEFORE = 0
const AFTER = 1
const few = (count: number): number => Math.min(2, count)

/** All candidates for one marked span but the one carried over, which depends on the decision before. */
export function findCandidates(reading: Reading, place: Place): Candidate[] {
  const { frames, cues } = reading
  const found = [nobodySays(reading, place)]
  const near = governing(reading, place, nearCues(cues[place.frame]!, place.position))
  for (const cue of near) found.push(fromCue(reading, place, cue, near))
  const own = frames[place.frame]!
  const before = frames[place.frame - 1]
  if (before !== undefined && before.paragraph >= own.paragraph - 1) {
    const last = cues[place.frame - 1]!.slice(-3)
    for (const [at, cue] of last.entries())
      found.push(fromNeighbour(reading, place, cue, place.frame - 1, last.length - at - 1))
  }
  const after = frames[place.frame + 1]
  if (after !== undefined && after.paragraph <= own.paragraph + 1) {
    const first = cues[place.frame + 1]!.slice(0, 2)
    for (const [at, cue] of first.entries()) found.push(fromNeighbour(reading, place, cue, place.frame + 1, at))
  }
  const opener = openerOf(reading, place, place.frame)
  if (opener !== null) found.push(opener)
  if (place.alone && before !== undefined && before.paragraph >= own.paragraph - 1) {
    const told = openerOf(reading, place, place.frame - 1)
    if (told !== null) found.push(told)
  }
  return found
}

function nobodySays(reading: Reading, place: Place): Candidate {
  const { size, ending, lead, titled } = place
  const capital = place.capital ? 1 : 0
  const features = [
    nobody.any(),
    nobody.size(size, capital, ending),
    nobody.capital(capital, ending),
    nobody.lead(lead),
    nobody.leadSize(lead, size),
    nobody.trail(place.trail, ending),
    nobody.leadTrail(lead, place.trail),
    nobody.start(place.start, size),
    nobody.startTrail(place.start, place.trail),
    nobody.marks(place.marks, size),
    nobody.titled(titled, size),
    nobody.titledLead(titled, lead),
    nobody.clause(place.clause ? 1 : 0, size),
    nobody.closed(reading.outer[place.quote]!.closed ? 1 : 0),
    nobody.alone(place.alone ? 1 : 0),
    nobody.cues(few(reading.cues[place.frame]!.length), ending),
  ]
  return { mention: null, cue: null, cueFrame: place.frame, carried: false, features }
}

export function carriedCandidate(reading: Reading, place: Place, from: Candidate, fromPlace: Place): Candidate {
  const { frames, words } = reading
  const frame = frames[place.frame]!
  const gap = frame.paragraph - frames[fromPlace.frame]!.paragraph
  const where = place.frame === fromPlace.frame ? 0 : gap === 0 ? 1 : gap === 1 ? 2 : 3
  const alone = place.alone ? 1 : 0
  const starts = place.position === 0 && isParagraphStart(reading, place.frame) ? 1 : 0
  const features = [
    carried.any(),
    carried.where(where, alone),
    carried.frames(where, distanceOf(place.frame - fromPlace.frame)),
    carried.size(place.size, alone),
    carried.cues(where, few(reading.cues[place.frame]!.length), alone),
    carried.ending(where, place.ending),
    carried.starts(where, starts),
    carried.again(from.carried ? 1 : 0, where),
    byCue.head(headOf(words, from.mention!)),
  ]
  if (where === 0) features.push(carried.gap(gapOf(reading, frame, fromPlace.position, place.position)))
  return { mention: from.mention, cue: null, cueFrame: fromPlace.frame, carried: true, features }
}

const isParagraphStart = ({ frames }: Reading, frame: number): boolean =>
  frames[frame - 1]?.paragraph !== frames[frame]!.paragraph

function fromCue(reading: Reading, place: Place, cue: Cue, near: readonly Cue[]): Candidate {
  const frame = reading.frames[place.frame]!
  const side = cue.first > place.position ? AFTER : BEFORE
  const from = side === AFTER ? place.position : cue.last
  const to = side === AFTER ? cue.first : place.position
  const distance = distanceOf(to - from - 1)
  const gap = gapOf(reading, frame, from, to)
  const sense = senseOf(cue)
  const inner = innerCues(near, place, cue, side)
  const rank = few(inner.length)
  const shape = shapeOf(cue.shape)
  const head = headOf(reading.words, cue.mention)
  const features = [
    byCue.any(),
    byCue.shape(side, cueKindOf(cue), shape),
    byCue.shapeDistance(side, shape, distance),
    byCue.gap(side, gap),
    byCue.gapSense(side, gap, sense),
    byCue.sense(sense),
    byCue.form(side, sense, formOf(cue)),
    byCue.rank(side, rank),
    byCue.inner(side, rank, inner.some((other) => other.shape === 'relative') ? 1 : 0),
    byCue.rankShape(side, rank, shape),
    byCue.head(head),
    byCue.headShape(head, shape),
    byCue.number(numberOf(cue.mention)),
    byCue.quotes(side, quotesBetween(frame, from, to)),
    byCue.size(side, place.size, distance),
    byCue.lead(side, place.lead, sense),
    byCue.rankSense(side, rank, sense),
  ]
  const nearest = side === AFTER ? inner[0] : inner.at(-1)
  if (nearest !== undefined) features.push(byCue.over(side, senseOf(nearest), nearest.shape === 'relative' ? 1 : 0))
  const next = frame.items[cue.last + 1]
  if (side === BEFORE && next !== undefined) {
    const start = startOf(reading, next)
    features.push(byCue.next(start, sense), byCue.nextRank(start, rank))
  }
  if (cue.passive) features.push(byCue.passive(sense))
  return { mention: cue.mention, cue, cueFrame: place.frame, carried: false, features }
}

function fromNeighbour(reading: Reading, place: Place, cue: Cue, frameIndex: number, rank: number): Candidate {
  const { frames, words } = reading
  const other = frames[frameIndex]!
  const side = frameIndex < place.frame ? BEFORE : AFTER
  const last = other.items.at(-1)!
  const colon = !isQuote(last) && words.tokens[last]!.text === ':' ? 1 : 0
  const paragraph = other.paragraph === frames[place.frame]!.paragraph ? 0 : 1
  const alone = place.alone ? 1 : 0
  const edge = side === BEFORE ? other.items.length - cue.last - 1 : cue.first
  const features = [
    byNeighbour.any(side),
    byNeighbour.edge(side, distanceOf(edge), alone),
    byNeighbour.where(side, colon, paragraph, alone),
    byNeighbour.quoting(side, other.items.some(isQuote) ? 1 : 0, alone),
    byNeighbour.sense(senseOf(cue), colon, alone),
    byNeighbour.shape(side, shapeOf(cue.shape)),
    byNeighbour.head(headOf(words, cue.mention)),
    byNeighbour.size(place.size, alone),
    byNeighbour.rank(side, few(rank)),
  ]
  return { mention: cue.mention, cue, cueFrame: frameIndex, carried: false, features }
}

/** What a frame opens with, as a speaker without a cue: "Lund: “…”", "The mayor on her plans: “…”". */
function openerOf(reading: Reading, place: Place, frameIndex: number): Candidate | null {
  const { words, frames } = reading
  const frame = frames[frameIndex]!
  const start = frame.items.findIndex((item) => !isQuote(item) && words.tokens[item]!.kind !== 'mark')
  if (start === -1 || start > 4) return null
  const mention = behindCircumstance(reading, frame, start) ?? phraseAfter(words, frame, start)
  if (mention === null || isListener(reading, frame, mention)) return null
  const own = frameIndex === place.frame
  const yes = own ? 1 : 0
  const features = [
    byOpener.any(yes),
    byOpener.head(yes, headOf(words, mention)),
    byOpener.size(yes, place.size),
    byOpener.cues(yes, few(reading.cues[frameIndex]!.length)),
  ]
  if (own) {
    const behind = start > place.position
    features.push(byOpener.distance(distanceOf(behind ? 0 : place.position - start)))
    if (!behind) features.push(byOpener.gap(gapOf(reading, frame, frame.items.indexOf(mention.last), place.position)))
  }
  return { mention, cue: null, cueFrame: frameIndex, carried: false, features }
}

/** "During the debate, Lund defended her plan: “…”", "Posting on X, Lund": the subject stands behind the comma. */
function behindCircumstance({ words }: Reading, frame: Frame, start: number): Mention | null {
  const { tokens } = words
  const { tags, lower } = tokens[frame.items[start]!]!
  if ((tags & TAG.preposition) === 0 && !/..ing$/.test(lower)) return null
  for (let at = start + 1; at < Math.min(start + 12, frame.items.length); at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return null
    if (tokens[item]!.text !== ',') continue
    // "in San Bernardino, Calif., a voice".
    const region = frame.items[at + 2]
    if (region === undefined || isQuote(region) || tokens[region]!.text !== ',')
      return phraseAfter(words, frame, at + 1)
  }
  return null
}

/** How many cues on each side of a marked span can be its own. */
const NEAR = 8

function nearCues(cues: readonly Cue[], position: number): readonly Cue[] {
  if (cues.length <= NEAR) return cues
  const after = cues.findIndex(({ first }) => first > position)
  const middle = after === -1 ? cues.length : after
  return cues.slice(Math.max(0, middle - NEAR), middle + NEAR)
}

/** The cues between a cue and the marked span. */
function innerCues(near: readonly Cue[], place: Place, cue: Cue, side: number): readonly Cue[] {
  return near.filter((other) =>
    side === AFTER
      ? other.first > place.position && other.first < cue.first
      : other.last < place.position && other.last > cue.last,
  )
}

function quotesBetween(frame: Frame, from: number, to: number): number {
  let count = 0
  for (let at = from + 1; at < to && count < 2; at += 1) if (isQuote(frame.items[at]!)) count += 1
  return count
}
