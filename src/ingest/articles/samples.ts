import type { Article } from '#core/article.ts'
import type { ArticleChanges } from './watch-articles.ts'

/**
 * Articles of files with which the samples make way: as soon as there is one article of one's own they are taken out,
 * and they are back when there is none any more.
 */
export interface Samples {
  /**
   * Hands on these changes and what follows from them for the samples. `elsewhere`: there are own articles that came
   * from no file. When `store` throws, the same holds for the next call.
   */
  settle(
    changes: ArticleChanges,
    elsewhere: boolean,
    store: (changes: Pick<ArticleChanges, 'added' | 'removed'>) => Promise<void>,
  ): Promise<void>
  /** Whether they have made way; undefined before anything was settled, and where there are none. */
  away(): boolean | undefined
}

export const NO_CHANGES: ArticleChanges = { added: [], removed: [], shipped: new Set() }

export function createSamples(): Samples {
  const own = new Set<string>()
  const samples = new Map<string, Article>()
  let away: boolean | undefined

  const sort = ({ added, removed, shipped }: ArticleChanges): void => {
    for (const id of [...removed, ...added.map((article) => article.id)]) {
      own.delete(id)
      samples.delete(id)
    }
    for (const article of added) {
      if (article.sample) samples.set(article.id, article)
      else if (!shipped.has(article.id)) own.add(article.id)
    }
  }

  return {
    async settle(changes, elsewhere, store) {
      sort(changes)
      const next = elsewhere || own.size > 0
      const { added, removed } = changes
      const real = added.filter(({ sample }) => !sample)
      const those = next === away ? added.filter(({ sample }) => sample) : [...samples.values()]
      if (next) await store({ added: real, removed: [...removed, ...those.map(({ id }) => id)] })
      else await store({ added: [...real, ...those], removed })
      away = next
    },
    away: () => (samples.size === 0 ? undefined : away),
  }
}
