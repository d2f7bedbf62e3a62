import { sql } from 'kysely'
import type { Article } from '#core/article.ts'
import { firstOfEach } from '#core/experts/described.ts'
import { statementsIn, statementsOn, unsureStatementsIn } from '#core/experts/voices.ts'
import type { Described, Entry, Library, Statement, StatementsAt } from '#core/ports/library.ts'
import { tagOf } from '#core/query/query-tags.ts'
import { entriesNumbered, plainEntriesById } from './articles.ts'
import { listed } from './listed.ts'
import type { Database, FullText } from './tables.ts'

type StatementReads = Pick<Library, 'statements' | 'statementsAt' | 'descriptions' | 'unsureStatements'>

export const sqlStatements = (db: Database, fullText: FullText): StatementReads => ({
  statements: (expert, limit, about) =>
    about === undefined
      ? statementsOf(db, { expert, count: 'quotes', limit, read: statementsIn })
      : statementsAbout(db, fullText, expert, limit, about),
  statementsAt: (expert, at) => statementsOfOne(db, expert, at),
  descriptions: (expert, articles) => descriptionsOf(db, expert, articles),
  unsureStatements: (expert, limit) => statementsOf(db, { expert, count: 'unsure', limit, read: unsureStatementsIn }),
})

async function statementsAbout(
  db: Database,
  fullText: FullText,
  expert: string,
  limit = Number.POSITIVE_INFINITY,
  about: ReadonlySet<string>,
): Promise<readonly Statement[]> {
  const numbers = await fullText.saying(db, tagOf('who', expert), [...about], Math.min(limit, MOST_ABOUT))
  const found: Statement[] = []
  for (let at = 0; at < numbers.length && found.length < limit; at += READ_AT_ONCE) {
    const entries = await entriesNumbered(db, numbers.slice(at, at + READ_AT_ONCE))
    found.push(...entries.flatMap((entry) => statementsOn(entry, expert, about)))
  }
  found.splice(limit)
  const byArticle = [...Map.groupBy(found, ({ article }) => article).entries()]
  return byArticle.sort(([a], [b]) => newestFirst(a, b)).flatMap(([, own]) => own)
}

/** Each article holds one statement at least, and many hold several. */
const READ_AT_ONCE = 16

/** However many are asked for. */
const MOST_ABOUT = 10_000

const newestFirst = (a: Article, b: Article): number =>
  b.published.getTime() - a.published.getTime() || (a.id < b.id ? -1 : 1)

interface Wanted {
  readonly expert: string
  /** The column that tells how many statements an article has. */
  readonly count: 'quotes' | 'unsure'
  readonly limit: number | undefined
  read(entry: Entry, expert: string): readonly Statement[]
}

/** The articles with anything of theirs, newest first. */
const heardOf = (db: Database, expert: string, count: 'quotes' | 'unsure') =>
  db
    .selectFrom('voice')
    .select(['article', 'quotes', 'unsure'])
    .where('expert', '=', expert)
    .where(count, '>', 0)
    .orderBy('published', 'desc')
    .orderBy('article')

/** Reads only as many articles as it takes. */
async function statementsOf(
  db: Database,
  { expert, count, limit = Number.POSITIVE_INFINITY, read }: Wanted,
): Promise<readonly Statement[]> {
  // Each has one statement at least, so no more voices are looked at than statements are wanted.
  const heard = await heardOf(db, expert, count)
    .$if(Number.isFinite(limit), (query) => query.limit(limit))
    .execute()
  let sum = 0
  const wanted = heard.filter((voice) => {
    const needed = sum < limit
    sum += voice[count]
    return needed
  })
  const entries = await plainEntriesById(
    db,
    wanted.map(({ article }) => article),
  )
  return entries.flatMap((entry) => read(entry, expert)).slice(0, limit)
}

/** Goes by the counts, which an index holds: of the articles themselves one is read, however far back it is. */
async function statementsOfOne(db: Database, expert: string, at: number): Promise<StatementsAt> {
  const heard = await heardOf(db, expert, 'quotes').limit(at).execute()
  let before = 0
  let wanted = heard[0]
  for (const voice of heard.slice(1)) {
    const upTo = before + wanted!.quotes
    if (upTo >= at) break
    before = upTo
    wanted = voice
  }
  const [entry] = await plainEntriesById(db, wanted === undefined ? [] : [wanted.article])
  return { statements: entry === undefined ? [] : statementsIn(entry, expert), before }
}

async function descriptionsOf(db: Database, expert: string, articles: number): Promise<readonly Described[]> {
  const rows = await db
    .selectFrom('voice')
    .select(['article', 'published', sql<string>`description`.as('description')])
    .where('expert', '=', expert)
    .where('quotes', '>', 0)
    .where('description', 'is not', null)
    .orderBy('published', 'desc')
    .orderBy('article')
    .limit(articles)
    .execute()
  const firsts = firstOfEach(rows)
  const estimated = await db
    .selectFrom('article')
    .select('id')
    .where('id', 'in', listed(firsts.map(({ article }) => article)))
    .where('published_estimated', '=', 1)
    .execute()
  const isEstimated = new Set(estimated.map(({ id }) => id))
  return firsts.map(({ description, article, published }) => ({
    description,
    first: {
      published: new Date(published),
      ...(isEstimated.has(article) && { publishedEstimated: true as const }),
    },
  }))
}
