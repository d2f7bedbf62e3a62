import type { Cast } from '../people/people.ts'
import { type Candidate, carriedCandidate, findCandidates, findPlaces } from './candidates.ts'
import type { Place, Reading } from './features.ts'
import { type Model, score, shares } from './model.ts'
import { resolveMention } from './resolution.ts'

/** Who says one marked span. */
export interface Attribution {
  readonly place: Place
  readonly candidate: Candidate
  /** Index in the cast, or null: described but not named, or unclear. */
  readonly speaker: number | null
  readonly confidence: number
}

/** Spans that nobody says (titles, scare quotes) are left out. */
export function attribute(reading: Reading, cast: Cast, model: Model): Attribution[] {
  const attributions: Attribution[] = []
  for (const place of findPlaces(reading.frames)) {
    const previous = attributions.at(-1)
    if (reading.continues[place.quote] !== -1) {
      // Whoever speaks in the paragraph before goes on.
      if (previous !== undefined && previous.place.quote === place.quote - 1) attributions.push({ ...previous, place })
      continue
    }
    const candidates = findCandidates(reading, place)
    if (previous !== undefined) candidates.push(carriedCandidate(reading, place, previous.candidate, previous.place))
    const chances = shares(candidates.map(({ features }) => score(model, features)))
    let best = 0
    for (const [at, chance] of chances.entries()) if (chance > chances[best]!) best = at
    const chosen = candidates[best]!
    if (chosen.mention === null) continue
    const mention = chosen.mention
    let share = 0
    for (const [at, { mention: other }] of candidates.entries()) {
      if (other !== null && other.first <= mention.last && other.last >= mention.first) share += chances[at]!
    }
    const speaker =
      chosen.carried && previous !== undefined
        ? previous.speaker
        : resolveMention(reading, cast, place.frame, mention, attributions)
    const confidence = chosen.carried && previous !== undefined ? Math.min(share, previous.confidence) : share
    attributions.push({ place, candidate: chosen, speaker, confidence })
  }
  return attributions
}
