import { sql } from 'kysely'
import type { Entry, StoryOf } from '#core/ports/library.ts'
import { listed } from './listed.ts'
import type { Database } from './tables.ts'

export async function withStories(db: Database, entries: readonly Entry[]): Promise<readonly Entry[]> {
  const stories = await storiesOf(
    db,
    entries.map(({ article }) => article.id),
  )
  return entries.map((entry) => ({ ...entry, ...stories.get(entry.article.id) }))
}

/** The story of each of these articles that is in one. */
export async function storiesOf(db: Database, articles: readonly string[]): Promise<ReadonlyMap<string, StoryOf>> {
  if (articles.length === 0) return new Map()
  const rows = await db
    .selectFrom('story_article')
    .select(['article', 'story'])
    .where('article', 'in', listed(articles))
    .execute()
  if (rows.length === 0) return new Map()
  const living = [...new Set(rows.map(({ story }) => story))]
  const { rows: led } = await sql<{ id: string; story: string }>`
    with recursive led(id, story) as (
      select id, "into" from story_retired where "into" in ${listed(living)}
      union select story_retired.id, led.story from story_retired join led on story_retired."into" = led.id
    ) select id, story from led order by id`.execute(db)
  const former = Map.groupBy(led, ({ story }) => story)
  const storyOf = (story: string): StoryOf => {
    const formerStories = former.get(story)?.map(({ id }) => id)
    return { story, ...(formerStories && { formerStories }) }
  }
  return new Map(rows.map(({ article, story }) => [article, storyOf(story)]))
}
