import type { Place, Reading } from './features.ts'
import { LEAD, TRAIL } from './traits.ts'

/** So many characters behind a comma or colon are a clause even where they begin in lower case. */
const CLAUSE = 40
const LED: ReadonlySet<string> = new Set(['start', 'quote', 'comma', 'colon', 'other mark'])
/** What a cue of its own begins with, or that the span is a sentence of its own. */
const OWN: ReadonlySet<string> = new Set(['say', 'name', 'pronoun', 'end', 'quote'])

/** Direct speech stands on its own, however short; a fragment woven into the article’s own sentence is mixed. */
export function kindOf(reading: Reading, place: Place): 'direct' | 'mixed' {
  const { content } = reading.outer[place.quote]!
  const length = content.end - content.start
  const lead = LEAD[place.lead]!
  const trail = TRAIL[place.trail]!
  if (!LED.has(lead)) return place.capital && place.ending === 2 ? 'direct' : 'mixed'
  if (length > CLAUSE) return 'direct'
  // “yes,” said Ana Lund; “Come in.”
  if (lead === 'start' && OWN.has(trail) && (place.capital || place.ending > 0)) return 'direct'
  // German, and at times British, typography sets the comma behind the mark.
  const parted = trail === 'comma' || place.ending > 0
  return place.capital && (parted || length > CLAUSE / 2) ? 'direct' : 'mixed'
}
