import type { Place, Reading } from '../features.ts'
import type { Cue } from '../grammar/cues.ts'
import { isDenied, isUnderDenial } from '../grammar/denials.ts'
import type { Frame } from '../grammar/frames.ts'
import { textAt } from '../grammar/text-at.ts'
import { isJudged } from '../settled/judged.ts'
import { followsStraight, leadsStraight } from './straight.ts'

/**
 * The cues of a frame that can give a marked span its speaker. What the grammar of the sentence settles is not left to
 * weights: words under a denial are nobody's, and of verbs of saying on one side the nearest one that leads straight to
 * the span says it, however surely the others report that it was said.
 */
export function governing(reading: Reading, place: Place, near: readonly Cue[]): readonly Cue[] {
  const frame = reading.frames[place.frame]!
  const { position } = place
  const open = ofOwnClause(reading, frame, near, position).filter(
    (cue) =>
      !isDenied(reading, frame, cue) &&
      !isUnderDenial(reading, frame, near, cue, position) &&
      !isJudged(reading, frame, cue, position),
  )
  const before = open.findLast((cue) => cue.last < position && leadsStraight(reading, frame, cue, position))
  const after = open.find((cue) => cue.first > position && followsStraight(reading, frame, cue, position))
  if (before === undefined && after === undefined) return open
  // “Lee, whom Egan called “x”, said”: words at once behind their verb are its own.
  const isOwned = before !== undefined && position - before.last === 1 && after === undefined
  return open.filter((cue) =>
    cue.first > position
      ? !isOwned && (after === undefined || cue.first <= after.first)
      : before === undefined || cue.first >= before.first,
  )
}

/** “…,” admitted Carr; “…,” said Egan: a semicolon parts what each says, where each part has a cue of its own. */
function ofOwnClause(reading: Reading, frame: Frame, near: readonly Cue[], position: number): readonly Cue[] {
  let [start, end] = [-1, frame.items.length]
  for (let at = position - 1; at >= 0 && start === -1; at -= 1) if (textAt(reading, frame, at) === ';') start = at
  for (let at = position + 1; at < end; at += 1) if (textAt(reading, frame, at) === ';') end = at
  if (start === -1 && end === frame.items.length) return near
  const own = near.filter(({ first, last }) => first > start && last < end)
  return own.length === 0 ? near : own
}
