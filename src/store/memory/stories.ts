import type { StoryShelf } from '#core/ports/archive.ts'
import type { Library, StoryOf } from '#core/ports/library.ts'
import type { StoryArticle } from '#core/story/story-state.ts'

const ALL = Number.MAX_SAFE_INTEGER

export interface MemoryStories extends StoryShelf {
  /** As the library tells of an article. */
  idsOf(article: string): StoryOf | undefined
}

export function memoryStories(library: Library): MemoryStories {
  const articles = new Map<string, { readonly article: StoryArticle; story: string; resting: boolean }>()
  const retired = new Map<string, string>()

  async function there() {
    for (const id of articles.keys()) if ((await library.find(id)) === undefined) articles.delete(id)
    return [...articles.values()]
  }

  function ledTo(story: string): readonly string[] {
    const direct = [...retired].filter(([, into]) => into === story).map(([from]) => from)
    return [...direct, ...direct.flatMap(ledTo)].sort()
  }

  return {
    idsOf(article) {
      const story = articles.get(article)?.story
      if (story === undefined) return undefined
      const formerStories = ledTo(story)
      return { story, ...(formerStories.length > 0 && { formerStories }) }
    },
    async state() {
      const awake = (await there()).filter(({ resting }) => !resting)
      return {
        articles: awake.map(({ article, story }) => ({ ...article, story })),
        retired: Object.fromEntries(retired),
      }
    },
    async of(article) {
      return (await there()).find(({ article: { id } }) => id === article)?.story
    },
    async articles(story) {
      return (await there()).filter((one) => one.story === story).map(({ article }) => article.id)
    },
    async pending(limit) {
      await there()
      const all = await library.list({ limit: ALL })
      return all
        .filter(({ article }) => !articles.has(article.id))
        .sort(
          (a, b) =>
            a.article.published.getTime() - b.article.published.getTime() || (a.article.id < b.article.id ? -1 : 1),
        )
        .slice(0, limit)
        .map(({ article }) => article.id)
    },
    async save(article, update) {
      const known = articles.get(article.id)
      if (known) known.story = update.story
      else articles.set(article.id, { article, story: update.story, resting: false })
      for (const { article: id, to } of update.moved) {
        const one = articles.get(id)
        if (one) one.story = to
      }
      for (const [from, into] of Object.entries(update.retired)) retired.set(from, into)
      for (const alive of [update.story, ...update.moved.map(({ to }) => to)]) retired.delete(alive)
    },
    async rest(before) {
      for (const one of articles.values()) one.resting ||= one.article.published < before.getTime()
    },
  }
}
