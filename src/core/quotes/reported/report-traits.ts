import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { isFiniteVerb } from '../grammar/finite.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { positionsOf } from '../grammar/positions.ts'
import { lowerAt } from '../grammar/text-at.ts'
import { START, startOf } from '../start.ts'
import { distanceOf, formOf, gapOf, headOf, numberOf, senseOf, shapeOf, trailOf } from '../traits.ts'
import { hasTense, SIGN } from './clause-signs.ts'
import type { ContentStart } from './contents.ts'
import type { Piece, Scene } from './pieces.ts'
import { AHEAD, AUXILIARY, CLAUSE, LOOKS, lengthOf, PLACE, rankOf, reports } from './reported-features.ts'

/** Where a cue with its subject stands in the frame. */
export interface Setting {
  readonly first: number
  /** The last item of the cue and its subject. */
  readonly end: number
  readonly ahead: number
  readonly gap: number
  readonly auxiliary: number
  readonly headline: number
  /** What stands between the subject and its verb, and whether it has a finite verb. */
  readonly between: number
  readonly crossed: number
  readonly looks: number
}

export function settingOf(reading: Reading, frame: Frame, cue: Cue): Setting {
  const subject = positionsOf(frame, cue)
  const first = Math.min(subject.first, cue.first)
  const [from, to] = subject.last < cue.first ? [subject.last, cue.first] : [cue.last, subject.first]
  let crossed = 0
  for (let at = from + 1; at < to; at += 1) {
    const item = frame.items[at]!
    if (!isQuote(item) && hasTense(reading, item)) crossed = at < to - 2 ? 1 : crossed
  }
  return {
    between: from < to - 1 ? gapOf(reading, frame, from, to) : 0,
    crossed,
    looks: looksOf(reading, cue),
    first,
    end: Math.max(subject.last, cue.last),
    ahead: aheadOf(reading, frame, first),
    gap: distanceOf(Math.max(cue.first - subject.last, subject.first - cue.last) - 1),
    auxiliary: auxiliaryOf(reading, frame, cue),
    headline: isHeadline(reading, frame) ? 1 : 0,
  }
}

/** -1 for "according to" and nouns. */
export const lemmaOf = (cue: Cue): number => cue.verb?.number ?? -1

/** What is true of a cue, and of how it leads to what stands on one side of it. */
export function leadFeatures(
  reading: Reading,
  frame: Frame,
  cue: Cue,
  { end, ahead, gap, auxiliary, headline, between, crossed, looks }: Setting,
  where: number,
  start: ContentStart | null,
): number[] {
  const that = start !== null && start.that > 0 ? 1 : 0
  const sense = senseOf(cue)
  const shape = shapeOf(cue.shape)
  const head = headOf(reading.words, cue.mention)
  const features = [
    reports.where(where),
    reports.sense(sense, where, that),
    reports.shape(shape, where),
    reports.number(numberOf(cue.mention), shape),
    reports.form(formOf(cue), sense, where),
    reports.head(head),
    reports.headSense(head, sense),
    reports.passive(cue.passive ? 1 : 0, sense),
    reports.auxiliary(auxiliary),
    reports.auxiliarySense(auxiliary, sense),
    reports.ahead(ahead, where),
    reports.aheadSense(ahead, sense),
    reports.gap(gap, shape),
    reports.headline(headline, where),
    reports.between(between, shape),
    reports.crossed(crossed, shape),
    reports.looks(looks, shape),
  ]
  const lemma = lemmaOf(cue)
  if (cue.verb !== null) {
    features.push(reports.lemma(lemma, where), reports.lemmaThat(lemma, that))
    for (const one of cue.verb.senseNumbers) features.push(reports.senses(one, where, that))
  }
  if (start === null) {
    const behind = trailOf(reading.words, frame.items[end + 1])
    features.push(reports.behind(behind, where), reports.behindSense(behind, sense))
    return features
  }
  const starts = frame.items[start.at] === undefined ? 0 : startOf(reading, frame.items[start.at]!)
  features.push(
    reports.start(starts, where, that),
    reports.senseStart(sense, starts, that),
    reports.that(start.that),
    reports.particle(start.particle),
    reports.particleSense(start.particle, sense),
    reports.listener(start.listener ? 1 : 0, that),
    reports.comma(start.comma ? 1 : 0, sense),
    reports.way(start.way, sense),
    reports.wayStart(start.way, starts),
  )
  const second = frame.items[start.at + 1]
  if (second !== undefined) features.push(reports.second(startOf(reading, second)))
  return features
}

