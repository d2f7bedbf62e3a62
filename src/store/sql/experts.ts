import { type Selectable, sql } from 'kysely'
import { nameKey, nameKeys } from '#core/experts/name-keys.ts'
import { trigrams } from '#core/experts/trigrams.ts'
import { byQuotes, statementsIn } from '#core/experts/voices.ts'
import type { Expert, Library } from '#core/ports/library.ts'
import { entriesById } from './articles.ts'
import { inChunks } from './chunks.ts'
import type { Database, Tables } from './tables.ts'

/** After every possible key that starts so: no text holds this code point. */
const END = '\u{10FFFF}'

type ExpertReads = Pick<Library, 'experts' | 'expertsWithKey' | 'expertsStarting' | 'expertsLike' | 'statements'>

export function sqlExperts(db: Database): ExpertReads {
  const ranked = () =>
    db.selectFrom('expert').selectAll('expert').orderBy('quotes', 'desc').orderBy('name').orderBy('key')
  return {
    async experts(limit) {
      return (await ranked().limit(limit).execute()).map(thaw)
    },
    async expertsWithKey(keys) {
      const found = await inChunks(keys, (some) =>
        ranked()
          .where('key', 'in', (eb) =>
            eb
              .selectFrom('expert_key')
              .select('expert')
              .where('expert_key.key', 'in', [...some]),
          )
          .execute(),
      )
      const byKey = new Map(found.flat().map((row) => [row.key, thaw(row)]))
      return [...byKey.values()].sort(byQuotes)
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
    async statements(expert, limit = Number.POSITIVE_INFINITY) {
      const heard = await db
        .selectFrom('voice')
        .select(['article', 'quotes'])
        .where('expert', '=', expert)
        .orderBy('published', 'desc')
        .orderBy('article')
        .execute()
      let quotes = 0
      const wanted = heard.filter((voice) => {
        const needed = quotes < limit
        quotes += voice.quotes
        return needed
      })
      const entries = await entriesById(
        db,
        wanted.map(({ article }) => article),
      )
      return entries.flatMap((entry) => statementsIn(entry, expert)).slice(0, limit)
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
        fn.countAll<number>().as('articles'),
        fn.min('sample').as('sample'),
      ])
      .where('expert', '=', key)
      .executeTakeFirstOrThrow()
    if (counted.quotes === null || counted.articles === 0) {
      await db.deleteFrom('expert').where('key', '=', key).execute()
      continue
    }
    const byAge = db
      .selectFrom('voice')
      .where('expert', '=', key)
      .orderBy('published', 'desc')
      .orderBy('article')
      .limit(1)
    const newest = await byAge.select(['name', 'kind']).executeTakeFirstOrThrow()
    const described = await byAge.select('description').where('description', 'is not', null).executeTakeFirst()
    await put(db, {
      key,
      ...newest,
      description: described?.description ?? null,
      quotes: counted.quotes,
      articles: counted.articles,
      sample: counted.sample,
    })
  }
}

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
  articles: row.articles,
  sample: row.sample === 1,
})
