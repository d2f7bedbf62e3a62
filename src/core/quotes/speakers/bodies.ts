import type { Cast } from '../../people/people.ts'
import type { Reading } from '../features.ts'
import type { Mention } from '../grammar/mentions.ts'

/** How many sentences back "it" looks. */
const LOOK_BACK = 2

/**
 * The body that "it" takes up, as in “We will close it,” it said: the only one that the sentences before name as
 * speaking, no further back than the paragraph before. Null where there is none, or where two speak there.
 */
export function bodyBefore(reading: Reading, cast: Cast, frameIndex: number, { first }: Mention): number | null {
  const { frames, cues } = reading
  const { paragraph } = frames[frameIndex]!
  for (let at = frameIndex; at >= Math.max(0, frameIndex - LOOK_BACK); at -= 1) {
    if (frames[at]!.paragraph < paragraph - 1) return null
    const bodies = new Set<number>()
    for (const { mention, kind } of cues[at]!) {
      if (kind === 'noun' || mention.kind !== 'name' || mention.last >= first) continue
      const named = cast.of[mention.name!]!
      if (cast.named[named]!.kind === 'person') return null
      bodies.add(named)
    }
    if (bodies.size > 0) return bodies.size === 1 ? [...bodies][0]! : null
  }
  return null
}
