import type { Place, Reading } from '../features.ts'
import { isHearsay } from '../grammar/subjects.ts'
import { isUttered } from '../speakers/cue-verbs.ts'
import { leadsStraight } from '../speakers/straight.ts'
import { type Settled, saidBy } from './settled.ts'

/** Nobody stands up for it that the words were said: shown, and shown as doubtful. */
const SURE = 0.7

/** "Lund is said to have called it “rubbish”", "is alleged to have told him: “…”": hers, if what is told is so. */
export function byHearsay(reading: Reading, place: Place): Settled | null {
  const frame = reading.frames[place.frame]!
  const cue = reading.cues[place.frame]!.findLast(
    (one) => one.last < place.position && isHearsay(reading.words, frame, one.first - 3),
  )
  if (cue === undefined || !leadsStraight(reading, frame, cue, place.position, isUttered)) return null
  return saidBy(cue.mention, SURE, 'nobody is named who tells that it was said')
}
