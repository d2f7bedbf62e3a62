import type { Kysely } from 'kysely'
import { termsOnly } from '#core/text/terms.ts'
import type { FullText, Tables } from '../sql/tables.ts'

const BATCH = 200

/** The full-text index, filled from the articles that are there. */
export default async function search(db: Kysely<Tables>, fullText: FullText): Promise<void> {
  await fullText.create(db)
  for (let last = -1; ; ) {
    const articles = await db
      .selectFrom('article')
      .select(['number', 'title', 'text'])
      .where('number', '>', last)
      .orderBy('number')
      .limit(BATCH)
      .execute()
    for (const { number, title, text } of articles) {
      await fullText.put(db, number, { title: termsOnly(title), body: termsOnly(text) })
    }
    const newest = articles.at(-1)
    if (newest === undefined) return
    last = newest.number
  }
}
