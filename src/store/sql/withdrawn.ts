import { sql } from 'kysely'
import type { OldVersion } from '#core/ports/archive.ts'
import type { Entry, Withdrawn } from '#core/ports/library.ts'
import { standingIn } from '#core/story/version-quotes.ts'
import { lossesBetween, withdrawnFrom } from '#core/story/withdrawn.ts'
import { thawFrozenEntry } from './articles.ts'
import { listed } from './listed.ts'
import type { Database } from './tables.ts'

/** What stands no more in articles that quoted this expert: only the versions that had it are read. */
export async function withdrawnSql(db: Database, expert: string, limit?: number): Promise<readonly Withdrawn[]> {
  const rows = await db
    .selectFrom('lost_quote')
    .select(['version', 'quote'])
    .where('expert', '=', expert)
    .orderBy('until', 'desc')
    .orderBy('article')
    .orderBy('version', 'desc')
    .orderBy('quote')
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
    .execute()
  const versions = await db
    .selectFrom('article_version')
    .select(['number', 'entry', 'until'])
    .where('number', 'in', listed([...new Set(rows.map(({ version }) => version))]))
    .execute()
  const byNumber = new Map(versions.map((version) => [version.number, thawed(version)]))
  return rows.flatMap(({ version, quote }) => withdrawnFrom(byNumber.get(version)!, { expert, quote }))
}

export async function countWithdrawnSql(db: Database, expert: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from lost_quote
    where expert = ${expert}`.execute(db)
  return rows[0]!.count
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

/** Read when it is looked at: of a live page's hundreds mostly the first alone is. */
function thawed({ entry, until }: { readonly entry: string; readonly until: number }): OldVersion {
  let read: Entry | undefined
  return {
    get entry() {
      read ??= thawFrozenEntry(entry)
      return read
    },
    until: new Date(until),
  }
}

interface Replaced {
  readonly before: Entry
  /** The number it is kept under as an older version. */
  readonly version: number
  readonly now: Entry
  readonly until: Date
}

/** Notes the quotes that went with a version, and forgets those that came back. */
export async function noteLosses(db: Database, { before, version, now, until }: Replaced): Promise<void> {
  const { id } = now.article
  const { lost, isBack } = lossesBetween(before, now)
  await forgetLosses(db, id, () => isBack)
  if (lost.length === 0) return
  const rows = lost.map(({ expert, quote, passages }) => [expert, quote, JSON.stringify(passages)])
  await sql`insert into lost_quote (expert, article, version, quote, until, passages)
    select value ->> 0, ${id}, ${version}, value ->> 1, ${until.getTime()}, value ->> 2
    from json_each(${JSON.stringify(rows)})`.execute(db)
}

/** For an article of which no older version is kept. */
export const forgetRegained = (db: Database, now: Entry): Promise<void> =>
  forgetLosses(db, now.article.id, () => standingIn(now))

async function forgetLosses(
  db: Database,
  article: string,
  looking: () => (passages: readonly string[]) => boolean,
): Promise<void> {
  const rows = await db
    .selectFrom('lost_quote')
    .select(['expert', 'version', 'quote', 'passages'])
    .where('article', '=', article)
    .execute()
  if (rows.length === 0) return
  const isBack = looking()
  for (const { expert, version, quote, passages } of rows) {
    // Written by `noteLosses`, which earns the cast.
    if (!isBack(JSON.parse(passages) as readonly string[])) continue
    await sql`delete from lost_quote where version = ${version} and expert = ${expert} and quote = ${quote}`.execute(db)
  }
}
