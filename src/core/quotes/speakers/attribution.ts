import { findPlaces, type Place, type Reading } from '../features.ts'
import type { Mention } from '../grammar/mentions.ts'
import type { Known } from '../mentions/known.ts'
import type { Model } from '../model.ts'
import { attributeSettled } from './attribute-settled.ts'
import { attributeWeighed } from './attribute-weighed.ts'
import type { Candidate } from './candidates.ts'
import type { Rival } from './rivals.ts'
import { isSpoken } from './spoken.ts'
import { type Weighed, weigh } from './weighing.ts'

/** Who says one marked span. */
export interface Attribution {
  readonly place: Place
  readonly candidate: Candidate
  /** Index in the cast, or null: described but not named, or unclear. */
  readonly speaker: number | null
  /** Everybody who says it as one, the speaker among them, as indexes in the cast; told in quotes/together. */
  readonly together?: readonly number[]
  readonly confidence: number
  /** Where a pronoun tells, how sure it is whom it means, whatever its cue. */
  readonly sure?: number
  /** Where nobody is likely enough to be named, everybody who may have said it. */
  readonly rivals: readonly Rival[]
  /** Who passes the words on, an index in the cast or null. */
  readonly through?: { readonly speaker: number | null; readonly mention: Mention }
  /** Goes on with the utterance of the span before, from the paragraph before. */
  readonly joined: boolean
  /** Taken as a turn of a conversation without a cue, and the how-manieth. */
  readonly turn?: number
  /** Why, where it is not the candidate that tells: see compose.ts. */
  readonly reason?: string
}

/** Below this share nobody is named: see docs/decisions/0011-unsure.md. */
export const UNSURE = 0.5

/** How sure a cue of its own must be to part a paragraph from the open quote before it. */
const PARTING = 0.9

/**
 * What was weighed for one marked span; `shares` and `chosen` go by the candidates. Where nothing was, as the grammar or
 * the turns of a conversation settle it, the one candidate has no features and all of the share, and `settled` tells why.
 */
export type Watch = (
  place: Place,
  candidates: readonly Candidate[],
  shares: readonly number[],
  chosen: number,
  settled?: string,
) => void

/**
 * Who says each marked span, in reading order, each choice known to the next. What the sentence or the turns of a
 * conversation settle is not weighed. Spans that nobody says (titles, scare quotes) are left out; `watch` is told of
 * every choice.
 */
export function attribute(reading: Reading, known: Known, model: Model, watch?: Watch): Attribution[] {
  const attributions: Attribution[] = []
  for (const place of findPlaces(reading)) {
    const previous = headOfSpeech(reading, place, attributions)
    const isOpen = isLeftOpen(reading, place, previous)
    const settled = attributeSettled(reading, known, place, isOpen, attributions)
    if (settled !== null) {
      watch?.(place, [settled.attribution.candidate], [1], 0, settled.attribution.reason)
      if (settled.isSaid) attributions.push(settled.attribution)
      continue
    }
    const weighed = weigh(reading, known, model, place, previous)
    watch?.(place, weighed.candidates, weighed.chances, weighed.best)
    const attribution =
      isOpen && previous !== undefined && !partsSpeech(weighed)
        ? { ...previous, place, joined: true }
        : attributeWeighed(reading, known, model, weighed, attributions)
    if (attribution !== null) attributions.push(attribution)
  }
  return attributions
}

/** Whether the span before is left open, and goes on with this paragraph. */
function isLeftOpen({ continues }: Reading, { quote }: Place, previous: Attribution | undefined): boolean {
  return continues[quote] !== -1 && previous?.place.quote === quote - 1
}

/** A name with a cue of its own begins another speech, though the one before was never closed. */
function partsSpeech({ candidates, chances, best }: Weighed): boolean {
  return candidates[best]!.cue?.mention.kind === 'name' && chances[best]! >= PARTING
}

/**
 * The span whose speech may go on: the one before, but for a sentence of its own whoever speaks at the head of the
 * sentence before it. “A,” Lund said, though Berg called it “b.” “C.” is Lund’s.
 */
function headOfSpeech(reading: Reading, place: Place, before: readonly Attribution[]): Attribution | undefined {
  const last = before.at(-1)
  if (last === undefined || !place.alone || last.place.frame !== place.frame - 1) return last
  const head = before.findLast(({ place: { frame, position } }) => frame !== last.place.frame || position === 0)
  return head?.place.frame === last.place.frame && isSpoken(reading, head.place) ? head : last
}
