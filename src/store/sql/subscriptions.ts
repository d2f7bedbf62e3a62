import type { Selectable } from 'kysely'
import { type Place, placeKey } from '#core/place.ts'
import type { Draft, Schedule, Subscription, Subscriptions } from '#core/ports/subscriptions.ts'
import { changed } from '../subscription.ts'
import type { Database, Tables } from './tables.ts'

export function sqlSubscriptions(db: Database): Subscriptions {
  return {
    async add(draft, now) {
      const { number } = await db
        .insertInto('subscription')
        .values({ ...columns(draft), created_at: now.getTime() })
        .returning('number')
        .executeTakeFirstOrThrow()
      return { ...draft, id: `d${number}`, createdAt: now }
    },
    async find(id) {
      const row = await db.selectFrom('subscription').selectAll().where('number', '=', numberOf(id)).executeTakeFirst()
      return row && thaw(row)
    },
    async at(place) {
      const rows = await db
        .selectFrom('subscription')
        .selectAll()
        .where('place_key', '=', placeKey(place))
        .orderBy('number')
        .execute()
      return rows.map(thaw)
    },
    async active() {
      const rows = await db
        .selectFrom('subscription')
        .selectAll()
        .where('paused_since', 'is', null)
        .orderBy('number')
        .execute()
      return rows.map(thaw)
    },
    async change(id, change) {
      return db.transaction().execute(async (tx) => {
        const own = tx.selectFrom('subscription').selectAll().where('number', '=', numberOf(id))
        const row = await own.executeTakeFirst()
        if (row === undefined) return undefined
        const next = changed(thaw(row), change)
        await tx.updateTable('subscription').set(columns(next)).where('number', '=', row.number).execute()
        return next
      })
    },
    async pause(id, reason, now) {
      const paused = { paused_since: now.getTime(), paused_reason: reason }
      await db.updateTable('subscription').set(paused).where('number', '=', numberOf(id)).execute()
    },
    async resume(id) {
      const running = { paused_since: null, paused_reason: null }
      await db.updateTable('subscription').set(running).where('number', '=', numberOf(id)).execute()
    },
    async remove(id) {
      const gone = await db.deleteFrom('subscription').where('number', '=', numberOf(id)).executeTakeFirst()
      return gone.numDeletedRows > 0n
    },
  }
}

/** `d7` is 7; what is no such id is no row's number. */
const numberOf = (id: string): number => Number(/^d([1-9]\d{0,14})$/i.exec(id)?.[1] ?? -1)

const columns = (draft: Draft) => ({
  place_key: placeKey(draft.place),
  place: JSON.stringify(draft.place),
  created_by: draft.createdBy,
  schedule: JSON.stringify(draft.schedule),
  about: draft.about ?? null,
  sections: JSON.stringify(draft.sections),
  when_empty: draft.whenEmpty,
  paused_since: draft.paused?.since.getTime() ?? null,
  paused_reason: draft.paused?.reason ?? null,
})

/** The JSON was written by `columns`, which earns the casts. */
function thaw(row: Selectable<Tables['subscription']>): Subscription {
  return {
    id: `d${row.number}`,
    place: JSON.parse(row.place) as Place,
    createdBy: row.created_by,
    createdAt: new Date(row.created_at),
    schedule: JSON.parse(row.schedule) as Schedule,
    ...(row.about !== null && { about: row.about }),
    sections: JSON.parse(row.sections) as string[],
    whenEmpty: row.when_empty,
    ...(row.paused_since !== null && {
      paused: { since: new Date(row.paused_since), reason: row.paused_reason ?? '' },
    }),
  }
}
