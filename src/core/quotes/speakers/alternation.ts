import type { Place, Reading } from '../features.ts'
import type { Attribution } from './attribution.ts'
import { isParagraph, paragraphOf, voiceOf } from './conversations.ts'
import { evenly, type Rival } from './rivals.ts'

/** So many quotes back it is looked who speaks in turn. */
const LOOK_BACK = 12
/** Two have spoken, one after the other: the last goes on, most likely. */
const AFTER_ANOTHER = 0.75

/** How sure it is that whoever spoke last goes on, and where it is even, who may. */
export interface GoingOn {
  readonly sure: number
  readonly rivals: readonly Rival[]
}

/**
 * A quote that is a paragraph without a cue, behind paragraphs in which two speak in turn: the last may go on, or the
 * other answer. Null where one alone has spoken, where nothing tells of another turn.
 */
export function goingOn(reading: Reading, place: Place, before: readonly Attribution[]): GoingOn | null {
  const last = before.at(-1)
  if (last === undefined || !isParagraph(reading, place)) return null
  const own = voiceOf(reading, last)
  let paragraph = paragraphOf(reading, place)
  let voice = own
  let other: Attribution | null = null
  let changes = 0
  for (const one of before.slice(-LOOK_BACK).toReversed()) {
    if (paragraph - paragraphOf(reading, one.place) > 1) break
    paragraph = paragraphOf(reading, one.place)
    const next = voiceOf(reading, one)
    if (next === null || one.candidate.cue === null) continue
    if (next === voice) continue
    // A third is no turn of two.
    if (other !== null && next !== own && next !== voiceOf(reading, other)) break
    voice = next
    other ??= one
    changes += 1
  }
  if (other === null) return null
  if (changes === 1) return { sure: AFTER_ANOTHER, rivals: [] }
  // The first has spoken again: either may go on.
  return evenly([last.speaker, other.speaker].filter((speaker) => speaker !== null))
}
