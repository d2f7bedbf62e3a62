import { type RawBuilder, sql } from 'kysely'
import { nameKeys, nameWords } from '#core/experts/name-keys.ts'
import type { Query } from '#core/query/query.ts'
import { type TagKind, tagOf } from '#core/query/query-tags.ts'
import { fold } from '#core/text/fold.ts'
import { speaks } from '#core/text/language-names.ts'
import { listed } from './listed.ts'
import type { ArticleKey, Database, Passing } from './tables.ts'

/** Up to so many are found first and looked for by number; more are checked one by one as their words are found. */
const FEW = 2000
/** More people of one name, or outlets, make a longer search of the index than looking at each article found. */
const MOST_TAGS = 64

/** The part of a query that is about an article, not its words; `core/query/query-match.ts` says the same without a database. */
export interface Conditions {
  readonly groups: readonly Group[]
  /** Days and story, as conditions on `article`. */
  readonly others: readonly RawBuilder<unknown>[]
}

/** Those of whom, of which outlets or languages an article has one, or none. */
interface Group {
  readonly kind: TagKind
  readonly values: readonly string[]
  readonly wanted: boolean
}

export async function conditionsOf(db: Database, query: Query): Promise<Conditions> {
  const { after, before, outlet, language, story, from, alias = [] } = query
  const { notFrom = [], notOutlet = [], notLanguage = [], notStory = [] } = query
  const group = (kind: TagKind, wanted: boolean, values: readonly string[] | undefined): readonly Group[] =>
    values === undefined ? [] : [{ kind, wanted, values }]
  const others: RawBuilder<unknown>[] = []
  if (after !== undefined) others.push(sql`article.published >= ${after.getTime()}`)
  if (before !== undefined) others.push(sql`article.published < ${before.getTime()}`)
  if (story !== undefined) others.push(inStory(story))
  for (const one of notStory) others.push(sql`not ${inStory(one)}`)
  const groups = [
    ...group('who', true, from === undefined ? undefined : await expertsNamed(db, [from, ...alias])),
    ...group('outlet', true, await outletsLike(db, [outlet ?? ''])),
    ...group('outlet', false, await outletsLike(db, notOutlet)),
    ...group('lang', true, language === undefined ? undefined : await languagesOf(db, [language])),
    ...group('lang', false, notLanguage.length === 0 ? undefined : await languagesOf(db, notLanguage)),
  ]
  for (const name of notFrom) groups.push(...group('who', false, await expertsNamed(db, [name])))
  return { groups, others }
}

export const isImpossible = ({ groups }: Conditions): boolean =>
  groups.some(({ wanted, values }) => wanted && values.length === 0)

/** What of the conditions the full-text index answers itself, and what is left. */
export function tagsOf({ groups, others }: Conditions) {
  const tags = groups.filter(({ values }) => values.length <= MOST_TAGS)
  const list = (wanted: boolean) =>
    tags
      .filter((group) => group.wanted === wanted && group.values.length > 0)
      .map(({ kind, values }) => values.map((value) => tagOf(kind, value)))
  const people = groups.find(({ kind, wanted }) => kind === 'who' && wanted)
  return {
    tagged: list(true),
    untagged: list(false).flat(),
    ...(people && { by: people.values.map((value) => tagOf('who', value)) }),
    rest: { groups: groups.filter((group) => !tags.includes(group)), others } satisfies Conditions,
  }
}

/** Counted by the indexes alone: most often there are many, and nothing more is read of them. */
export async function passing(db: Database, conditions: Conditions): Promise<Passing> {
  const condition = asSql(conditions)
  if (condition === undefined) return { kind: 'all' }
  const { rows } = await sql`select article.number from article where ${condition} limit ${FEW + 1}`.execute(db)
  if (rows.length > FEW) return { kind: 'many', condition }
  const { rows: articles } = await sql<ArticleKey>`
    select article.number, article.id, article.published from article where ${condition}`.execute(db)
  return { kind: 'few', articles }
}

