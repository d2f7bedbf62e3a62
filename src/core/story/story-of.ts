import type { Context } from '../context.ts'
import type { Entry } from '../ports/library.ts'

/** More articles than anybody is briefed on at once; the ones that came last are taken. */
const MOST = 100

/** The articles that tell the same story as this one, itself among them, in order of arrival. */
export async function storyOf(entry: Entry, { stories, library }: Context): Promise<readonly Entry[]> {
  const story = await stories.of(entry.article.id)
  if (story === undefined) return [entry]
  const ids = (await stories.articles(story)).slice(-MOST)
  const entries = await Promise.all(ids.map((id) => library.find(id)))
  return entries.filter((one) => one !== undefined)
}

/** One article for each story among these, the first of each, with how many of them tell it. */
export async function foldStories(
  entries: readonly Entry[],
  { stories }: Pick<Context, 'stories'>,
): Promise<readonly { readonly entry: Entry; readonly articles: number }[]> {
  const found = new Map<string, { entry: Entry; articles: number }>()
  for (const entry of entries) {
    const story = (await stories.of(entry.article.id)) ?? entry.article.id
    const known = found.get(story)
    if (known) known.articles++
    else found.set(story, { entry, articles: 1 })
  }
  return [...found.values()]
}
