import { type Insertable, type Selectable, sql } from 'kysely'
import type { Analysis } from '#core/analysis.ts'
import type { Article } from '#core/article.ts'
import type { Entry } from '#core/ports/library.ts'
import { fold } from '#core/text/fold.ts'
import { listed } from './listed.ts'
import { withStories } from './story-of.ts'
import type { Database, Tables } from './tables.ts'

export const articleColumns = ({ article, analysis, engine }: Entry, added: Date): Insertable<Tables['article']> => ({
  id: article.id,
  title: article.title,
  outlet: article.outlet,
  outlet_folded: fold(article.outlet),
  url: article.url ?? null,
  published: article.published.getTime(),
  byline: article.byline ?? null,
  language: article.language,
  sample: article.sample ? 1 : 0,
  text: article.text,
  added: added.getTime(),
  engine,
  analysis: JSON.stringify(analysis),
  published_estimated: article.publishedEstimated ? 1 : 0,
  excerpt: article.excerpt ? 1 : 0,
})

/** The JSON was written by `articleColumns`, which earns the cast. */
export const thawEntry = (row: Selectable<Tables['article']>): Entry => ({
  article: thawArticle(row),
  analysis: JSON.parse(row.analysis) as Analysis,
  engine: row.engine,
})

const thawArticle = (row: Selectable<Tables['article']>): Article => ({
  id: row.id,
  title: row.title,
  outlet: row.outlet,
  ...(row.url !== null && { url: row.url }),
  published: new Date(row.published),
  ...(row.byline !== null && { byline: row.byline }),
  language: row.language,
  sample: row.sample === 1,
  text: row.text,
  ...(row.published_estimated === 1 && { publishedEstimated: true as const }),
  ...(row.excerpt === 1 && { excerpt: true as const }),
})

/** In the order of the ids, with the stories they are in; one that is not there is left out. */
export const entriesById = async (db: Database, ids: readonly string[]): Promise<readonly Entry[]> =>
  withStories(db, await plainEntriesById(db, ids))

/** The same without the stories. */
export async function plainEntriesById(db: Database, ids: readonly string[]): Promise<readonly Entry[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Selectable<Tables['article']>>`select * from article where id in ${listed(ids)}`.execute(
    db,
  )
  return thawInOrder(ids, new Map(rows.map((row) => [row.id, row])))
}

/** In the order of the numbers, without the stories. */
export async function entriesNumbered(db: Database, numbers: readonly number[]): Promise<readonly Entry[]> {
  if (numbers.length === 0) return []
  const { rows } = await sql<Selectable<Tables['article']>>`select * from article
    where number in ${listed(numbers)}`.execute(db)
  return thawInOrder(numbers, new Map(rows.map((row) => [row.number, row])))
}

const thawInOrder = <Key>(keys: readonly Key[], rows: ReadonlyMap<Key, Selectable<Tables['article']>>): Entry[] =>
  keys.flatMap((key) => {
    const row = rows.get(key)
    return row === undefined ? [] : [thawEntry(row)]
  })

/** A whole entry as it was written into one column, which earns the cast. */
export const thawFrozenEntry = (json: string): Entry =>
  JSON.parse(json, (name, value: unknown) =>
    name === 'published' && typeof value === 'string' ? new Date(value) : value,
  ) as Entry
