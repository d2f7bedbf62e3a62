import { type Selectable, sql } from 'kysely'
import { DESCRIPTIONS_READ, fullestOf } from '#core/experts/described.ts'
import { nameKey, nameKeys } from '#core/experts/name-keys.ts'
import { trigrams } from '#core/experts/trigrams.ts'
import { byQuotes } from '#core/experts/voices.ts'
import type { Expert, Library } from '#core/ports/library.ts'
import { inChunks } from './chunks.ts'
import { listed } from './listed.ts'
import type { Database, Tables } from './tables.ts'

/** After every possible key that starts so: no text holds this code point. */
const END = '\u{10FFFF}'

type ExpertReads = Pick<
  Library,
  'experts' | 'countExperts' | 'keyOf' | 'expertsNamed' | 'expertsWithKey' | 'expertsStarting' | 'expertsLike'
>

export function sqlExperts(db: Database): ExpertReads {
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
  }
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
