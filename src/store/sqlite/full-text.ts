import { setImmediate as turn } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import { indexedRun, isTelling, type QueryTerms, tellingRuns } from '#core/query/query-terms.ts'
import { ENOUGH, enoughUnweighed, SHELF, shelfOf, TITLE_WEIGHT } from '#core/query/ranking.ts'
import type { Database, FullText, Match, Passing, Wanted } from '../sql/tables.ts'
import { mergePiece } from './merge-segments.ts'

/**
 * FTS5 over terms that `core/query/query-terms.ts` made: SQLite only splits them at spaces, so that both stores
 * find the same. Contentless: the words are in `article` once.
 *
 * BM25 counts the articles that have a word, all of them, each time it is asked: for "the" among 200,000 a tenth of
 * a second during which nobody else is answered. So the index stands in shelves of so many articles, asked from the
 * newest on until there are enough, and others have their turn between two. Beside each stands another with what each
 * expert said in each of its articles.
 */
export const shelvedFullText = (size = SHELF, enough = ENOUGH): FullText => ({
  async put(db, number, { title, body, said, tags, voices }) {
    const { articles, quotes } = namesOf(shelfOf(number, size))
    await sql`create virtual table if not exists ${sql.table(articles)}
      using fts5(title, body, said, tags, content='', contentless_delete=1, tokenize='ascii')`.execute(db)
    await sql`create virtual table if not exists ${sql.table(quotes)}
      using fts5(who, said, content='', contentless_delete=1, tokenize='ascii')`.execute(db)
    await sql`insert or replace into ${sql.table(articles)} (rowid, title, body, said, tags)
      values (${number}, ${title.join(' ')}, ${body.join(' ')}, ${said.join(' ')}, ${tags.join(' ')})`.execute(db)
    await dropVoices(db, quotes, number)
    for (const [at, { who, said }] of voices.slice(0, MOST_VOICES).entries()) {
      await sql`insert into ${sql.table(quotes)} (rowid, who, said)
        values (${number * MOST_VOICES + at}, ${who}, ${said.join(' ')})`.execute(db)
    }
  },
  async remove(db, numbers) {
    for (const number of numbers) {
      const { articles, quotes } = namesOf(shelfOf(number, size))
      await sql`delete from ${sql.table(articles)} where rowid = ${number}`.execute(db)
      await dropVoices(db, quotes, number)
    }
  },
  async matches(db, wanted, passes, { limit, deep }) {
    const found: Match[] = []
    const most = deep ? limit : Math.min(limit, weighing(wanted) === undefined ? enoughUnweighed(enough) : enough)
    for (const shelf of await shelvesFor(db, passes, size)) {
      found.push(...(await matchesOn(shelf, db, wanted, limit - found.length)))
      if (found.length >= most) break
      await turn()
    }
    return found
  },
  async saying(db, who, any, limit) {
    const found: number[] = []
    for (const shelf of any.length === 0 ? [] : await shelvesFor(db, { kind: 'all' }, size)) {
      const voices = sql.table(namesOf(shelf.number).quotes)
      const { rows } = await sql<{ number: number }>`select rowid / ${sql.lit(MOST_VOICES)} as number from ${voices}
        where ${voices} match ${`"${who}" AND (${anyOf(any)})`}
        order by rowid desc limit ${limit - found.length}`.execute(db)
      found.push(...rows.map(({ number }) => number))
      if (found.length >= limit) break
      await turn()
    }
    return found
  },
  async holding(db, any, limit) {
    const found: number[] = []
    const shelves = any.length === 0 ? [] : await shelvesFor(db, { kind: 'all' }, size)
    for (const shelf of shelves.slice(0, SHELVES_HOLDING)) {
      const table = sql.table(namesOf(shelf.number).articles)
      const { rows } = await sql<{ number: number }>`select rowid as number from ${table}
        where ${table} match ${anyOf(any)} order by rowid desc limit ${limit - found.length}`.execute(db)
      found.push(...rows.map(({ number }) => number))
      if (found.length >= limit) break
      await turn()
    }
    return found
  },
  async tidy(db) {
    const full = (await shelfNumbers(db)).slice(1)
    return mergePiece(
      db,
      full.flatMap((shelf) => Object.values(namesOf(shelf))),
    )
  },
  async having(db, any, numbers) {
    const found = new Set<number>()
    for (const [shelf, some] of Map.groupBy(numbers, (number) => shelfOf(number, size))) {
      const table = sql.table(namesOf(shelf).articles)
      const { rows } = await sql<{ rowid: number }>`select rowid from ${table}
        where ${table} match ${inText(any)} and rowid between ${Math.min(...some)} and ${Math.max(...some)}
        and ${isAmong(table, some)}`.execute(db)
      for (const { rowid } of rows) found.add(rowid)
      await turn()
    }
    return found
  },
})

/** Each of hundreds of terms is looked up in each: what a word was meant to be is a word of the newest. */
const SHELVES_HOLDING = 2

/** In one article; whoever speaks after so many is not found by what they said. */
const MOST_VOICES = 1024

