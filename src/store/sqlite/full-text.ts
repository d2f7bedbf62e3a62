import { setImmediate as turn } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import type { QueryTerms } from '#core/query-terms.ts'
import { SHELF, shelfOf, TITLE_WEIGHT } from '#core/ranking.ts'
import type { Database, FullText, Match, Passing } from '../sql/tables.ts'

/**
 * FTS5 over terms that `core/text/terms.ts` made: SQLite only splits them at spaces, so that both stores
 * find the same. Contentless: the words are in `article` once.
 *
 * BM25 counts the articles that have a word, all of them, each time it is asked: for "the" among 200,000 a tenth of
 * a second during which nobody else is answered. So the index stands in shelves of so many articles, asked from the
 * newest on until there is enough, and others have their turn between two.
 */
export const shelvedFullText = (size = SHELF): FullText => ({
  async put(db, number, { title, body, said }) {
    const shelf = nameOf(shelfOf(number, size))
    await sql`create virtual table if not exists ${sql.table(shelf)}
      using fts5(title, body, said, content='', contentless_delete=1, tokenize='ascii')`.execute(db)
    await sql`insert or replace into ${sql.table(shelf)} (rowid, title, body, said)
      values (${number}, ${title.join(' ')}, ${body.join(' ')}, ${said.join(' ')})`.execute(db)
  },
  async remove(db, numbers) {
    for (const number of numbers) {
      await sql`delete from ${sql.table(nameOf(shelfOf(number, size)))} where rowid = ${number}`.execute(db)
    }
  },
  async matches(db, terms, passes, limit) {
    const found: Match[] = []
    for (const shelf of await shelvesFor(db, passes, size)) {
      found.push(...(await matchesOn(shelf, db, terms, limit - found.length)))
      if (found.length >= limit) break
      await turn()
    }
    return found
  },
  async having(db, any, numbers) {
    const found = new Set<number>()
    for (const [shelf, some] of Map.groupBy(numbers, (number) => nameOf(shelfOf(number, size)))) {
      const table = sql.table(shelf)
      const { rows } = await sql<{ rowid: number }>`select rowid from ${table}
        where ${table} match ${inText(any)} and ${isAmong(table, some)}`.execute(db)
      for (const { rowid } of rows) found.add(rowid)
      await turn()
    }
    return found
  },
})

export const sqliteFullText = shelvedFullText()

const nameOf = (shelf: number): string => `article_terms_${shelf}`

interface Shelf {
  readonly name: string
  /** What of it passes, where that is few. */
  readonly passes: Passing
}

/** Those that there are, newest first: only the ones that hold any of the few that pass. */
async function shelvesFor(db: Database, passes: Passing, size: number): Promise<readonly Shelf[]> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_schema
    where type = 'table' and sql like 'create virtual table%' and name glob 'article_terms_[0-9]*'`.execute(db)
  const numbers = rows.map(({ name }) => Number(name.slice('article_terms_'.length))).sort((a, b) => b - a)
  if (passes.kind !== 'few') return numbers.map((number) => ({ name: nameOf(number), passes }))
  const there = Map.groupBy(passes.articles, ({ number }) => shelfOf(number, size))
  return numbers.flatMap((number) => {
    const articles = there.get(number)
    return articles === undefined ? [] : [{ name: nameOf(number), passes: { kind: 'few', articles } }]
  })
}

async function matchesOn(
  { name, passes }: Shelf,
  db: Database,
  terms: QueryTerms,
  limit: number,
): Promise<readonly Match[]> {
  const table = sql.table(name)
  // Going down the index from the newest, SQLite stops at the limit and weighs nothing beyond it. `article_brief`
  // has all that is asked of an article: beside their long texts a thousand of them are far apart.
  const { rows } = await sql<Match>`
    select article.id, article.published, -bm25(${table}, ${TITLE_WEIGHT}, 1.0, 1.0) as relevance
    from ${table} cross join article indexed by article_brief on article.number = ${table}.rowid
    where ${table} match ${expression(terms)} and ${condition(table, passes)}
    order by ${table}.rowid desc limit ${limit}`.execute(db)
  return rows
}

function condition(table: RawBuilder<unknown>, passes: Passing): RawBuilder<unknown> {
  switch (passes.kind) {
    case 'all':
      return sql`1 = 1`
    case 'few':
      return isAmong(
        table,
        passes.articles.map(({ number }) => number),
      )
    case 'many':
      return passes.condition
  }
}

/** The plus keeps SQLite going down the index: else it would look the words up again for each number. */
const isAmong = (table: RawBuilder<unknown>, numbers: readonly number[]): RawBuilder<unknown> =>
  sql`+${table}.rowid in (select value from json_each(${JSON.stringify(numbers)}))`

/**
 * What is said stands in the text as well, so a word is looked for in every column: to keep to some of them SQLite
 * would take each list of places apart.
 *
 * A term holds letters, digits and `·` only, so nothing in it can end a quoted phrase.
 */
function expression({ required, quoted, excluded }: QueryTerms): string {
  const all = [...required.map(phrase), ...quoted.map((run) => `said : ${phrase(run)}`)].join(' AND ')
  return excluded.length === 0 ? all : `(${all}) NOT (${inText(excluded)})`
}

const inText = (any: QueryTerms['excluded']): string => any.map(phrase).join(' OR ')

const phrase = (run: readonly string[]): string => `"${run.join(' ')}"`
