import type { Entry, Withdrawn } from '#core/ports/library.ts'
import { latestLossFirst, whoLostQuotes, withdrawnIn } from '#core/story/withdrawn.ts'
import { plainEntriesById, thawFrozenEntry } from './articles.ts'
import type { Database } from './tables.ts'

/** Articles looked at, those that lost something last. */
const MOST = 20

/** What stands no more in articles that quoted this expert. Which articles that are is known without reading any. */
export async function withdrawnSql(db: Database, expert: string): Promise<readonly Withdrawn[]> {
  const rows = await db
    .selectFrom('lost_voice')
    .select('article')
    .where('expert', '=', expert)
    .orderBy('until', 'desc')
    .limit(MOST)
    .execute()
  const entries = await plainEntriesById(
    db,
    rows.map(({ article }) => article),
  )
  const found: Withdrawn[] = []
  for (const entry of entries) found.push(...withdrawnIn(await olderVersions(db, entry.article.id), entry, expert))
  return found.sort(latestLossFirst)
}

export async function olderVersions(db: Database, article: string) {
  const rows = await db
    .selectFrom('article_version')
    .selectAll()
    .where('article', '=', article)
    .orderBy('number')
    .execute()
  return rows.map(({ entry, until }) => ({ entry: thawFrozenEntry(entry), until: new Date(until) }))
}

/** Notes whose quotes went with a version, so that they are found by who said them. */
export async function noteLosses(db: Database, before: Entry, now: Entry, until: Date): Promise<void> {
  for (const expert of whoLostQuotes(before, now, until)) {
    await db
      .insertInto('lost_voice')
      .values({ expert, article: now.article.id, until: until.getTime() })
      .onConflict((conflict) => conflict.columns(['expert', 'article']).doUpdateSet({ until: until.getTime() }))
      .execute()
  }
}