/** Asked to delete a range, FTS5 goes through all it has; which rows there are its table of lengths knows at once. */
async function dropVoices(db: Database, quotes: string, number: number): Promise<void> {
  const { rows } = await sql<{ id: number }>`select id from ${sql.table(`${quotes}_docsize`)}
    where id >= ${number * MOST_VOICES} and id < ${(number + 1) * MOST_VOICES}`.execute(db)
  for (const { id } of rows) await sql`delete from ${sql.table(quotes)} where rowid = ${id}`.execute(db)
}

export const sqliteFullText = shelvedFullText()

const namesOf = (shelf: number) => ({ articles: `article_terms_${shelf}`, quotes: `voice_terms_${shelf}` })

interface Shelf {
  readonly number: number
  /** What of it passes, where that is few. */
  readonly passes: Passing
}

/** Newest first. */
async function shelfNumbers(db: Database): Promise<readonly number[]> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_schema
    where type = 'table' and sql like 'create virtual table%' and name glob 'article_terms_[0-9]*'`.execute(db)
  return rows.map(({ name }) => Number(name.slice('article_terms_'.length))).sort((a, b) => b - a)
}

/** Those that there are, newest first: only the ones that hold any of the few that pass. */
async function shelvesFor(db: Database, passes: Passing, size: number): Promise<readonly Shelf[]> {
  const numbers = await shelfNumbers(db)
  if (passes.kind !== 'few') return numbers.map((number) => ({ number, passes }))
  const there = Map.groupBy(passes.articles, ({ number }) => shelfOf(number, size))
  return numbers.flatMap((number) => {
    const articles = there.get(number)
    return articles === undefined ? [] : [{ number, passes: { kind: 'few', articles } }]
  })
}

async function matchesOn(
  { number, passes }: Shelf,
  db: Database,
  wanted: Wanted,
  limit: number,
): Promise<readonly Match[]> {
  const { articles, quotes } = namesOf(number)
  const table = sql.table(articles)
  const all = sql`${table} match ${expression(wanted)} and ${condition(table, passes)} and ${saidBy(table, quotes, wanted)}`
  const weighed = weighing(wanted)
  const relevance = weighed === undefined ? sql`0.0` : sql`-bm25(${table}, ${TITLE_WEIGHT}, 1.0, 1.0, 0.0)`
  // Going down the index from the newest, SQLite stops at the limit and weighs nothing beyond it. `article_brief`
  // has all that is asked of an article: beside their long texts a thousand of them are far apart.
  const from = sql`from ${table} cross join article indexed by article_brief on article.number = ${table}.rowid`
  const last = sql`order by ${table}.rowid desc limit ${limit}`
  // Whatever is looked for is counted for its weight as well. Of one person or outlet that is little; common words
  // are looked for in a search of their own.
  const found =
    weighed === undefined || [...wanted.terms.required, ...inIndex(wanted)].every(isTelling)
      ? sql`where ${all} ${last}`
      : sql`where ${table} match ${weighed} and +${table}.rowid in (select ${table}.rowid ${from} where ${all} ${last})`
  const { rows } = await sql<Match>`select article.id, article.published, ${relevance} as relevance
    ${from} ${found}`.execute(db)
  return rows
}

/** That each run of words is in a quote by one of those asked for. */
function saidBy(table: RawBuilder<unknown>, quotes: string, { by, terms }: Wanted): RawBuilder<unknown> {
  if (by === undefined || terms.quoted.length === 0) return sql`1 = 1`
  const voices = sql.table(quotes)
  const all = terms.quoted.map(
    (run) => sql`+${table}.rowid in (
      select rowid / ${sql.lit(MOST_VOICES)} from ${voices}
      where ${voices} match ${`(${anyOf(by)}) AND ${phrase(run)}`})`,
  )
  return sql.join(all, sql` and `)
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
 * What is said stands in the text as well, and a tag is no word, so both are looked for in every column: to keep to
 * some of them SQLite would take each list of places apart.
 *
 * A term holds letters, digits and `·` only, so nothing in it can end a quoted phrase.
 */
function expression(wanted: Wanted): string {
  const { terms, tagged, untagged } = wanted
  const groups = tagged.map((group) => `(${anyOf(group)})`)
  const all = [...groups, ...terms.required.map(phrase), ...inIndex(wanted).map(inQuotes)].join(' AND ')
  const none = [...terms.excluded.map(phrase), ...(untagged.length === 0 ? [] : [anyOf(untagged)])]
  return none.length === 0 ? all : `(${all}) NOT (${none.join(' OR ')})`
}

/** Words in quotes that the index of articles is asked for: those of one person are found by who said them. */
const inIndex = ({ terms, by, tagged }: Wanted): QueryTerms['quoted'] =>
  by === undefined || terms.required.length + tagged.length === 0 ? terms.quoted : []

/** The part of it by which the articles found are weighed; undefined where nothing tells them apart. */
function weighing({ terms, by }: Wanted): string | undefined {
  const { required, quoted } = tellingRuns(terms, by !== undefined)
  const all = [...required.map(phrase), ...quoted.map(inQuotes)]
  return all.length === 0 ? undefined : all.join(' AND ')
}

const inQuotes = (run: readonly string[]): string => `said : ${phrase(run)}`

const inText = (any: QueryTerms['excluded']): string => any.map(phrase).join(' OR ')

const anyOf = (terms: readonly string[]): string => terms.map((term) => `"${term}"`).join(' OR ')

const phrase = (run: readonly string[]): string => `"${indexedRun(run).join(' ')}"`
