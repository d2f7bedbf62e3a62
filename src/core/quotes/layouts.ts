import type { Cast } from '../people/people.ts'
import { findCredits } from './credits.ts'
import { apartFrom, type LaidOut } from './laid-out.ts'
import type { ArticleReading } from './reading.ts'
import { findTranscript } from './transcripts.ts'

/** All speech that the page itself gives to somebody; no two touch. */
export function findLayouts(reading: ArticleReading, cast: Cast): LaidOut[] {
  const transcript = findTranscript(reading, cast)
  return [...transcript, ...apartFrom(findCredits(reading, cast), transcript)]
}
