import type { Span } from '../../text/span.ts'
import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { isNegated } from '../grammar/denials.ts'
import { isFiniteVerb } from '../grammar/finite.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { senseOf } from '../traits.ts'
import { findBoundaries } from './boundaries.ts'
import { findSigns } from './clause-signs.ts'
import { isComma } from './contents.ts'
import { interrupts, isSetBetween, nextReport, passedOnAt, tellsAnother } from './next-report.ts'
import { isOnlyAsked, isOnlyWarned, reportsNothing } from './no-report.ts'
import { isOccasion, isOnlyCalled, isPutTo, whoseEnd } from './occasions.ts'
import { isReportable, type Piece, piecesBefore, piecesBehind, type Scene, spanOf } from './pieces.ts'
import { reportCues } from './report-cues.ts'
import {
  frontFeatures,
  leadFeatures,
  lemmaOf,
  partsFeatures,
  pieceFeatures,
  type Setting,
  settingOf,
} from './report-traits.ts'
import { nothing, PLACE } from './reported-features.ts'
import { startsOf } from './starts-behind.ts'

/** Words that may stand between a cue and the comma that ends it: "said on Friday, ". */
const TAIL = 5
/** Ends weighed of a statement that goes on behind its cue. */
const MOST_TAILS = 3

/** What a cue may report without marks: one span, or two around the cue. */
export interface Content {
  readonly cue: Cue
  readonly spans: readonly Span[]
  /** Features of the cue and of how it leads to the content, the same for several contents. */
  readonly lead: readonly number[]
  readonly own: readonly number[]
}

/** One verb or phrase with what it may report, by whom; at most one content is chosen. */
export interface ReportedChoice {
  readonly frame: number
  readonly cue: Cue
  readonly contents: readonly Content[]
  /** Features of reporting nothing. */
  readonly none: readonly number[]
}

/** One after the other: their features are many, and of no use once they are weighed. */
export function* findReported(reading: Reading): Generator<ReportedChoice, void, void> {
  for (let at = 0; at < reading.frames.length; at += 1) {
    const frame = reading.frames[at]!
    const cues = reportCues(reading, frame, at)
    let scene: Scene | null = null
    let open: (ReportedChoice & { readonly contents: Content[] }) | null = null
    for (const cue of cues) {
      if (reportsNothing(reading, frame, cues, cue)) continue
      scene ??= sceneOf(reading, frame, at, cues)
      const contents = contentsOf(scene, cue)
      if (contents.length === 0) continue
      if (open?.cue.first === cue.first) {
        open.contents.push(...contents)
        continue
      }
      if (open !== null) yield open
      const lemma = lemmaOf(cue)
      const none = [nothing.any(), nothing.sense(senseOf(cue)), ...(lemma === -1 ? [] : [nothing.lemma(lemma)])]
      open = { frame: at, cue, contents, none }
    }
    if (open !== null) yield open
  }
}

const sceneOf = (reading: Reading, frame: Frame, at: number, cues: readonly Cue[]): Scene => ({
  reading,
  frame,
  cues,
  boundaries: findBoundaries(reading, frame, reading.cues[at]!),
  signs: findSigns(reading, frame),
})

function contentsOf(scene: Scene, cue: Cue): Content[] {
  const { reading, frame } = scene
  const setting = settingOf(reading, frame, cue)
  const contents: Content[] = []
  const fronts = frontsOf(scene, cue, setting)
  let lead: readonly number[] | null = null
  for (const front of fronts) {
    if (!isReportable(scene, front) || isEndedInMarks(reading, frame, cue, front)) continue
    lead ??= leadFeatures(reading, frame, cue, setting, PLACE.before, null)
    const own = pieceFeatures(scene, front, PLACE.before, cue, 0, frontFeatures(reading, frame, front))
    contents.push({ cue, lead, own, spans: [spanOf(reading, frame, front)] })
  }
  const next = Math.min(nextReport(scene, cue), whoseEnd(reading, frame, cue), passedOnAt(scene, cue))
  for (const start of startsOf(scene, cue, setting)) {
    if (isPutTo(reading, frame, start.at)) continue
    lead = null
    const pieces = piecesUpTo(scene, start.at)
    for (const piece of cue.verb?.lemma === 'deny'
      ? pieces.filter(({ last }) => last < next)
      : cutAt(frame, pieces, next)) {
      if (!isReportable(scene, piece)) continue
      if (isOnlyAsked(reading, frame, cue, piece) || isOnlyWarned(reading, frame, piece)) continue
      if (isOnlyCalled(reading, frame, cue, piece)) continue
      lead ??= leadFeatures(reading, frame, cue, setting, PLACE.after, start)
      const own = pieceFeatures(scene, piece, PLACE.after, cue, start.that)
      contents.push({ cue, lead, own, spans: [spanOf(reading, frame, piece)] })
    }
  }
  const front = fronts.at(-1)
  const comma = front === undefined || !interrupts(cue) ? -1 : commaBehind(reading, frame, setting.end)
  if (front !== undefined && comma !== -1) {
    const leads: (readonly number[])[] = []
    for (const tail of piecesUpTo(scene, comma + 1).slice(-MOST_TAILS)) {
      if (tail.first === tail.last || isQuote(frame.items[tail.first]!)) continue
      if (tellsAnother(scene, tail) || isPutTo(reading, frame, tail.first)) continue
      const split = isSplit(reading, frame, front, tail)
      // Of a phrase only "Fares, according to the union, doubled": else it is the article that goes on.
      if (cue.verb === null && !split) continue
      const where = split ? PLACE.split : PLACE.around
      leads[where] ??= leadFeatures(reading, frame, cue, setting, where, null)
      const own = pieceFeatures(scene, tail, where, cue, 0, frontFeatures(reading, frame, front))
      own.push(...partsFeatures(reading, frame, front, tail))
      const spans = [spanOf(reading, frame, front), spanOf(reading, frame, tail)]
      contents.push({ cue, lead: leads[where], own, spans })
    }
  }
  return contents
}

