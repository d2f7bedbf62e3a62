import { type Place, placeKey } from '#core/place.ts'
import type { Delivery, Ledger, Slot } from '#core/ports/ledger.ts'
import { inChunks } from './chunks.ts'
import type { Database, Tables } from './tables.ts'

export function sqlLedger(db: Database): Ledger {
  return {
    async promise(slot, parts, items, now) {
      const state = parts.length === 0 ? 'sent' : 'promised'
      return db.transaction().execute(async (tx) => {
        if (!(await record(tx, slot, state, null, now))) return false
        for (const [number, part] of parts.entries()) {
          await tx
            .insertInto('part')
            .values({ key: part.key, slot: slot.key, number, message: JSON.stringify(part.message) })
            .execute()
        }
        const seen = [...new Set(items)].map((item) => ({ place_key: placeKey(slot.place), item, slot: slot.key }))
        await inChunks(seen, (rows) =>
          tx
            .insertInto('seen')
            .values([...rows])
            .onConflict((conflict) => conflict.doNothing())
            .execute(),
        )
        return true
      })
    },
    async skip(slot, reason, now) {
      return record(db, slot, 'skipped', reason, now)
    },
    async pending(place) {
      const slots = await db
        .selectFrom('slot')
        .select(['key', 'subscription', 'place', 'due', 'scheduled'])
        .where('state', '=', 'promised')
        .$if(place !== undefined, (query) => query.where('place_key', '=', place ? placeKey(place) : ''))
        .orderBy('due')
        .orderBy('key')
        .execute()
      const deliveries: Delivery[] = []
      for (const slot of slots) deliveries.push({ slot: thaw(slot), parts: await partsOf(db, slot.key) })
      return deliveries
    },
    async sent(key, sentAs, now) {
      await db.transaction().execute(async (tx) => {
        const at = now.getTime()
        const part = await tx
          .updateTable('part')
          .set({ sent_as: sentAs, sent_at: at })
          .where('key', '=', key)
          .returning('slot')
          .executeTakeFirst()
        if (part === undefined) return
        const own = tx.selectFrom('part').select('key').where('slot', '=', part.slot)
        if ((await own.where('sent_as', 'is', null).executeTakeFirst()) !== undefined) return
        await tx
          .updateTable('slot')
          .set({ state: 'sent', finished_at: at })
          .where('key', '=', part.slot)
          .where('state', '=', 'promised')
          .execute()
        // What stands in the channel need not stand here as well, a few kilobytes each day for each channel.
        await tx.updateTable('part').set({ message: 'null' }).where('slot', '=', part.slot).execute()
      })
    },
    async abandon(slot, reason, now) {
      await db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('slot')
          .set({ state: 'abandoned', reason, finished_at: now.getTime() })
          .where('key', '=', slot)
          .where('state', '=', 'promised')
          .executeTakeFirst()
        const parts = await partsOf(tx, slot)
        if (numUpdatedRows === 0n || parts.some(({ sentAs }) => sentAs !== undefined)) return
        await tx.deleteFrom('seen').where('slot', '=', slot).execute()
      })
    },
    async lastDue(subscription, until) {
      const row = await db
        .selectFrom('slot')
        .select((eb) => eb.fn.max('due').as('newest'))
        .where('subscription', '=', subscription)
        .where('scheduled', '=', 1)
        .$if(until !== undefined, (query) => query.where('due', '<=', until?.getTime() ?? 0))
        .executeTakeFirst()
      return instant(row?.newest)
    },
    async lastPromise(subscription, until) {
      const row = await db
        .selectFrom('slot')
        .select((eb) => eb.fn.max('recorded_at').as('newest'))
        .where('subscription', '=', subscription)
        .where('state', 'in', ['promised', 'sent'])
        .$if(until !== undefined, (query) => query.where('recorded_at', '<=', until?.getTime() ?? 0))
        .executeTakeFirst()
      return instant(row?.newest)
    },
    async seen(place, items) {
      const found = await inChunks([...new Set(items)], (some) =>
        db
          .selectFrom('seen')
          .select('item')
          .where('place_key', '=', placeKey(place))
          .where('item', 'in', [...some])
          .execute(),
      )
      return new Set(found.flat().map(({ item }) => item))
    },
  }
}

async function record(
  db: Database,
  slot: Slot,
  state: Tables['slot']['state'],
  reason: string | null,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('slot')
    .values({
      key: slot.key,
      subscription: slot.subscription,
      place_key: placeKey(slot.place),
      place: JSON.stringify(slot.place),
      due: slot.due.getTime(),
      scheduled: slot.unscheduled ? 0 : 1,
      state,
      reason,
      recorded_at: now.getTime(),
      finished_at: state === 'promised' ? null : now.getTime(),
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

async function partsOf(db: Database, slot: string) {
  const rows = await db
    .selectFrom('part')
    .select(['key', 'message', 'sent_as'])
    .where('slot', '=', slot)
    .orderBy('number')
    .execute()
  return rows.map(({ key, message, sent_as }) => ({
    key,
    message: JSON.parse(message) as unknown,
    ...(sent_as !== null && { sentAs: sent_as }),
  }))
}

/** The place was written by `record`, which earns the cast. */
const thaw = (row: { key: string; subscription: string; place: string; due: number; scheduled: number }): Slot => ({
  key: row.key,
  subscription: row.subscription,
  place: JSON.parse(row.place) as Place,
  due: new Date(row.due),
  ...(row.scheduled === 0 && { unscheduled: true }),
})

const instant = (ms: number | null | undefined): Date | undefined =>
  ms === null || ms === undefined ? undefined : new Date(ms)
