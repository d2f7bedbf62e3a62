import type { Place, Reading } from '../features.ts'
import type { Mention } from '../grammar/mentions.ts'
import type { Known } from '../mentions/known.ts'
import { type Meant, meantBy, NOBODY } from '../mentions/meant.ts'
import { openedByBody } from '../mentions/opened-by-body.ts'
import { resolveMention } from '../mentions/resolution.ts'
import { calibrate, type Model, SUREST } from '../model.ts'
import { goingOn } from './alternation.ts'
import { type Attribution, UNSURE } from './attribution.ts'
import type { Candidate } from './candidates.ts'
import { shareOf } from './choice.ts'
import { type Rival, rivalsOf } from './rivals.ts'
import { passedOnBy } from './second-hand.ts'
import { throughOf } from './through.ts'
import type { Weighed } from './weighing.ts'

/** A share that needs no other mention of the same one. */
const PLAIN = 0.8

/** By the likeliest of the candidates; null where that is nobody. */
export function attributeWeighed(
  reading: Reading,
  known: Known,
  model: Model,
  { place, previous, candidates, chances, voices, best }: Weighed,
  before: readonly Attribution[],
): Attribution | null {
  const chosen = candidates[best]!
  if (chosen.mention === null) return null
  if (place.alone && isReader(reading, chosen.mention)) return answered(place, chosen)
  const meantOf = (one: Candidate): Meant => {
    if (one.mention === null) return NOBODY
    if (one.carried && previous !== undefined) return goOnWith(previous)
    return meantBy(reading, known, place.frame, one.mention, before)
  }
  const going = isFromBefore(reading, place, chosen) ? goingOn(reading, place, before) : null
  const { speaker, sure, rivals } = { ...meantOf(chosen), ...going }
  const share = shareOf(chances, voices, voices[best]!)
  const confidence = confidenceOf(chosen, calibrate(model, share + alsoFor()), sure, previous)
  return {
    place,
    candidate: speaker === null ? asDescribed(reading, place, chosen) : chosen,
    speaker,
    confidence,
    ...(sure < 1 && { sure }),
    ...toldBy(),
    rivals: confidence < UNSURE ? whoElse() : [],
    joined: false,
  }

  /** "Dahl called it thin. He recalled |": what "he" has of the share, where that is Dahl again. */
  function alsoFor(): number {
    if (!place.alone || speaker === null || share >= PLAIN) return 0
    const counted = new Set([voices[best]!])
    let also = 0
    for (const [at, one] of candidates.entries()) {
      const voice = voices[at]!
      if (one.mention?.kind !== 'pronoun' || counted.has(voice)) continue
      counted.add(voice)
      const meant = meantOf(one)
      if (meant.speaker === speaker) also += Math.min(meant.sure, shareOf(chances, voices, voice))
    }
    return also
  }

  function toldBy(): Pick<Attribution, 'through'> {
    if (chosen.carried) return previous?.through === undefined ? {} : { through: previous.through }
    const by = reporterOf(reading, place, chosen)
    return by === null ? {} : throughOf(by, resolveMention(reading, known, place.frame, by, before), speaker)
  }

  function whoElse(): readonly Rival[] {
    if (rivals.length > 0) return rivals
    const others = rivalsOf(candidates, chances, (one) => meantOf(one).speaker)
    return others.map((rival) => ({ ...rival, share: calibrate(model, rival.share) }))
  }
}

/** "The union fought over what it called “thin pay”": the union, and not "it", where neither has a name. */
function asDescribed(reading: Reading, { frame }: Place, chosen: Candidate): Candidate {
  const body = chosen.carried || chosen.mention === null ? null : openedByBody(reading, frame, chosen.mention)
  return body === null ? chosen : { ...chosen, mention: body }
}

/** "Why did you start?" in a paragraph of its own: whoever answers is asked, and the question does not name them. */
const answered = (place: Place, { cueFrame }: Candidate): Attribution => ({
  place,
  candidate: { mention: null, cue: null, cueFrame, carried: false, features: [] },
  speaker: null,
  confidence: 0,
  rivals: [],
  joined: false,
  reason: 'the answer to a question that names nobody',
})

const isReader = ({ words: { tokens } }: Reading, { kind, head }: Mention): boolean =>
  kind === 'pronoun' && tokens[head]!.lower === 'you'

/** As sure as the cue and as whom it means; never surer than the quote it is carried on from. */
function confidenceOf({ carried }: Candidate, share: number, sure: number, previous: Attribution | undefined): number {
  const own = Math.min(SUREST, sure, share)
  return carried && previous !== undefined ? Math.min(own, previous.confidence) : own
}

/** Who tells that it was said, where the cue of its own sentence has somebody else around it. */
function reporterOf(reading: Reading, place: Place, { cue, cueFrame }: Candidate): Mention | null {
  return cue === null || cueFrame !== place.frame ? null : passedOnBy(reading, place, cue)
}

/** Whether nothing in its own paragraph tells who says a quote that stands alone. */
function isFromBefore({ frames }: Reading, { frame, alone }: Place, { carried, cueFrame }: Candidate): boolean {
  return alone && (carried || frames[cueFrame]!.paragraph < frames[frame]!.paragraph)
}

/** Who spoke is as open as before. */
function goOnWith({ speaker, sure = 1, rivals }: Attribution): Meant {
  return { speaker, sure, rivals: sure < UNSURE ? rivals : [] }
}