/** The pieces that end in front of the next report; to whatever reaches it, it is what the sentence’s end is. */
function cutAt({ items }: Frame, pieces: readonly Piece[], next: number): readonly Piece[] {
  // The last of them reaches furthest.
  if (pieces.length === 0 || pieces.at(-1)!.last < next) return pieces
  const kept = pieces.filter(({ last }) => last < next)
  const longest = kept.at(-1)
  if (longest === undefined || kept.length === pieces.length) return kept
  // "called the plan | “thin” and said": what ends in front of marked words is not whole.
  const behind = items[longest.last + 1]
  return behind !== undefined && isQuote(behind) ? kept : [...kept.slice(0, -1), { ...longest, edge: 0 }]
}

/** What stands in front of a cue and its comma. */
function frontsOf(scene: Scene, cue: Cue, { first }: Setting): Piece[] {
  const { reading, frame, cues } = scene
  if (cue.shape !== 'beside' && cue.shape !== 'inverted') return []
  const isAfterComma = first > 0 && isComma(reading, frame, first - 1)
  if (!isAfterComma && !(cue.kind === 'phrase' && first > 0)) return []
  const pieces = piecesBefore(scene, first - 1)
  // "Asked whether fares would rise, she said": put to her, not said by her.
  const told = cues.findLast((other) => other.last + 2 < first && isSetBetween(scene, other))
  return pieces.filter((piece) => !isOccasion(reading, frame, piece) && (told === undefined || piece.first > told.last))
}

/** "Reports that she left are, | she says, “rubbish”": it is not whole without what stands between marks. */
function isEndedInMarks({ words: { tokens, nameAt } }: Reading, { items }: Frame, cue: Cue, { last }: Piece): boolean {
  const item = items[last]!
  if (isQuote(item) || nameAt[item] !== -1 || !items.some((one, at) => at > cue.last && isQuote(one))) return false
  return (tokens[item]!.tags & (TAG.auxiliary | TAG.preposition)) !== 0
}

/** The pieces from there on, none of them with what is denied to have been said. */
function piecesUpTo(scene: Scene, from: number): Piece[] {
  const { reading, frame, cues } = scene
  if (from >= frame.items.length) return []
  const pieces = piecesBehind(scene, from)
  const denied = cues.find(
    (other) => other.first > from && other.shape === 'shared' && isNegated(reading, frame, other),
  )
  return denied === undefined ? pieces : pieces.filter(({ last }) => last < denied.first - 2)
}

/** A subject in front of the cue, its verb behind: "Fares, she said, would double". */
function isSplit(reading: Reading, frame: Frame, front: Piece, tail: Piece): boolean {
  if (!isFiniteVerb(reading, frame.items[tail.first]!)) return false
  for (let at = front.first; at <= front.last; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item) || isFiniteVerb(reading, item)) return false
  }
  return true
}

/** The comma that ends the cue, where nothing but its circumstances stands between. */
function commaBehind(reading: Reading, frame: Frame, last: number): number {
  for (let at = last + 1; at <= last + 1 + TAIL && at < frame.items.length - 1; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) return -1
    if (isComma(reading, frame, at)) return at
    if (isFiniteVerb(reading, item)) return -1
  }
  return -1
}
