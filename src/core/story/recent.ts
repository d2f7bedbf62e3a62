import type { Profile } from './profile.ts'
import type { StoryArticle } from './story-state.ts'
import type { Weighed } from './vocabulary.ts'

const DAY = 24 * 60 * 60 * 1000
/** Articles published further apart tell no one event, unless others between them do. */
const WINDOW_DAYS = 7
/** Terms by which an article looks for its like, heaviest first. */
const LOOKED_FOR = 20
/** Like articles it is compared with. */
const NEAREST = 24
/** Newest articles kept for one term: what so many share tells no event. */
const KEPT_FOR_TERM = 150

/** An article among those that stories are made of. */
export interface Known extends StoryArticle {
  readonly order: number
  readonly weighed: Weighed
  readonly profile: Profile
}

/** Finds the articles that share the most telling terms with a new one. */
export interface Recent {
  add(article: Known): void
  near(article: Known): readonly Known[]
}

export const daysApart = (a: StoryArticle, b: StoryArticle): number => Math.abs(a.published - b.published) / DAY

export function createRecent(): Recent {
  const byTerm = new Map<number, Known[]>()
  return {
    add(article) {
      for (const [term] of article.weighed.telling) {
        const holders = byTerm.get(term)
        if (holders === undefined) byTerm.set(term, [article])
        else {
          holders.push(article)
          if (holders.length > 2 * KEPT_FOR_TERM) holders.splice(0, holders.length - KEPT_FOR_TERM)
        }
      }
    },
    near(article) {
      const shared = new Map<Known, number>()
      for (const [term, weight] of article.weighed.telling.slice(0, LOOKED_FOR)) {
        const holders = byTerm.get(term) ?? []
        for (let at = Math.max(0, holders.length - KEPT_FOR_TERM); at < holders.length; at += 1) {
          const other = holders[at]!
          if (daysApart(article, other) <= WINDOW_DAYS) shared.set(other, (shared.get(other) ?? 0) + weight)
        }
      }
      return [...shared]
        .sort((a, b) => b[1] - a[1] || a[0].order - b[0].order)
        .slice(0, NEAREST)
        .map(([other]) => other)
    },
  }
}
