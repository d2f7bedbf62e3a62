import { sql } from 'kysely'
import type { Batch } from '#core/ports/archive.ts'
import { MOST_MARKS } from '../limits.ts'
import { freezeState } from './source-state.ts'
import { numberOf } from './sources.ts'
import type { Database } from './tables.ts'

/**
 * What visits left of their sources: states, and marks of items. A source that was removed meanwhile stays so.
 * Hundreds of visits a second are written by few statements that are always the same.
 */
export async function recordVisits(db: Database, { visited, marks }: Batch, now: Date): Promise<void> {
  await recordStates(db, visited)
  if (marks.length === 0) return
  const rows = marks.map(({ source, item, article, print, tries }) => [
    numberOf(source),
    item,
    article ?? null,
    print,
    tries,
  ])
  await sql`insert into mark (source, item, article, print, tries, seen_at)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, ${now.getTime()}
    from json_each(${JSON.stringify(rows)}) where value ->> 0 in (select number from source)
    on conflict (source, item) do update set
      article = excluded.article, print = excluded.print, tries = excluded.tries, seen_at = excluded.seen_at`.execute(
    db,
  )
  for (const number of new Set(marks.map(({ source }) => numberOf(source)))) await forgetOldMarks(db, number)
}

/** In one statement. What is said of one source twice is said last. */
async function recordStates(db: Database, visited: Batch['visited']): Promise<void> {
  const rows = new Map<number, readonly (string | number | null)[]>()
  for (const { id, url, title, state } of visited) {
    const number = numberOf(id)
    const { state: frozen, next_visit } = freezeState(state)
    rows.set(number, [number, url, title ?? rows.get(number)?.[2] ?? null, frozen, next_visit])
  }
  if (rows.size === 0) return
  await sql`update source set url = visit.value ->> 1, title = coalesce(visit.value ->> 2, title),
    state = visit.value ->> 3, next_visit = visit.value ->> 4
    from json_each(${JSON.stringify([...rows.values()])}) as visit where number = visit.value ->> 0`.execute(db)
}

/** A feed that makes up new ids at each visit must not fill the disk with them. */
async function forgetOldMarks(db: Database, source: number): Promise<void> {
  const { rows } = await sql<{ seen_at: number }>`select seen_at from mark where source = ${source}
    order by seen_at desc limit 1 offset ${MOST_MARKS}`.execute(db)
  const [oldest] = rows
  if (oldest === undefined) return
  await db.deleteFrom('mark').where('source', '=', source).where('seen_at', '<=', oldest.seen_at).execute()
}
