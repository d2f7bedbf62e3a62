import { findPlaces, type Place, type Reading } from '../features.ts'
import type { Mention } from '../grammar/mentions.ts'
import { calibrate, type Model, SUREST, score, shares } from '../model.ts'
import { goingOn } from './alternation.ts'
import { type Candidate, carriedCandidate, findCandidates } from './candidates.ts'
import { choose, shareOf, voicesOf } from './choice.ts'
import { type Turn, turnOf } from './conversations.ts'
import { isSpoken, isUnsaid } from './governing.ts'
import type { Known } from './known.ts'
import { type Meant, meantBy } from './meant.ts'
import { resolveMention } from './resolution.ts'
import { type Rival, rivalsOf } from './rivals.ts'
import { isSaidWithin } from './said-within.ts'
import { toldTo } from './told.ts'

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
  /** Goes on with the utterance of the span before, from the paragraph before. */
  readonly joined: boolean
  /** Taken as a turn of a conversation without a cue, and the how-manieth. */
  readonly turn?: number
  /** Why, where it is not the candidate that tells: see compose.ts. */
  readonly reason?: string
}

/** Below this share nobody is named: see docs/decisions/0011-unsure.md. */
export const UNSURE = 0.5

/** How sure it is that whom a passive names says the words: "was told by Lund: “…”". */
const TOLD = 0.9

/** How sure the first turn without a cue is, and how much of that each further one keeps: docs/decisions/0120. */
const TURN = 0.75
const TURNS = 0.97

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

/** Spans that nobody says (titles, scare quotes) are left out. `watch` is told of every choice. */
export function attribute(reading: Reading, known: Known, model: Model, watch?: Watch): Attribution[] {
  const attributions: Attribution[] = []
  for (const place of findPlaces(reading)) {
    const previous = headOfSpeech(reading, place, attributions)
    const settled = settledBy(reading, known, place, attributions)
    if (settled !== null) {
      watch?.(place, [settled.candidate], [1], 0, settled.reason)
      attributions.push(settled)
      continue
    }
    const found = findCandidates(reading, place)
    const alone = isSpoken(reading, place)
    const unsaid = !alone && isUnsaid(reading, place)
    const spoken = alone || (!unsaid && found.length > 1 && isSaidWithin(reading, place))
    const candidates = found.filter(({ mention }) => (mention === null ? unsaid || !spoken : !unsaid))
    if (previous !== undefined && previous.candidate.mention !== null && !unsaid)
      candidates.push(carriedCandidate(reading, place, previous.candidate, previous.place))
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
    const meantOf = ({ carried, mention }: Candidate): Meant =>
      mention === null
        ? NOBODY
        : carried && previous !== undefined
          ? goOnWith(previous)
          : meantBy(reading, known, place.frame, mention, attributions)
    const going = isFromBefore(reading, place, chosen) ? goingOn(reading, place, attributions) : null
    const meant = { ...meantOf(chosen), ...going }
    const rivalsIn = ({ rivals }: Meant): readonly Rival[] =>
      rivals.length > 0 ? rivals : rivalsOf(candidates, chances, (one) => meantOf(one).speaker).map(calibrated)
    const calibrated = (rival: Rival): Rival => ({ ...rival, share: calibrate(model, rival.share) })
    const own = Math.min(SUREST, meant.sure, calibrate(model, share))
    const confidence = chosen.carried && previous !== undefined ? Math.min(own, previous.confidence) : own
    attributions.push({
      place,
      candidate: chosen,
      speaker: meant.speaker,
      confidence,
      ...(meant.sure < 1 && { sure: meant.sure }),
      rivals: confidence < UNSURE ? rivalsIn(meant) : [],
      joined: false,
    })
  }
  return attributions
}

/** Whether nothing in its own paragraph tells who says a quote that stands alone. */
function isFromBefore({ frames }: Reading, { frame, alone }: Place, { carried, cueFrame }: Candidate): boolean {
  return alone && (carried || frames[cueFrame]!.paragraph < frames[frame]!.paragraph)
}

/** Who spoke is as open as before. */
function goOnWith({ speaker, sure = 1, rivals }: Attribution): Meant {
  return { speaker, sure, rivals: sure < UNSURE ? rivals : [] }
}

const NOBODY: Meant = { speaker: null, sure: 1, rivals: [] }

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

/** What the weights have no say in: who is told the words does not say them, and a conversation takes turns. */
function settledBy(reading: Reading, known: Known, place: Place, before: readonly Attribution[]): Attribution | null {
  const told = toldTo(reading, place)
  if (told !== null) return ofTold(reading, known, place, told.agent, before)
  const turn = turnOf(reading, place, before)
  return turn === null ? null : ofTurn(place, turn)
}

/** Words that somebody is told: they are the agent’s, or nobody is named. */
function ofTold(
  reading: Reading,
  known: Known,
  place: Place,
  agent: Mention | null,
  before: readonly Attribution[],
): Attribution {
  return {
    place,
    candidate: { mention: agent, cue: null, cueFrame: place.frame, carried: false, features: [] },
    speaker: agent === null ? null : resolveMention(reading, known, place.frame, agent, before),
    confidence: agent === null ? 0 : TOLD,
    rivals: [],
    joined: false,
    reason: agent === null ? 'told to somebody, the text does not say by whom' : 'whoever told somebody so',
  }
}

/** Takes turns: whoever did not speak last; of more than two, nobody. */
function ofTurn(place: Place, { from, voices, uncued }: Turn): Attribution {
  const share = TURN * TURNS ** uncued
  return {
    place,
    candidate: {
      mention: from?.candidate.mention ?? null,
      cue: null,
      cueFrame: from?.candidate.cueFrame ?? place.frame,
      carried: from !== null,
      features: [],
    },
    speaker: from?.speaker ?? null,
    confidence: from === null ? 0 : Math.min(share, from.confidence),
    rivals: from === null ? voices.map((speaker) => ({ speaker, share: 1 / voices.length })) : [],
    joined: false,
    turn: uncued + 1,
    reason: from === null ? 'more than two talk with each other here' : 'question and answer take turns',
  }
}
