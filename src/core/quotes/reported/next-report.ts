import { TAG } from '../../text/tags.ts'
import type { Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { type Frame, isQuote } from '../grammar/frames.ts'
import { positionsOf } from '../grammar/positions.ts'
import { textAt } from '../grammar/text-at.ts'
import { behindThat, toldOf } from '../grammar/told-of.ts'
import { isComma } from './contents.ts'
import type { Piece, Scene } from './pieces.ts'

/**
 * Where a report is over because the next is told: "denied it was her car | and said …", "said it was wrong | but
 * Lund said …". The number of items where no other follows.
 */
export function nextReport(scene: Scene, cue: Cue): number {
  const { reading, frame, cues } = scene
  for (const other of cues) {
    if (other.first <= cue.last + 1 || !tells(other)) continue
    const joint = textAt(reading, frame, other.first - 1)
    if (goesOnTelling(scene, cue, other)) return other.first - 1
    if (other.mention.head === cue.mention.head) {
      if (other.verb?.senses.say === true && cue.verb?.lemma === 'deny' && joint === 'and') return other.first
      continue
    }
    if (other.verb?.senses.say !== true || other.shape !== 'beside' || !isNamedSpeaker(reading, other)) continue
    const { first } = positionsOf(frame, other)
    if (first > cue.last + 2 && JOINTS.has(textAt(reading, frame, first - 1))) return first - 1
  }
  return frame.items.length
}

const tells = ({ verb }: Cue): boolean => verb !== null && (verb.senses.say || verb.senses.state)

/**
 * "acknowledged that fees would rise, | but said", "reported a loss | and said": a second verb of whoever tells the first,
 * unless what is told has somebody of its own who may be the one to say it: "said Dahl admitted it | but said".
 */
function goesOnTelling({ reading, frame, cues }: Scene, cue: Cue, other: Cue): boolean {
  const { verb, shape, passive, first } = other
  if (shape !== 'shared' || passive || !(verb!.forms.past || verb!.forms.s)) return false
  const joint = textAt(reading, frame, first - 1)
  if (joint !== 'but' && joint !== 'and') return false
  if (SAYS_NOTHING.test(textAt(reading, frame, other.last + 1)) || isBeforeNoun(reading, frame, other)) return false
  // "called for a boycott, and the union denounced it and said".
  if (cues.some((one) => one.first > cue.last && one.first < first && isOfAnother(one, cue))) return false
  const inner = toldOf(reading.words, frame, behindThat(reading, frame, cue.last + 1))
  return inner === null || inner.kind === 'pronoun'
}

const isOfAnother = ({ shape, mention }: Cue, cue: Cue): boolean =>
  (shape === 'beside' || shape === 'apposition') &&
  mention.head !== cue.mention.head &&
  mention.first > cue.mention.last &&
  mention.kind !== 'pronoun' &&
  (mention.kind === 'name' || mention.number !== null)

/** "his affairs and | alleged affairs": no verb. */
function isBeforeNoun({ words: { tokens, nameAt } }: Reading, { items }: Frame, { verb, last }: Cue): boolean {
  const next = items[last + 1]
  if (next === undefined || isQuote(next) || verb?.senses.say === true || nameAt[next] !== -1) return false
  return tokens[next]!.kind === 'word' && tokens[next]!.tags === 0
}

const SAYS_NOTHING = /^(?:nothing|little|so)$/

const JOINTS: ReadonlySet<string> = new Set(['and', 'but', 'while', ';'])

const isNamedSpeaker = ({ words: { tokens } }: Reading, { mention }: Cue): boolean =>
  mention.kind === 'name' || (mention.kind === 'nominal' && (tokens[mention.head]!.tags & TAG.role) !== 0)

/** ", Lund said,": what stands in front of it is told already. */
export function isSetBetween({ reading, frame }: Scene, cue: Cue): boolean {
  if (cue.shape !== 'beside' || !interrupts(cue) || !isNamedSpeaker(reading, cue)) return false
  const { first } = positionsOf(frame, cue)
  return isComma(reading, frame, first - 1) && /^[,.]?$/.test(textAt(reading, frame, cue.last + 1))
}

/** "Lund said it would close, Berg reports.": where the frame of who passes it on begins. */
export function passedOnAt(scene: Scene, cue: Cue): number {
  const { reading, frame, cues } = scene
  const last = cues.at(-1)
  if (last === undefined || last.first <= cue.last + 2 || last.mention.head === cue.mention.head) return Infinity
  const isEnd = last.last >= frame.items.length - 2 && textAt(reading, frame, last.last + 1) !== ','
  return isEnd && isSetBetween(scene, last) ? positionsOf(frame, last).first - 1 : Infinity
}

export const tellsAnother = (scene: Scene, { first, last }: Piece): boolean =>
  scene.cues.some((other) => other.first > first && other.first <= last && isSetBetween(scene, other))

/** "she said", "according to her" may stand inside a statement; "she praised" may not. */
export const interrupts = ({ verb }: Cue): boolean =>
  verb === null ||
  ((verb.forms.past || verb.forms.s || verb.forms.base) && (verb.senses.say || verb.senses.state || verb.senses.write))
