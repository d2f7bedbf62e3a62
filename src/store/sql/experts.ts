import { type Selectable, sql } from 'kysely'
import type { Article } from '#core/article.ts'
import { DESCRIPTIONS_READ, fullestOf } from '#core/experts/described.ts'
import { nameKey, nameKeys } from '#core/experts/name-keys.ts'
import { trigrams } from '#core/experts/trigrams.ts'
import { byQuotes, statementsIn, statementsOn, unsureStatementsIn } from '#core/experts/voices.ts'
import type { Entry, Expert, Library, Statement } from '#core/ports/library.ts'
import { tagOf } from '#core/query/query-tags.ts'
import { entriesNumbered, plainEntriesById } from './articles.ts'
import { inChunks } from './chunks.ts'
import { listed } from './listed.ts'
import type { Database, FullText, Tables } from './tables.ts'

/** After every possible key that starts so: no text holds this code point. */
const END = '\u{10FFFF}'

type ExpertReads = Pick<
  Library,
  | 'experts'
  | 'countExperts'
  | 'keyOf'
  | 'expertsNamed'
  | 'expertsWithKey'
  | 'expertsStarting'
  | 'expertsLike'
  | 'statements'
  | 'unsureStatements'
>

export function sqlExperts(db: Database, fullText: FullText): ExpertReads {
  const ranked = () =>
    db.selectFrom('expert').selectAll('expert').orderBy('quotes', 'desc').orderBy('name').orderBy('key')
  return {
    async experts(limit) {
      return (await ranked().limit(limit).execute()).map(thaw)
    },
    async countExperts() {
      const { count } = await db
        .selectFrom('expert')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return count
    },
    keyOf: ({ person }) => nameKey(person.name),
    async expertsNamed(keys) {
      const rows = await db.selectFrom('expert').selectAll().where('key', 'in', listed(keys)).execute()
      return rows.map(thaw).sort(byQuotes)
    },
    async expertsWithKey(keys) {
      const rows = await db
        .selectFrom('expert')
        .selectAll()
        .where('key', 'in', (eb) =>
          eb.selectFrom('expert_key').select('expert').where('expert_key.key', 'in', listed(keys)),
        )
        .execute()
      return rows.map(thaw).sort(byQuotes)
    },
    async expertsStarting(prefix, limit) {
      const typed = nameKey(prefix)
      if (typed === '') return (await ranked().limit(limit).execute()).map(thaw)
      const rows = await ranked()
        .where((eb) =>
          eb.or([
            eb.and([eb('key', '>=', typed), eb('key', '<', typed + END)]),
            eb('key', 'in', (inner) =>
              inner
                .selectFrom('expert_key')
                .select('expert')
                .where('expert_key.key', '>=', typed)
                .where('expert_key.key', '<', typed + END),
            ),
          ]),
        )
        .limit(limit)
        .execute()
      return rows.map(thaw)
    },
    async expertsLike(name, limit) {
      const grams = trigrams(name)
      if (grams.length === 0) return []
      const rows = await db
        .selectFrom('expert_trigram')
        .innerJoin('expert', 'expert.key', 'expert_trigram.expert')
        .selectAll('expert')
        .where('gram', 'in', [...grams])
        .groupBy('expert.key')
        .orderBy(sql`count(*)`, 'desc')
        .orderBy('expert.quotes', 'desc')
        .orderBy('expert.name')
        .orderBy('expert.key')
        .limit(limit)
        .execute()
      return rows.map(thaw)
    },
    statements: (expert, limit, about) =>
      about === undefined
        ? statementsOf(db, { expert, count: 'quotes', limit, read: statementsIn })
        : statementsAbout(db, fullText, expert, limit, about),
    unsureStatements: (expert, limit) => statementsOf(db, { expert, count: 'unsure', limit, read: unsureStatementsIn }),
  }
}

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

/** Reads only as many articles as it takes. */
async function statementsOf(
  db: Database,
  { expert, count, limit = Number.POSITIVE_INFINITY, read }: Wanted,
): Promise<readonly Statement[]> {
  // Each has one statement at least, so no more voices are looked at than statements are wanted.
  const heard = await db
    .selectFrom('voice')
    .select(['article', count])
    .where('expert', '=', expert)
    .where(count, '>', 0)
    .orderBy('published', 'desc')
    .orderBy('article')
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

/** Counts these experts anew from their voices; those who have none left go. */
export async function refreshExperts(db: Database, keys: Iterable<string>): Promise<void> {
  for (const key of new Set(keys)) {
    const counted = await db
      .selectFrom('voice')
      .select(({ fn }) => [
        fn.sum<number | null>('quotes').as('quotes'),
        fn.sum<number>('in_part').as('in_part'),
        fn.sum<number>('reported').as('reported'),
        fn.sum<number>('nested').as('nested'),
        fn.countAll<number>().as('articles'),
        fn.min('sample').as('sample'),
      ])
      .where('expert', '=', key)
      .where('quotes', '>', 0)
      .executeTakeFirstOrThrow()
    if (counted.quotes === null || counted.articles === 0) {
      await db.deleteFrom('expert').where('key', '=', key).execute()
      continue
    }
    const { unsure } = await db
      .selectFrom('voice')
      .select(({ fn }) => fn.sum<number>('unsure').as('unsure'))
      .where('expert', '=', key)
      .executeTakeFirstOrThrow()
    const newest = await newestFirstOf(db, key).select(['name', 'kind']).limit(1).executeTakeFirstOrThrow()
    await put(db, {
      key,
      ...newest,
      description: (await descriptionOf(db, key)) ?? null,
      quotes: counted.quotes,
      in_part: counted.in_part,
      reported: counted.reported,
      nested: counted.nested,
      unsure,
      articles: counted.articles,
      sample: counted.sample,
    })
  }
}

/** What the newest articles that quote and describe them call them. */
export async function descriptionOf(db: Database, key: string): Promise<string | undefined> {
  const rows = await newestFirstOf(db, key)
    .select('description')
    .where('description', 'is not', null)
    .limit(DESCRIPTIONS_READ)
    .execute()
  return fullestOf(rows.flatMap(({ description }) => description ?? []))
}

const newestFirstOf = (db: Database, key: string) =>
  db
    .selectFrom('voice')
    .where('expert', '=', key)
    .where('quotes', '>', 0)
    .orderBy('published', 'desc')
    .orderBy('article')

async function put(db: Database, row: Selectable<Tables['expert']>): Promise<void> {
  const { key, ...sums } = row
  const { numUpdatedRows } = await db.updateTable('expert').set(sums).where('key', '=', key).executeTakeFirst()
  if (numUpdatedRows > 0n) return
  await db.insertInto('expert').values(row).execute()
  const keys = nameKeys(key).map((one) => ({ key: one, expert: key }))
  await inChunks(keys, (some) =>
    db
      .insertInto('expert_key')
      .values([...some])
      .execute(),
  )
  const grams = trigrams(key).map((gram) => ({ gram, expert: key }))
  await inChunks(grams, (some) =>
    db
      .insertInto('expert_trigram')
      .values([...some])
      .execute(),
  )
}

const thaw = (row: Selectable<Tables['expert']>): Expert => ({
  key: row.key,
  name: row.name,
  kind: row.kind,
  ...(row.description !== null && { description: row.description }),
  quotes: row.quotes,
  kinds: {
    direct: row.quotes - row.in_part - row.reported - row.nested,
    mixed: row.in_part,
    indirect: row.reported,
    nested: row.nested,
  },
  unsure: row.unsure,
  articles: row.articles,
  sample: row.sample === 1,
})
