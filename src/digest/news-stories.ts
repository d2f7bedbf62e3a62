import type { Entry } from '#core/ports/library.ts'
import { foldCopies, type Told } from '#core/story/fold-copies.ts'
import type { Outlets } from '#core/story/outlets.ts'

/** What came in of one story. */
export interface NewsStory {
  /** Newest first, near copies as one; what this channel was shown under another outlet's name is not among them. */
  readonly texts: readonly Told[]
  /** All of it that this channel was shown before. */
  readonly shown: readonly Entry[]
}

/**
 * Articles story by story, in the order of each one's newest. `entries` came in, newest first; `shown` are older ones
 * of the same stories that the channel was shown. Only what is one story is looked through for copies.
 */
export function groupNews(entries: readonly Entry[], shown: readonly Entry[], outlets: Outlets): readonly NewsStory[] {
  const keyOf = ({ story, article }: Entry): string =>
    story === undefined ? `article ${article.id}` : `story ${story}`
  const before = Map.groupBy(shown, keyOf)
  return [...Map.groupBy(entries, keyOf)].map(([key, some]) => {
    const known = before.get(key) ?? []
    const isKnown = new Set(known.map(({ article }) => article.id))
    const texts = foldCopies([...some, ...known], outlets)
    return {
      texts: texts.filter(({ copies }) => !copies.some(({ article }) => isKnown.has(article.id))).toReversed(),
      shown: known,
    }
  })
}
