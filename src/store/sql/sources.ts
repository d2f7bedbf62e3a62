import { type Selectable, sql } from 'kysely'
import { type Place, placeKey } from '#core/place.ts'
import type { SourceDraft, Sources, WatchedSource } from '#core/ports/sources.ts'
import { newState } from '#core/visits/state.ts'
import { resumedState } from '../source.ts'
import { freezeState, thawState } from './source-state.ts'
import type { Database, Tables } from './tables.ts'

export function sqlSources(db: Database): Sources {
  const all = () => db.selectFrom('source').selectAll()
  return {
    async add(drafts, now) {
      return db.transaction().execute(async (tx) => {
        const added: WatchedSource[] = []
        for (const draft of drafts) {
          const row = columns(draft, now)
          const { number } = await tx.insertInto('source').values(row).returning('number').executeTakeFirstOrThrow()
          added.push(thaw({ ...row, number }))
        }
        return added
      })
    },
    async find(id) {
      const row = await all().where('number', '=', numberOf(id)).executeTakeFirst()
      return row && thaw(row)
    },
    async at(place) {
      const rows = await all().where('place_key', '=', placeKey(place)).orderBy('number').execute()
      return rows.map(thaw)
    },
    async all() {
      return (await all().orderBy('number').execute()).map(thaw)
    },
    async running(url) {
      // Asked at every visit, hundreds of times a second: as it stands here there is nothing to put together.
      const { rows } = await sql<Selectable<Tables['source']>>`select * from source
        where url = ${url} and paused_since is null order by number`.execute(db)
      return rows.map(thaw)
    },
    async due(now, limit) {
      const rows = await db
        .selectFrom('source')
        .select(['number', 'url'])
        .where('next_visit', '<=', now.getTime())
        .where('paused_since', 'is', null)
        .orderBy('next_visit')
        .orderBy('number')
        .limit(limit)
        .execute()
      return rows.map(({ number, url }) => ({ id: `s${number}`, url }))
    },
    async soonest(after) {
      const row = await db
        .selectFrom('source')
        .select('next_visit')
        .where('next_visit', '>', after.getTime())
        .where('paused_since', 'is', null)
        .orderBy('next_visit')
        .limit(1)
        .executeTakeFirst()
      return row && new Date(row.next_visit)
    },
    async pause(id, reason, now) {
      const paused = { paused_since: now.getTime(), paused_reason: reason }
      await db.updateTable('source').set(paused).where('number', '=', numberOf(id)).execute()
    },
    async resume(id, now) {
      await db.transaction().execute(async (tx) => {
        const row = await tx.selectFrom('source').selectAll().where('number', '=', numberOf(id)).executeTakeFirst()
        if (row === undefined) return
        const state = freezeState(resumedState(thawState(row.state), now))
        const running = { ...state, paused_since: null, paused_reason: null }
        await tx.updateTable('source').set(running).where('number', '=', row.number).execute()
      })
    },
    async remove(id) {
      const gone = await db.deleteFrom('source').where('number', '=', numberOf(id)).executeTakeFirst()
      return gone.numDeletedRows > 0n
    },
  }
}

/** `s3` is 3; what is no such id is no row's number. */
export const numberOf = (id: string): number => Number(/^s([1-9]\d{0,14})$/i.exec(id)?.[1] ?? -1)

const columns = (draft: SourceDraft, now: Date) => ({
  place_key: placeKey(draft.place),
  place: JSON.stringify(draft.place),
  created_by: draft.createdBy,
  created_at: now.getTime(),
  given: draft.given,
  url: draft.url,
  kind: draft.kind,
  title: draft.title,
  ...freezeState(newState(draft.nextVisit)),
  paused_since: null,
  paused_reason: null,
})

/** The JSON was written by `columns`, which earns the cast. */
const thaw = (row: Selectable<Tables['source']>): WatchedSource => ({
  id: `s${row.number}`,
  place: JSON.parse(row.place) as Place,
  createdBy: row.created_by,
  createdAt: new Date(row.created_at),
  given: row.given,
  url: row.url,
  kind: row.kind,
  title: row.title,
  state: thawState(row.state),
  ...(row.paused_since !== null && { paused: { since: new Date(row.paused_since), reason: row.paused_reason ?? '' } }),
})
