import type { Known } from '../mentions/known.ts'
import type { Candidate } from './candidates.ts'

/**
 * Whom each candidate speaks for, as far as is known without resolving it: equal numbers are the same. A name is
 * somebody of the cast, who was carried is whoever said the span before (`previous`, in the cast), and a mention that overlaps another is the
 * same; nobody is -1.
 */
export function voicesOf(
  candidates: readonly Candidate[],
  { cast }: Known,
  previous: number | null,
): readonly number[] {
  const voices: number[] = []
  for (const { mention, carried } of candidates) {
    if (mention === null) voices.push(-1)
    else if (carried && previous !== null) voices.push(previous)
    else if (mention.kind === 'name') voices.push(cast.of[mention.name!]!)
    else {
      const same = candidates.findIndex(
        (other, at) =>
          at < voices.length &&
          other.mention !== null &&
          other.mention.first <= mention.last &&
          other.mention.last >= mention.first,
      )
      voices.push(same === -1 ? cast.named.length + mention.first : voices[same]!)
    }
  }
  return voices
}

/**
 * Index of the choice: the likeliest candidate of the likeliest voice. A sentence of its own is said by somebody
 * where all who may have said it are together likelier than nobody.
 */
export function choose(chances: readonly number[], voices: readonly number[], alone: boolean): number {
  const mayBeNobody = !alone || chances[0]! >= 0.5 || chances.length === 1
  let best = 0
  let bestShare = -1
  for (let at = 0; at < chances.length; at += 1) {
    if (voices[at] === -1 && !mayBeNobody) continue
    const share = shareOf(chances, voices, voices[at]!)
    if (share > bestShare || (share === bestShare && chances[at]! > chances[best]!)) {
      best = at
      bestShare = share
    }
  }
  return best
}

/** What all candidates of one voice have together. */
export function shareOf(chances: readonly number[], voices: readonly number[], voice: number): number {
  let share = 0
  for (let at = 0; at < chances.length; at += 1) if (voices[at] === voice) share += chances[at]!
  return share
}
