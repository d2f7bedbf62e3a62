import type { Place, Reading } from '../features.ts'
import type { Mention } from '../grammar/mentions.ts'
import type { Known } from '../mentions/known.ts'
import { calibrate, type Model } from '../model.ts'
import { type Attribution, attribute, type Watch } from '../speakers/attribution.ts'
import type { Candidate } from '../speakers/candidates.ts'
import { leadsStraightTo, leadsTo } from './led-to.ts'

/** Who is surer than the model, which has seen no speech inside speech, is not surer than this. */
const MOST = 0.85

interface Watched {
  readonly place: Place
  readonly candidates: readonly Candidate[]
  readonly shares: readonly number[]
  readonly settled: string | undefined
}

/**
 * Who says the marked spans of a speech: as the model has it, where a verb of saying in the same sentence leads to them
 * or they stand alone behind such words; and where one leads straight to them, whatever the model thinks of so few words.
 */
export function attributeInside(reading: Reading, known: Known, model: Model, watch?: Watch): readonly Attribution[] {
  const watched: Watched[] = []
  const chosen = new Map(
    attribute(reading, known, model, (place, candidates, shares, _, settled) =>
      watched.push({ place, candidates, shares, settled }),
    ).map((attribution) => [attribution.place.quote, attribution]),
  )
  const said: Attribution[] = []
  let before: Attribution | undefined
  for (const one of watched) {
    const attribution = chosen.get(one.place.quote)
    const own =
      (attribution && ledTo(reading, attribution, before?.place.quote === one.place.quote - 1)) ??
      ledStraightTo(reading, model, one)
    before = own ?? undefined
    if (own !== null) said.push(own)
    const isSettled = one.settled !== undefined && own !== null
    const taken = isSettled ? 0 : one.candidates.findIndex(isTaken(own))
    watch?.(one.place, one.candidates, one.shares, taken, one.settled)
  }
  return said
}

/** Nobody, where nobody was taken. */
const isTaken =
  (own: Attribution | null) =>
  ({ mention, cue, carried }: Candidate): boolean =>
    own === null
      ? mention === null
      : mention === own.candidate.mention && cue === own.candidate.cue && carried === own.candidate.carried

function ledTo(reading: Reading, attribution: Attribution, goesOn: boolean): Attribution | null {
  const { candidate, place } = attribution
  const { mention } = candidate
  // "I was told: ‘…’": by whom is not said.
  if (mention === null) return null
  if (candidate.carried && place.alone) return goesOn ? attribution : null
  if (!candidate.carried && candidate.cueFrame !== place.frame) return null
  // "I heard Berg say, ‘…’", "she read his letter: ‘…’": the sentence tells whose they are.
  if (attribution.through !== undefined) return attribution
  if (candidate.cue !== null && leadsTo(reading, candidate.cue, place)) return attribution
  // "ridiculed it as ‘…’ and said, ‘…’": the likeliest verb of whoever speaks need not be the one that leads here.
  const cue = reading.cues[place.frame]!.find((one) => isSame(one.mention, mention) && leadsTo(reading, one, place))
  if (cue === undefined) return null
  return { ...attribution, candidate: { ...candidate, cue, cueFrame: place.frame, carried: false } }
}

/** By the likeliest cue that leads straight to the words, as sure as it is of those that are somebody's. */
function ledStraightTo(reading: Reading, model: Model, { place, candidates, shares }: Watched): Attribution | null {
  let best = -1
  for (const [at, { cue, cueFrame }] of candidates.entries()) {
    if (cue === null || cueFrame !== place.frame || !leadsStraightTo(reading, cue, place)) continue
    if (best === -1 || shares[at]! > shares[best]!) best = at
  }
  if (best === -1) return null
  const { mention } = candidates[best]!
  const sharesOf = (fits: (one: Mention) => boolean): number =>
    shares.reduce((sum, share, at) => {
      const one = candidates[at]!.mention
      return one !== null && fits(one) ? sum + share : sum
    }, 0)
  const confidence = Math.min(MOST, calibrate(model, sharesOf((one) => isSame(one, mention!)) / sharesOf(() => true)))
  return { place, candidate: candidates[best]!, speaker: null, confidence, rivals: [], joined: false }
}

const isSame = (a: Mention, b: Mention): boolean => a.first <= b.last && b.first <= a.last
