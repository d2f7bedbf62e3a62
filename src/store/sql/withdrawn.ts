import type { OldVersion } from '#core/ports/archive.ts'
import type { Entry, Withdrawn } from '#core/ports/library.ts'
import { latestLossFirst, MOST_ARTICLES, MOST_VERSIONS, whoLostQuotes, withdrawnIn } from '#core/story/withdrawn.ts'
import { plainEntriesById, thawFrozenEntry } from './articles.ts'
import type { Database } from './tables.ts'

/** What stands no more in articles that quoted this expert. Which articles that are is known without reading any. */
export async function withdrawnSql(db: Database, expert: string): Promise<readonly Withdrawn[]> {
  const rows = await db
    .selectFrom('lost_voice')
    .select(['article', 'until'])
    .where('expert', '=', expert)
    .orderBy('until', 'desc')
    .orderBy('article')
    .limit(MOST_ARTICLES)
    .execute()
  const entries = await plainEntriesById(
    db,
    rows.map(({ article }) => article),
  )
  const found: Withdrawn[] = []
  const lastLoss = new Map(rows.map(({ article, until }) => [article, until]))
  for (const entry of entries) {
    const older = await versionsUpTo(db, entry.article.id, lastLoss.get(entry.article.id)!)
    found.push(...withdrawnIn(older, entry, expert))
  }
  return found.sort(latestLossFirst)
}

export async function olderVersions(db: Database, article: string): Promise<readonly OldVersion[]> {
  const rows = await db
    .selectFrom('article_version')
    .selectAll()
    .where('article', '=', article)
    .orderBy('number')
    .execute()
  return rows.map(thawed)
}

/** The last ones up to this loss, oldest first. */
async function versionsUpTo(db: Database, article: string, until: number): Promise<readonly OldVersion[]> {
  const rows = await db
    .selectFrom('article_version')
    .selectAll()
    .where('article', '=', article)
    .where('until', '<=', until)
    .orderBy('number', 'desc')
    .limit(MOST_VERSIONS)
    .execute()
  return rows.reverse().map(thawed)
}

const thawed = ({ entry, until }: { readonly entry: string; readonly until: number }): OldVersion => ({
  entry: thawFrozenEntry(entry),
  until: new Date(until),
})

/** Notes whose quotes went with a version, so that they are found by who said them. */
export async function noteLosses(db: Database, before: Entry, now: Entry, until: Date): Promise<void> {
  for (const expert of whoLostQuotes(before, now)) {
    await db
      .insertInto('lost_voice')
      .values({ expert, article: now.article.id, until: until.getTime() })
      .onConflict((conflict) => conflict.columns(['expert', 'article']).doUpdateSet({ until: until.getTime() }))
      .execute()
  }
}
