import { agree } from '../../people/agree.ts'
import type { Reading } from '../features.ts'
import type { Mention } from '../grammar/mentions.ts'
import type { Attribution } from '../speakers/attribution.ts'
import { isInserted } from './inserted.ts'
import type { Known } from './known.ts'
import { takenFor } from './taken-for.ts'
import { topicsOf } from './topics.ts'

/** How many sentences and quotes back a pronoun looks. */
const LOOK_BACK = 12

/** Whether somebody may be whom a pronoun means, by what they are called. */
export const whoFits =
  ({ genders, isSomebody }: Known, { gender }: Mention) =>
  (at: number): boolean =>
    isSomebody(at) !== false && agree(genders[at]!, gender)

/**
 * Whom this paragraph is about where the mention stands: the newest subject that fits, else who was introduced. Several
 * where they fit alike, none where that is somebody without a name, undefined where the paragraph names nobody who could be meant.
 */
export function topicsBefore(
  reading: Reading,
  known: Known,
  frameIndex: number,
  mention: Mention,
  before: readonly Attribution[],
  fits: (at: number) => boolean,
): readonly number[] | undefined {
  const { frames } = reading
  const { paragraph } = frames[frameIndex]!
  const end = Math.max(0, frameIndex - LOOK_BACK)
  const from = isInserted(reading, frameIndex, mention) ? frameIndex - 1 : frameIndex
  for (let at = from; at >= end && frames[at]!.paragraph === paragraph; at -= 1) {
    const { subjects, told, introduced, unnamed, pronoun } = topicsOf(reading, known.cast, at, mention.first)
    const own = subjects.filter(fits)
    if (own.length > 0) return own
    const described = whoSpeaks(reading, known, at, unnamed, mention, before, fits)
    if (described !== undefined) return described
    if (pronoun !== null && (pronoun.gender === mention.gender || pronoun.gender === null)) {
      const same = before.slice(-LOOK_BACK).findLast(({ candidate }) => candidate.mention === pronoun)?.speaker ?? null
      if (same !== null && fits(same)) return [same]
      continue
    }
    for (const others of [told.filter(fits), introduced.filter(fits)]) {
      if (others.length > 0) return others
    }
  }
  return undefined
}

/** Whom the descriptions of a sentence mean that may be whom a pronoun means; none where one of them has no name. */
function whoSpeaks(
  reading: Reading,
  known: Known,
  frame: number,
  unnamed: readonly Mention[],
  { gender }: Mention,
  before: readonly Attribution[],
  fits: (at: number) => boolean,
): readonly number[] | undefined {
  const speaking = new Set<number>()
  for (const one of unnamed) {
    const { speaker } = takenFor(reading, known, frame, one, before)
    if (speaker === null && agree(one.gender, gender)) return []
    if (speaker !== null && fits(speaker)) speaking.add(speaker)
  }
  return speaking.size > 0 ? [...speaking] : undefined
}
