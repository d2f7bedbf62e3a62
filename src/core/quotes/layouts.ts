import type { Cast } from '../people/people.ts'
import type { Attribution } from './attribution.ts'
import { findCredits } from './credits.ts'
import type { Genders } from './genders.ts'
import { findIntroduced } from './introduced.ts'
import { apartFrom, type LaidOut } from './laid-out.ts'
import type { ArticleReading } from './reading.ts'
import { findTranscript } from './transcripts.ts'

/** All speech that the page itself gives to somebody; no two touch. */
export function findLayouts(
  reading: ArticleReading,
  cast: Cast,
  genders: Genders,
  attributions: readonly Attribution[],
): LaidOut[] {
  const transcript = findTranscript(reading, cast)
  const credited = [...transcript, ...apartFrom(findCredits(reading, cast), transcript)]
  return [...credited, ...apartFrom(findIntroduced(reading, cast, genders, attributions), credited)]
}
