import type { Attribution } from './attribution.ts'
import { findCredits } from './credits.ts'
import { findIntroduced } from './introduced.ts'
import type { Known } from './known.ts'
import { apartFrom, type LaidOut } from './laid-out.ts'
import type { ArticleReading } from './reading.ts'
import { findTranscript } from './transcripts.ts'

/** All speech that the page itself gives to somebody; no two touch. */
export function findLayouts(reading: ArticleReading, known: Known, attributions: readonly Attribution[]): LaidOut[] {
  const { cast } = known
  const transcript = findTranscript(reading, cast)
  const credited = [...transcript, ...apartFrom(findCredits(reading, cast), transcript)]
  return [...credited, ...apartFrom(findIntroduced(reading, known, attributions), credited)]
}
