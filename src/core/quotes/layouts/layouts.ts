import type { Known } from '../mentions/known.ts'
import type { ArticleReading } from '../reading.ts'
import type { Attribution } from '../speakers/attribution.ts'
import { findCredits } from './credits.ts'
import { findIntroduced } from './introduced.ts'
import { apartFrom, type LaidOut } from './laid-out.ts'
import { findTranscript } from './transcripts.ts'

/** All speech that the page itself gives to somebody; no two touch. */
export function findLayouts(reading: ArticleReading, known: Known, attributions: readonly Attribution[]): LaidOut[] {
  const { cast } = known
  const transcript = findTranscript(reading, cast)
  const credited = [...transcript, ...apartFrom(findCredits(reading, cast), transcript)]
  return [...credited, ...apartFrom(findIntroduced(reading, known, attributions), credited)]
}
