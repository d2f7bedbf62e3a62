import type { Reading } from '../features.ts'
import type { Mention } from '../grammar/mentions.ts'
import { subjectOf } from './subject-of.ts'

/**
 * "The union issued a notice over what it called “a collapse of care”": the body without a name that the sentence of an "it"
 * is about. Null where there is none, or where it tells of another that may be "it".
 */
export function openedByBody(reading: Reading, frame: number, { kind, number, first }: Mention): Mention | null {
  if (kind !== 'pronoun' || number !== 'body') return null
  const opener = subjectOf(reading, reading.frames[frame]!)
  if (opener === null || opener.kind !== 'nominal' || opener.number !== 'body' || opener.last >= first) return null
  const isOther = reading.cues[frame]!.some(
    (cue) => cue.kind !== 'noun' && cue.mention.first > opener.last && cue.mention.last < first,
  )
  return isOther ? null : opener
}
