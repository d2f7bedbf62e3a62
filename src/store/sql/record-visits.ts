import type { Batch } from '#core/ports/archive.ts'
import { MOST_MARKS } from '../limits.ts'
import { inChunks } from './chunks.ts'
import { freezeState } from './source-state.ts'
import { numberOf } from './sources.ts'
import type { Database } from './tables.ts'

/** What visits left of their sources: states, and marks of items. A source that was removed meanwhile stays so. */
export async function recordVisits(db: Database, { visited, marks }: Batch, now: Date): Promise<void> {
  for (const { id, url, title, state } of visited) {
    const change = { url, ...(title !== undefined && { title }), ...freezeState(state) }
    await db.updateTable('source').set(change).where('number', '=', numberOf(id)).execute()
  }
  const sources = [...new Set(marks.map(({ source }) => source))]
  const alive = await inChunks(sources.map(numberOf), (some) =>
    db
      .selectFrom('source')
      .select('number')
      .where('number', 'in', [...some])
      .execute(),
  )
  const numbers = new Set(alive.flat().map(({ number }) => number))
  const rows = marks.flatMap(({ source, item, article, print, tries }) => {
    const number = numberOf(source)
    if (!numbers.has(number)) return []
    return [{ source: number, item, article: article ?? null, print, tries, seen_at: now.getTime() }]
  })
  await inChunks(rows, (some) =>
    db
      .insertInto('mark')
      .values([...some])
      .onConflict((conflict) =>
        conflict.columns(['source', 'item']).doUpdateSet((eb) => ({
          article: eb.ref('excluded.article'),
          print: eb.ref('excluded.print'),
          tries: eb.ref('excluded.tries'),
          seen_at: eb.ref('excluded.seen_at'),
        })),
      )
      .execute(),
  )
  for (const number of numbers) await forgetOldMarks(db, number)
}

/** A feed that makes up new ids at each visit must not fill the disk with them. */
async function forgetOldMarks(db: Database, source: number): Promise<void> {
  const oldest = await db
    .selectFrom('mark')
    .select('seen_at')
    .where('source', '=', source)
    .orderBy('seen_at', 'desc')
    .offset(MOST_MARKS)
    .limit(1)
    .executeTakeFirst()
  if (oldest === undefined) return
  await db.deleteFrom('mark').where('source', '=', source).where('seen_at', '<=', oldest.seen_at).execute()
}