/** The newest so many, by their day, that meet the conditions. */
export async function newestThat(db: Database, conditions: Conditions, limit: number): Promise<readonly ArticleKey[]> {
  const people = conditions.groups.find(({ kind, wanted }) => kind === 'who' && wanted)
  const rest = asSql({ ...conditions, groups: conditions.groups.filter((group) => group !== people) }) ?? sql`1 = 1`
  // `article_brief` has the columns side by side; in the table itself each row has its long texts between.
  const columns = sql`brief.number, brief.id, brief.published`
  const brief = sql`cross join article as brief indexed by article_brief on brief.number = article.number`
  if (people === undefined || people.values.length > MOST_TAGS) {
    const { rows } = await sql<ArticleKey>`select ${columns} from article ${brief}
      where ${rest} and ${people === undefined ? sql`1 = 1` : quotedIn(people.values)}
      order by article.published desc, brief.id limit ${limit}`.execute(db)
    return rows
  }
  const found = new Map<number, ArticleKey>()
  for (const expert of people.values) {
    // From their voices on, which an index has in the order of the day.
    const { rows } = await sql<ArticleKey>`select article.number, article.id, article.published
      from voice cross join article on article.id = voice.article
      where voice.expert = ${expert} and voice.quotes > 0 and ${rest}
      order by voice.published desc, voice.article limit ${limit}`.execute(db)
    for (const row of rows) found.set(row.number, row)
  }
  return [...found.values()].sort((a, b) => b.published - a.published || (a.id < b.id ? -1 : 1)).slice(0, limit)
}

/** As a condition on `article`; undefined where there is none. */
function asSql({ groups, others }: Conditions): RawBuilder<boolean> | undefined {
  const all = [...others, ...groups.map(groupAsSql)]
  return all.length === 0 ? undefined : sql<boolean>`(${sql.join(all, sql` and `)})`
}

function groupAsSql({ kind, values, wanted }: Group): RawBuilder<unknown> {
  if (kind === 'who') return wanted ? quotedIn(values) : sql`not ${quotedIn(values)}`
  const column = kind === 'outlet' ? 'outlet_folded' : 'language'
  return wanted ? isOneOf(column, values) : sql`${sql.ref(`article.${column}`)} not in ${listed(values)}`
}

const quotedIn = (experts: readonly string[]): RawBuilder<unknown> =>
  sql`exists (select 1 from voice
    where voice.article = article.id and voice.quotes > 0 and voice.expert in ${listed(experts)})`

/** An id whose story became part of another leads there. */
const inStory = (story: string): RawBuilder<unknown> => sql`article.id in (
  with recursive led(id) as (
    select ${story} union select "into" from story_retired join led on story_retired.id = led.id
  ) select article from story_article where story in (select id from led))`

/** Those whose name has every word of any of these names, however each is romanised. */
async function expertsNamed(db: Database, names: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const name of names) {
    const words = nameWords(name).map(nameKeys)
    if (words.length === 0) continue
    const all = words.map((keys) => sql`select expert from expert_key where key in (${sql.join(keys)})`)
    const { rows } = await sql<{ expert: string }>`${sql.join(all, sql` intersect `)}`.execute(db)
    for (const { expert } of rows) found.add(expert)
  }
  return [...found]
}

/** Of one value an index has the articles in order of their day; of several it has not. */
const isOneOf = (column: 'outlet_folded' | 'language', values: readonly string[]): RawBuilder<unknown> => {
  const ref = sql.ref(`article.${column}`)
  return values.length === 1 ? sql`${ref} = ${values[0]}` : sql`${ref} in ${listed(values)}`
}

/** The folded outlets that have any of these in their name; undefined where nothing is asked for. */
async function outletsLike(db: Database, typed: readonly string[]): Promise<readonly string[] | undefined> {
  const wanted = typed.map((one) => fold(one).trim()).filter((one) => one !== '')
  if (wanted.length === 0) return undefined
  const outlets = await valuesOf(db, 'outlet_folded')
  return outlets.filter((outlet) => wanted.some((one) => outlet.includes(one)))
}

/** Each as one of its articles names it, in order of the folded names. */
export async function outletsSql(db: Database): Promise<readonly string[]> {
  const folded = await valuesOf(db, 'outlet_folded')
  const { rows } = await sql<{ outlet: string }>`
    select (select outlet from article where outlet_folded = value limit 1) as outlet
    from json_each(${JSON.stringify(folded)}) order by value`.execute(db)
  return rows.map(({ outlet }) => outlet)
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
