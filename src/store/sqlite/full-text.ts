import { sql } from 'kysely'
import { TITLE_WEIGHT } from '#core/ranking.ts'
import { isUnconditional, passing } from '../sql/conditions.ts'
import type { FullText, Runs } from '../sql/tables.ts'

/**
 * FTS5 over terms that `core/text/terms.ts` made: SQLite only splits them at spaces, so that both stores
 * find the same. Contentless: the words are in `article` once.
 */
export const sqliteFullText: FullText = {
  async create(db) {
    await sql`create virtual table article_terms using fts5(title, body, content='', contentless_delete=1, tokenize='ascii')`.execute(
      db,
    )
  },
  async put(db, number, { title, body }) {
    await sql`insert or replace into article_terms (rowid, title, body)
      values (${number}, ${title.join(' ')}, ${body.join(' ')})`.execute(db)
  },
  async remove(db, numbers) {
    for (const number of numbers) await sql`delete from article_terms where rowid = ${number}`.execute(db)
  },
  async matches(db, runs, conditions, limit) {
    // Going down the index from the newest, SQLite stops at the limit and weighs nothing beyond it. The plus keeps
    // it on that road: else it would look the words up again for each number that passes.
    const passes = isUnconditional(conditions)
      ? sql`1 = 1`
      : sql`+article_terms.rowid in (select article.number from article where ${passing(conditions)})`
    const { rows } = await sql<{ id: string; published: number; relevance: number }>`
      select article.id, article.published, -bm25(article_terms, ${TITLE_WEIGHT}, 1.0) as relevance
      from article_terms cross join article on article.number = article_terms.rowid
      where article_terms match ${expression(runs)} and ${passes}
      order by article_terms.rowid desc limit ${limit}`.execute(db)
    return rows
  },
  having: (any) => sql`select rowid from article_terms where article_terms match ${any.map(phrase).join(' OR ')}`,
}

/** A term holds letters, digits and `·` only, so nothing in it can end a quoted phrase. */
function expression({ required, excluded }: Runs): string {
  const all = required.map(phrase).join(' AND ')
  return excluded.length === 0 ? all : `(${all}) NOT (${excluded.map(phrase).join(' OR ')})`
}

const phrase = (run: readonly string[]): string => `"${run.join(' ')}"`
