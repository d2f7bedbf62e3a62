import { type RawBuilder, sql } from 'kysely'
import { nameKeys, nameWords } from '#core/experts/name-keys.ts'
import { speaks } from '#core/language-names.ts'
import type { Query } from '#core/query.ts'
import { fold } from '#core/text/fold.ts'
import type { ArticleKey, Database, Passing } from './tables.ts'

/** Up to so many are found first and looked for by number; more are checked one by one as their words are found. */
const FEW = 2000
/** For people more: one by one, each article would have to be asked whether it quotes them. Who says more than this is dense. */
const FEW_OF_PEOPLE = 20_000

/** The part of a query that is about an article, not its words; `core/query-match.ts` says the same without a database. */
export async function passing(db: Database, query: Query): Promise<Passing> {
  const people = query.from === undefined ? undefined : await expertsNamed(db, query.from)
  const { from: _, ...others } = query
  const rest = await conditionOn(db, others)
  if (people === undefined) {
    if (rest === undefined) return { kind: 'all' }
    // Counted by the indexes alone: most often there are many, and nothing more is read of them.
    const { rows } = await sql`select article.number from article where ${rest} limit ${FEW + 1}`.execute(db)
    if (rows.length > FEW) return { kind: 'many', condition: rest }
    return few(db, FEW, rest, sql`article.number, article.id, article.published from article where ${rest}`)
  }
  // From their voices on: there are fewer of them than articles, and they know the day.
  return few(
    db,
    FEW_OF_PEOPLE,
    sql<boolean>`(${quotedIn(people)} and ${rest ?? sql`1 = 1`})`,
    sql`article.number, voice.article as id, voice.published
      from voice cross join article on article.id = voice.article
      where voice.quotes > 0 and voice.expert in (${listed(people)}) and ${rest ?? sql`1 = 1`}
      group by article.number`,
  )
}

async function few(
  db: Database,
  most: number,
  condition: RawBuilder<boolean>,
  articles: RawBuilder<unknown>,
): Promise<Passing> {
  const { rows } = await sql<ArticleKey>`select ${articles} limit ${most + 1}`.execute(db)
  return rows.length > most ? { kind: 'many', condition } : { kind: 'few', articles: rows }
}

/** As a condition on `article`; undefined where there is none. */
async function conditionOn(db: Database, query: Query): Promise<RawBuilder<boolean> | undefined> {
  const { after, before, outlet, language, story, notFrom = [], notOutlet = [], notLanguage = [] } = query
  const all: RawBuilder<unknown>[] = []
  if (after !== undefined) all.push(sql`article.published >= ${after.getTime()}`)
  if (before !== undefined) all.push(sql`article.published < ${before.getTime()}`)
  for (const name of notFrom) all.push(sql`not ${quotedIn(await expertsNamed(db, name))}`)
  const [wanted, unwanted] = await Promise.all([outletsLike(db, [outlet ?? '']), outletsLike(db, notOutlet)])
  if (wanted !== undefined) all.push(isOneOf('outlet_folded', wanted))
  if (unwanted !== undefined) all.push(sql`article.outlet_folded not in (${listed(unwanted)})`)
  if (language !== undefined) all.push(isOneOf('language', await languagesOf(db, [language])))
  if (notLanguage.length > 0) {
    all.push(sql`article.language not in (${listed(await languagesOf(db, notLanguage))})`)
  }
  if (story !== undefined) all.push(inStory(story))
  return all.length === 0 ? undefined : sql<boolean>`(${sql.join(all, sql` and `)})`
}

const quotedIn = (experts: readonly string[]): RawBuilder<unknown> =>
  sql`exists (select 1 from voice
    where voice.article = article.id and voice.quotes > 0 and voice.expert in (${listed(experts)}))`

/** An id whose story became part of another leads there. */
const inStory = (story: string): RawBuilder<unknown> => sql`article.id in (
  with recursive led(id) as (
    select ${story} union select "into" from story_retired join led on story_retired.id = led.id
  ) select article from story_article where story in (select id from led))`

/** Those whose name has every word, however each is romanised. */
async function expertsNamed(db: Database, name: string): Promise<readonly string[]> {
  const words = nameWords(name).map(nameKeys)
  if (words.length === 0) return []
  const all = words.map((keys) => sql`select expert from expert_key where key in (${sql.join(keys)})`)
  const { rows } = await sql<{ expert: string }>`${sql.join(all, sql` intersect `)}`.execute(db)
  return rows.map(({ expert }) => expert)
}

/** Of one value an index has the articles in order of their day; of several it has not. */
const isOneOf = (column: 'outlet_folded' | 'language', values: readonly string[]): RawBuilder<unknown> => {
  const ref = sql.ref(`article.${column}`)
  return values.length === 1 ? sql`${ref} = ${values[0]}` : sql`${ref} in (${listed(values)})`
}

const listed = (values: readonly string[]): RawBuilder<unknown> =>
  sql`select value from json_each(${JSON.stringify(values)})`

/** The folded outlets that have any of these in their name; undefined where nothing is asked for. */
async function outletsLike(db: Database, typed: readonly string[]): Promise<readonly string[] | undefined> {
  const wanted = typed.map((one) => fold(one).trim()).filter((one) => one !== '')
  if (wanted.length === 0) return undefined
  const outlets = await valuesOf(db, 'outlet_folded')
  return outlets.filter((outlet) => wanted.some((one) => outlet.includes(one)))
}

async function languagesOf(db: Database, asked: readonly string[]): Promise<readonly string[]> {
  const languages = await valuesOf(db, 'language')
  return languages.filter((language) => asked.some((one) => speaks(language, one)))
}

/** The values there are, from one to the next along the index: a thousand outlets take a thousand steps, not one an article. */
async function valuesOf(db: Database, column: 'outlet_folded' | 'language'): Promise<readonly string[]> {
  const ref = sql.ref(column)
  const { rows } = await sql<{ value: string }>`
    with recursive one(value) as (
      select min(${ref}) from article
      union all
      select (select min(${ref}) from article where ${ref} > one.value) from one where one.value is not null
    )
    select value from one where value is not null`.execute(db)
  return rows.map(({ value }) => value)
}
