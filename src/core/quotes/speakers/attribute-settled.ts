import type { Place, Reading } from '../features.ts'
import { textAt } from '../grammar/text-at.ts'
import type { Known } from '../mentions/known.ts'
import { meantBy, NOBODY } from '../mentions/meant.ts'
import { openedByBody } from '../mentions/opened-by-body.ts'
import { resolveMention } from '../mentions/resolution.ts'
import type { Settled } from '../settled/settled.ts'
import { settledBySentence } from '../settled/settling.ts'
import { type Attribution, UNSURE } from './attribution.ts'
import { type Turn, turnOf } from './conversations.ts'
import { evenly } from './rivals.ts'
import { throughOf } from './through.ts'

/** How sure the first turn without a cue is, and how much of that each further one keeps: docs/decisions/0120. */
const TURN = 0.75
const TURNS = 0.97

/**
 * What the weights have no say in: what the sentence tells, unless the span goes on with speech that is left open, and
 * that a conversation takes turns. Null where neither settles anything.
 */
export function attributeSettled(
  reading: Reading,
  known: Known,
  place: Place,
  isOpen: boolean,
  before: readonly Attribution[],
): { readonly attribution: Attribution; readonly isSaid: boolean } | null {
  const sentence = isOpen ? null : settledBySentence(reading, place)
  if (sentence !== null)
    return { attribution: ofSentence(reading, known, place, sentence, before), isSaid: sentence.isSaid }
  const goingOn = isOpen ? null : behindPause(reading, place, before)
  if (goingOn !== null) return { attribution: goingOn, isSaid: true }
  const turn = turnOf(reading, place, before)
  return turn === null ? null : { attribution: ofTurn(place, turn), isSaid: true }
}

/** As the grammar of the sentence has it. */
function ofSentence(
  reading: Reading,
  known: Known,
  place: Place,
  { mention, confidence, reason, by, or, cue }: Settled,
  before: readonly Attribution[],
): Attribution {
  const through = by === undefined ? null : resolveMention(reading, known, place.frame, by, before)
  const meant = mention === null ? NOBODY : meantBy(reading, known, place.frame, mention, before)
  // "Berg heard him say": it is not Berg.
  const speaker = by !== undefined && meant.speaker === through ? null : meant.speaker
  const shown =
    speaker !== null || mention === null ? mention : (openedByBody(reading, place.frame, mention) ?? mention)
  const other = or === undefined ? null : resolveMention(reading, known, place.frame, or, before)
  const isEven = other !== null && speaker !== null && other !== speaker
  const sure = Math.min(confidence, meant.sure)
  return {
    place,
    candidate: { mention: shown, cue: cue ?? null, cueFrame: place.frame, carried: false, features: [] },
    speaker,
    ...(by !== undefined && throughOf(by, through, speaker)),
    confidence: sure,
    ...(meant.sure < 1 && { sure: meant.sure }),
    rivals: isEven ? evenly([speaker, other]).rivals : sure < UNSURE ? meant.rivals : [],
    joined: false,
    reason,
  }
}

/** “No.” A pause. “Never.”: whoever spoke before goes on, not quite as surely. */
function behindPause(reading: Reading, place: Place, attributions: readonly Attribution[]): Attribution | null {
  const last = attributions.at(-1)
  const between = reading.frames[place.frame - 1]
  if (last === undefined || between === undefined || !place.alone || last.place.frame !== place.frame - 2) return null
  if (between.paragraph !== reading.frames[place.frame]!.paragraph || !last.place.alone || last.speaker === null)
    return null
  const written = between.items.map((_, at) => textAt(reading, between, at)).join(' ')
  if (!PAUSE.test(written)) return null
  const { mention } = last.candidate
  return {
    place,
    candidate: { mention, cue: null, cueFrame: last.place.frame, carried: true, features: [] },
    speaker: last.speaker,
    confidence: last.confidence * PAUSED,
    ...(last.sure !== undefined && { sure: last.sure }),
    rivals: [],
    joined: false,
    reason: 'goes on behind a pause',
  }
}

const PAUSED = 0.97
const PAUSE =
  /^(?:There is |There was |Then )?(?:(?:an?|another|more) )?(?:\p{Ll}+ )?(?:pause|beat|silence|sigh|laugh|smile|shrug|grin|nod) [.…]$/iu

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
