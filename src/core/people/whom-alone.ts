import type { Gender } from '../lexicon.ts'
import { agree } from './agree.ts'
import type { Named } from './people.ts'

/**
 * Of several people of one surname, whom the surname alone means where it first stands alone: the one whom the
 * article has by then named in full most often, the first of them where that is even, if the gender agrees. Who is
 * named later is a relation, and is told apart by the first name.
 */
export function whomAlone(
  known: readonly number[],
  index: number,
  gender: Gender | null,
  named: readonly Named[],
  isOfRelative: (entry: Named) => boolean,
): number | undefined {
  let best: number | undefined
  let bestFirst = 0
  let bestRank = Number.NEGATIVE_INFINITY
  for (const at of known) {
    const entry = named[at]!
    if (!agree(entry.gender, gender)) continue
    // What it is called in full stands first in its mentions, in text order.
    const { mentions, full } = entry
    let times = 0
    while (times < full && mentions[times]! <= index) times += 1
    // "Lund said … Her daughter, Ana Lund": the first is the mother.
    if (times === 0 && full > 0 && isOfRelative(entry)) continue
    // "Mrs. Lund" is rather one whose gender is known to fit than one of whom nothing is known.
    const fits = gender !== null && entry.gender === gender ? 4e6 : 0
    // "Team Lund" may be anything; "Ana Lund" is somebody.
    const isSomebody = entry.kind === 'person' ? 2e6 : 0
    const rank = fits + isSomebody + times
    const first = full === 0 ? 0 : mentions[0]!
    if (rank > bestRank || (rank === bestRank && first < bestFirst)) {
      best = at
      bestRank = rank
      bestFirst = first
    }
  }
  return best
}