/** How a piece of the frame looks as what is reported, behind the features that it has already. */
export function pieceFeatures(
  { reading, frame, signs }: Scene,
  piece: Piece,
  where: number,
  cue: Cue,
  that: number,
  features: number[] = [],
): number[] {
  const { first, last, edge, passed, inside } = piece
  const led = that > 0 ? 1 : 0
  let quoting = 0
  let finite: number = CLAUSE.none
  for (let at = first; at <= last; at += 1) {
    const sign = signs[at]
    if (sign === SIGN.quote) quoting = 1
    else if (sign === SIGN.tense) finite = CLAUSE.finite
    else if (sign === SIGN.to && finite === CLAUSE.none) finite = CLAUSE.to
  }
  if (finite === CLAUSE.none && startOf(reading, frame.items[first]!) === START.indexOf('ing')) finite = CLAUSE.ing
  const length = lengthOf(last - first + 1)
  features.push(
    reports.length(length, where),
    reports.quoting(quoting, where),
    reports.quotingLength(quoting, length),
    reports.clause(finite, led, where),
    reports.last(startOf(reading, frame.items[last]!)),
  )
  if (where === PLACE.before) return features
  features.push(
    reports.stop(edge, led),
    reports.stopClause(edge, finite),
    reports.clauseSense(finite, senseOf(cue), that),
    reports.rank(rankOf(edge, inside), where),
  )
  for (let at = 0; at < inside; at += 1) features.push(reports.pass(passed[at]!, led))
  return features
}

/** How a piece in front of its cue begins. */
export function frontFeatures(reading: Reading, frame: Frame, { first, edge, passed, inside }: Piece): number[] {
  const starts = startOf(reading, frame.items[first]!)
  const features = [
    reports.opens(edge),
    reports.start(starts, PLACE.before, 0),
    reports.rank(rankOf(edge, inside), PLACE.before),
  ]
  for (let at = 0; at < inside; at += 1) features.push(reports.passBack(passed[at]!))
  return features
}

/** A subject in front of the cue and its verb behind it, or a circumstance and a clause. */
export function partsFeatures(reading: Reading, frame: Frame, front: Piece, tail: Piece): number[] {
  let finite = 0
  for (let at = front.first; at <= front.last; at += 1) {
    const item = frame.items[at]!
    if (!isQuote(item) && isFiniteVerb(reading, item)) finite = 1
  }
  const item = frame.items[tail.first]!
  const goesOn = !isQuote(item) && isFiniteVerb(reading, item) ? 1 : 0
  return [
    reports.parts(finite, goesOn),
    reports.partLength(lengthOf(front.last - front.first + 1), goesOn),
    reports.partStart(startOf(reading, item), finite),
  ]
}

function auxiliaryOf(reading: Reading, frame: Frame, cue: Cue): number {
  const item = frame.items[cue.first - 1]
  if (item === undefined || isQuote(item)) return 0
  const before = lowerAt(reading, frame, cue.first - 1)
  const known = AUXILIARY.indexOf(before as never)
  if (known > 0 && known < 10) return known
  const { tags } = reading.words.tokens[item]!
  return tags & TAG.auxiliary ? 10 : tags & TAG.adverb ? 11 : 0
}

function aheadOf({ words }: Reading, frame: Frame, first: number): number {
  const item = frame.items[first - 1]
  if (item === undefined) return AHEAD.edge
  if (isQuote(item)) return AHEAD.quote
  const { kind, text, tags, verb } = words.tokens[item]!
  if (kind === 'mark') return text === ',' ? AHEAD.comma : AHEAD.mark
  if (words.nameAt[item] !== -1) return AHEAD.word
  if (tags & TAG.relative) return AHEAD.relative
  if (tags & TAG.subordinator) return AHEAD.subordinator
  if (tags & TAG.conjunction) return AHEAD.conjunction
  if (tags & TAG.preposition) return AHEAD.preposition
  return verb === undefined ? AHEAD.word : AHEAD.verb
}

/** Heads that look like no noun: "appeared", "really", "his". */
function looksOf({ words: { tokens } }: Reading, { mention }: Cue): number {
  if (mention.kind !== 'nominal') return LOOKS['no noun']
  const { lower, tags, verb, capital, kind } = tokens[mention.head]!
  if (kind === 'number') return LOOKS.number
  if (tags & (TAG.role | TAG.body | TAG.report)) return LOOKS.role
  if (tags & (TAG.determiner | TAG.possessive | TAG.object)) return LOOKS.determiner
  if (tags & (TAG.adverb | TAG.time) || lower.endsWith('ly')) return LOOKS.adverb
  if (tokens[mention.first]!.tags & (TAG.determiner | TAG.possessive)) return LOOKS.determined
  if (verb?.forms.past === true || lower.endsWith('ed')) return LOOKS.past
  if (lower.endsWith('ing')) return LOOKS.ing
  return capital ? LOOKS.capital : tags === 0 ? LOOKS.word : LOOKS.other
}

/** No full stop at the end: a title, or a line of a list. */
function isHeadline({ words }: Reading, frame: Frame): boolean {
  const item = frame.items.at(-1)!
  return !isQuote(item) && words.tokens[item]!.kind !== 'mark'
}
