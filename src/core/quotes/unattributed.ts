import type { Quote } from '../analysis.ts'
import { findPlaces, type Reading } from './features.ts'
import { kindOf } from './kinds.ts'

/** Every marked span with nobody named: for a text whose words the lexicon does not know. */
export function leaveUnattributed(reading: Reading, reason: string): Quote[] {
  return findPlaces(reading).map((place) => {
    const { content, paragraph } = reading.outer[place.quote]!
    const kind = kindOf(reading, place)
    return { kind, spans: [content], paragraph: paragraph + 1, speaker: null, confidence: 0, reason }
  })
}
