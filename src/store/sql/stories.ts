import type { StoryShelf } from '#core/ports/archive.ts'
import type { Traits } from '#core/story/traits.ts'
import { inChunks } from './chunks.ts'
import type { Database } from './tables.ts'

export function sqlStories(db: Database): StoryShelf {
  /** Every article up to this number has been seen in a story, which none ever leaves alone. */
  let settled = -1
  return {
    async state() {
      const rows = await db
        .selectFrom('story_article')
        .selectAll()
        .where('traits', '!=', '')
        .orderBy('number')
        .execute()
      const retired = await db.selectFrom('story_retired').selectAll().execute()
      return {
        articles: rows.map(({ article, published, story, traits }) => ({
          id: article,
          published,
          story,
          // Written by `save`, which earns the cast.
          traits: JSON.parse(traits) as Traits,
        })),
        retired: Object.fromEntries(retired.map(({ id, into }) => [id, into])),
      }
    },
    async of(article) {
      const row = await db.selectFrom('story_article').select('story').where('article', '=', article).executeTakeFirst()
      return row?.story
    },
    async articles(story) {
      const rows = await db
        .selectFrom('story_article')
        .select('article')
        .where('story', '=', story)
        .orderBy('number')
        .execute()
      return rows.map(({ article }) => article)
    },
    async pending(limit) {
      const newest = await db
        .selectFrom('article')
        .select(({ fn }) => fn.max('number').as('number'))
        .executeTakeFirst()
      const rows = await db
        .selectFrom('article')
        .leftJoin('story_article', 'story_article.article', 'article.id')
        .select('article.id')
        .where('story_article.article', 'is', null)
        .where('article.number', '>', settled)
        .orderBy('article.published')
        .orderBy('article.id')
        .limit(limit)
        .execute()
      if (rows.length === 0) settled = newest?.number ?? settled
      return rows.map(({ id }) => id)
    },
    async save({ id, published, traits }, { story, moved, retired }) {
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto('story_article')
          .values({ article: id, published, story, traits: JSON.stringify(traits) })
          .onConflict((conflict) => conflict.column('article').doUpdateSet({ story }))
          .execute()
        for (const { article, to } of moved) {
          await tx.updateTable('story_article').set({ story: to }).where('article', '=', article).execute()
        }
        const led = Object.entries(retired).map(([from, into]) => ({ id: from, into }))
        await inChunks(led, (some) =>
          tx
            .insertInto('story_retired')
            .values([...some])
            .onConflict((conflict) => conflict.column('id').doUpdateSet((eb) => ({ into: eb.ref('excluded.into') })))
            .execute(),
        )
        // An id that is given again leads nowhere else any more.
        const alive = [...new Set([story, ...moved.map(({ to }) => to)])]
        await inChunks(alive, (some) =>
          tx
            .deleteFrom('story_retired')
            .where('id', 'in', [...some])
            .execute(),
        )
      })
    },
    async rest(before) {
      await db
        .updateTable('story_article')
        .set({ traits: '' })
        .where('published', '<', before.getTime())
        .where('traits', '!=', '')
        .execute()
    },
  }
}
