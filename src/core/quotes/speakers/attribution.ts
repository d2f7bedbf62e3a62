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
import { passedOnBy } from './second-hand.ts'
import type { Settled } from './settled.ts'
import { settledBySentence } from './settling.ts'

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
    const goesOn = reading.continues[place.quote] !== -1 && previous?.place.quote === place.quote - 1
    // What the weights have no say in: what the sentence tells, and that a conversation takes turns.
    const sentence = goesOn ? null : settledBySentence(reading, place)
    const turn = sentence === null ? turnOf(reading, place, attributions) : null
    if (sentence !== null || turn !== null) {
      const settled =
        sentence === null ? ofTurn(place, turn!) : ofSentence(reading, known, place, sentence, attributions)
      watch?.(place, [settled.candidate], [1], 0, settled.reason)
      if (sentence?.isSaid !== false) attributions.push(settled)
      continue
    }
    const found = findCandidates(reading, place)
    const spoken = isSpoken(reading, place)
    const unsaid = !spoken && isUnsaid(reading, place)
    const candidates = found.filter(({ mention }) => (mention === null ? unsaid || !spoken : !unsaid))
    if (previous !== undefined && previous.candidate.mention !== null && !unsaid)
      candidates.push(carriedCandidate(reading, place, previous.candidate, previous.place))
    const chances = shares(candidates.map(({ features }) => score(model, features)))
    const voices = voicesOf(candidates, known, previous?.speaker ?? null)
    const best = choose(chances, voices, place.alone)
    const chosen = candidates[best]!
    watch?.(place, candidates, chances, best)
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
    const by =
      chosen.cue === null || chosen.carried || chosen.cueFrame !== place.frame
        ? null
        : passedOnBy(reading, place, chosen.cue)
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
      ...(chosen.carried && previous?.through !== undefined && { through: previous.through }),
      ...(by !== null && throughOf(by, resolveMention(reading, known, place.frame, by, attributions), meant.speaker)),
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

/** Who passes words on, unless they are their own: "Lund said she told him “…”". */
const throughOf = (mention: Mention, by: number | null, speaker: number | null): Pick<Attribution, 'through'> =>
  by !== null && by === speaker ? {} : { through: { speaker: by, mention } }

/** As the grammar of the sentence has it. */
function ofSentence(
  reading: Reading,
  known: Known,
  place: Place,
  { mention, confidence, reason, by, cue }: Settled,
  before: readonly Attribution[],
): Attribution {
  const through = by === undefined ? null : resolveMention(reading, known, place.frame, by, before)
  const meant = mention === null ? NOBODY : meantBy(reading, known, place.frame, mention, before)
  // "Berg heard him say": it is not Berg.
  const speaker = by !== undefined && meant.speaker === through ? null : meant.speaker
  const sure = Math.min(confidence, meant.sure)
  return {
    place,
    candidate: { mention, cue: cue ?? null, cueFrame: place.frame, carried: false, features: [] },
    speaker,
    ...(by !== undefined && throughOf(by, through, speaker)),
    confidence: sure,
    ...(meant.sure < 1 && { sure: meant.sure }),
    rivals: sure < UNSURE ? meant.rivals : [],
    joined: false,
    reason,
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
