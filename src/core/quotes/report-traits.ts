import { TAG } from '../text/tags.ts'
import { type ContentStart, startOf, textAt } from './contents.ts'
import type { Cue } from './cues.ts'
import type { Reading } from './features.ts'
import { type Frame, isQuote } from './frames.ts'
import { AUXILIARY, lengthOf, reports } from './reported-features.ts'
import { formOf, headOf, numberOf, senseOf, shapeOf } from './traits.ts'

/** How a content hangs on its cue. */
export interface ContentLead {
  readonly where: number
  readonly cut: number
  readonly start?: ContentStart
}

/** -1 for "according to" and nouns. */
export const lemmaOf = (cue: Cue): number => cue.verb?.number ?? -1

/** What is true of the items `first` to `last` as what a cue reports. */
export function featuresOf(
  reading: Reading,
  frame: Frame,
  cue: Cue,
  first: number,
  last: number,
  { where, cut, start }: ContentLead,
): number[] {
  const that = start !== undefined && start.that > 0 ? 1 : 0
  const sense = senseOf(cue)
  const shape = shapeOf(cue.shape)
  const starts = startOf(reading, frame.items[first]!)
  const length = lengthOf(last - first + 1)
  const head = headOf(reading.words, cue.mention)
  const auxiliary = auxiliaryOf(reading, frame, cue)
  const passive = cue.passive ? 1 : 0
  let quoting = 0
  let finite = 0
  for (let at = first; at <= last; at += 1) {
    const item = frame.items[at]!
    if (isQuote(item)) quoting = 1
    else if (hasTense(reading, item)) finite = 1
  }
  const features = [
    reports.where(where),
    reports.sense(sense, where, that),
    reports.start(starts, where, that),
    reports.senseStart(sense, starts, that),
    reports.shape(shape, where),
    reports.number(numberOf(cue.mention), shape),
    reports.form(formOf(cue), sense, where),
    reports.length(length, where),
    reports.quoting(quoting, where),
    reports.quotingLength(quoting, length),
    reports.head(head),
    reports.headSense(head, sense),
    reports.passive(passive, sense),
    reports.auxiliary(auxiliary),
    reports.auxiliarySense(auxiliary, sense),
    reports.cut(cut),
    reports.clause(finite, that),
  ]
  const lemma = lemmaOf(cue)
  if (cue.verb !== null) {
    features.push(reports.lemma(lemma, where), reports.lemmaThat(lemma, that))
    for (const one of cue.verb.senseNumbers) features.push(reports.senses(one, where, that))
  }
  if (start !== undefined) {
    features.push(
      reports.that(start.that),
      reports.particle(start.particle),
      reports.particleSense(start.particle, sense),
      reports.listener(start.listener ? 1 : 0, that),
      reports.comma(start.comma ? 1 : 0, sense),
    )
    if (first < last) features.push(reports.second(startOf(reading, frame.items[first + 1]!)))
  }
  return features
}

function hasTense(reading: Reading, item: number): boolean {
  const { tags, verb } = reading.words.tokens[item]!
  return (tags & TAG.auxiliary) !== 0 || verb?.forms.has('past') === true
}

function auxiliaryOf(reading: Reading, frame: Frame, cue: Cue): number {
  const item = frame.items[cue.first - 1]
  if (item === undefined || isQuote(item)) return 0
  const before = textAt(reading, frame, cue.first - 1).toLowerCase()
  const known = AUXILIARY.indexOf(before as never)
  if (known > 0 && known < 10) return known
  const { tags } = reading.words.tokens[item]!
  return tags & TAG.auxiliary ? 10 : tags & TAG.adverb ? 11 : 0
}
