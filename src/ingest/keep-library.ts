import { setImmediate } from 'node:timers/promises'
import type { Analyze } from '#core/analyze.ts'
import type { Article } from '#core/article.ts'
import type { Entry, Library } from '#core/ports/library.ts'
import type { Memo } from '#core/ports/memo.ts'
import type { Problem } from '#core/problem.ts'
import { type ArticleChanges, type ArticleWatch, watchArticles } from './articles/watch-articles.ts'

/** Under which the ids of the articles that files gave are kept, to notice what was deleted while nobody ran. */
const KEPT = 'articles from files'

export interface Keeping {
  readonly folders: readonly string[]
  readonly library: Library
  readonly memo: Memo
  readonly analyze: Analyze
  /** Version of `analyze`: stored analyses of another are made again. */
  readonly engine: string
  now(): Date
  onFault(fault: Problem): void
}

/** Keeps the library in step with folders of article files: what is read there is analysed once and stored. */
export function keepLibrary(keeping: Keeping): ArticleWatch {
  const { folders, library, memo, now, onFault } = keeping
  const watch = watchArticles(folders, { now, onFault, onChange: (changes) => store(changes, keeping) })
  const ready = watch.ready.then(async (ids) => {
    const before: readonly string[] = JSON.parse((await memo.get(KEPT)) ?? '[]')
    await library.remove(before.filter((id) => !ids.has(id)))
    await memo.set(KEPT, JSON.stringify([...ids]))
    return ids
  })
  return { ready, close: watch.close }
}

async function store({ added, removed }: ArticleChanges, { library, analyze, engine }: Keeping): Promise<void> {
  const entries: Entry[] = []
  for (const article of added) {
    if (await isKnown(article, library, engine)) continue
    entries.push({ article, analysis: analyze(article), engine })
    // A folder of ten thousand must not keep Slack waiting for its three seconds.
    await setImmediate()
  }
  if (removed.length > 0) await library.remove(removed)
  if (entries.length > 0) await library.add(entries)
}

async function isKnown(article: Article, library: Library, engine: string): Promise<boolean> {
  const known = await library.find(article.id)
  return known !== undefined && known.engine === engine && JSON.stringify(known.article) === JSON.stringify(article)
}
