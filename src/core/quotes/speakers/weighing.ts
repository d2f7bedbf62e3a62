import type { Place, Reading } from '../features.ts'
import type { Known } from '../mentions/known.ts'
import { type Model, score, shares } from '../model.ts'
import type { Attribution } from './attribution.ts'
import { type Candidate, carriedCandidate, findCandidates } from './candidates.ts'
import { choose, voicesOf } from './choice.ts'
import { isSaidWithin } from './said-within.ts'
import { isSpoken } from './spoken.ts'
import { isUnsaid } from './unsaid.ts'

/** All who may say one marked span, and how likely each is. */
export interface Weighed {
  readonly place: Place
  /** The span whose speech may go on. */
  readonly previous: Attribution | undefined
  readonly candidates: readonly Candidate[]
  /** By candidate; they add up to one. */
  readonly chances: readonly number[]
  /** By candidate: see `voicesOf`. */
  readonly voices: readonly number[]
  /** Index of the choice. */
  readonly best: number
}

export function weigh(
  reading: Reading,
  known: Known,
  model: Model,
  place: Place,
  previous: Attribution | undefined,
): Weighed {
  const candidates = findPossible(reading, place, previous)
  const chances = shares(candidates.map(({ features }) => score(model, features)))
  const voices = voicesOf(candidates, known, previous?.speaker ?? null)
  return { place, previous, candidates, chances, voices, best: choose(chances, voices, place.alone) }
}

/** The candidates that the grammar leaves: not nobody where it is surely said, nobody alone where it surely was not. */
function findPossible(
  reading: Reading,
  place: Place,
  previous: Pick<Attribution, 'candidate' | 'place'> | undefined,
): Candidate[] {
  const found = findCandidates(reading, place)
  const alone = isSpoken(reading, place)
  const unsaid = !alone && isUnsaid(reading, place)
  const spoken = alone || (!unsaid && found.length > 1 && isSaidWithin(reading, place))
  const candidates = found.filter(({ mention }) => (mention === null ? unsaid || !spoken : !unsaid))
  if (previous !== undefined && previous.candidate.mention !== null && !unsaid)
    candidates.push(carriedCandidate(reading, place, previous.candidate, previous.place))
  return candidates
}
