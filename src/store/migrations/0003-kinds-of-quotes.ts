import { type Kysely, sql } from 'kysely'
import { nameKey } from '#core/experts/name-keys.ts'

interface Then {
  article: { number: number; id: string; analysis: string }
  voice: { article: string; expert: string; in_part: number; reported: number }
}
interface Analysis {
  readonly quotes: readonly { readonly kind: string; readonly speaker: number | null }[]
  readonly people: readonly { readonly name: string }[]
}

const BATCH = 200

/** Counts by kind beside the count of all. No analysis had candidates before, so nothing is unsure yet. */
export default async function kindsOfQuotes(db: Kysely<Then>): Promise<void> {
  for (const table of ['voice', 'expert']) {
    for (const column of ['in_part', 'reported', 'unsure']) {
      await db.schema
        .alterTable(table)
        .addColumn(column, 'integer', (definition) => definition.notNull().defaultTo(0))
        .execute()
    }
  }
  // Holds all that counting an expert anew asks for.
  await db.schema.dropIndex('voice_expert').execute()
  await db.schema
    .createIndex('voice_expert')
    .on('voice')
    .columns(['expert', 'published', 'article', 'quotes', 'in_part', 'reported', 'unsure', 'sample'])
    .execute()
  await countVoices(db)
  for (const column of ['in_part', 'reported']) {
    const sums = sql`select sum(${sql.ref(column)}) from voice where voice.expert = expert.key`
    await sql`update expert set ${sql.ref(column)} = coalesce((${sums}), 0)`.execute(db)
  }
}

async function countVoices(db: Kysely<Then>): Promise<void> {
  for (let last = -1; ; ) {
    const articles = await db
      .selectFrom('article')
      .select(['number', 'id', 'analysis'])
      .where('number', '>', last)
      .orderBy('number')
      .limit(BATCH)
      .execute()
    for (const { id, analysis } of articles) {
      // Written by the version before, which earns the cast.
      const { quotes, people } = JSON.parse(analysis) as Analysis
      const heard = Map.groupBy(quotes, ({ speaker }) => nameKey(people[speaker ?? -1]?.name ?? ''))
      for (const [expert, said] of heard) {
        const count = (kind: string) => said.filter((quote) => quote.kind === kind).length
        await db
          .updateTable('voice')
          .set({ in_part: count('mixed'), reported: count('indirect') })
          .where('article', '=', id)
          .where('expert', '=', expert)
          .execute()
      }
    }
    const newest = articles.at(-1)
    if (newest === undefined) return
    last = newest.number
  }
}
