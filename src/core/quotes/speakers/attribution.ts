import { findPlaces, type Place, type Reading } from '../features.ts'
import { calibrate, type Model, score, shares } from '../model.ts'
import { type Candidate, carriedCandidate, findCandidates } from './candidates.ts'
import { choose, shareOf, voicesOf } from './choice.ts'
import type { Known } from './known.ts'
import { resolveMention } from './resolution.ts'
import { type Rival, rivalsOf } from './rivals.ts'

/** Who says one marked span. */
export interface Attribution {
  readonly place: Place
  readonly candidate: Candidate
  /** Index in the cast, or null: described but not named, or unclear. */
  readonly speaker: number | null
  /** Everybody who says it as one, the speaker among them, as indexes in the cast; told in quotes/together. */
  readonly together?: readonly number[]
  readonly confidence: number
  /** Where nobody is likely enough to be named, everybody who may have said it. */
  readonly rivals: readonly Rival[]
  /** Goes on with the utterance of the span before, from the paragraph before. */
  readonly joined: boolean
}

/** Below this share nobody is named: see docs/decisions/0011-unsure.md. */
export const UNSURE = 0.5

/** How sure a cue of its own must be to part a paragraph from the open quote before it. */
const PARTING = 0.9

/** What was weighed for one marked span; `shares` and `chosen` go by the candidates. */
export type Watch = (place: Place, candidates: readonly Candidate[], shares: readonly number[], chosen: number) => void

/** Spans that nobody says (titles, scare quotes) are left out. `watch` is told of every choice. */
export function attribute(reading: Reading, known: Known, model: Model, watch?: Watch): Attribution[] {
  const attributions: Attribution[] = []
  for (const place of findPlaces(reading)) {
    const previous = attributions.at(-1)
    const candidates = findCandidates(reading, place)
    if (previous !== undefined) candidates.push(carriedCandidate(reading, place, previous.candidate, previous.place))
    const chances = shares(candidates.map(({ features }) => score(model, features)))
    const voices = voicesOf(candidates, known, previous?.speaker ?? null)
    const best = choose(chances, voices, place.alone)
    const chosen = candidates[best]!
    watch?.(place, candidates, chances, best)
    const goesOn = reading.continues[place.quote] !== -1 && previous?.place.quote === place.quote - 1
    if (goesOn && previous !== undefined && !(chosen.cue?.mention.kind === 'name' && chances[best]! >= PARTING)) {
      attributions.push({ ...previous, place, joined: true })
      continue
    }
    const { mention } = chosen
    if (mention === null) continue
    const share = shareOf(chances, voices, voices[best]!)
    const resolve = ({ carried, mention }: Candidate): number | null =>
      mention === null
        ? null
        : carried && previous !== undefined
          ? previous.speaker
          : resolveMention(reading, known, place.frame, mention, attributions)
    const calibrated = (rival: Rival): Rival => ({ ...rival, share: calibrate(model, rival.share) })
    const own = calibrate(model, share)
    const confidence = chosen.carried && previous !== undefined ? Math.min(own, previous.confidence) : own
    attributions.push({
      place,
      candidate: chosen,
      speaker: resolve(chosen),
      confidence,
      rivals: confidence < UNSURE ? rivalsOf(candidates, chances, resolve).map(calibrated) : [],
      joined: false,
    })
  }
  return attributions
}
