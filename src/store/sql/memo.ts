import type { Memo } from '#core/ports/memo.ts'
import type { Database } from './tables.ts'

export const sqlMemo = (db: Database): Memo => ({
  async get(key) {
    const row = await db.selectFrom('memo').select('value').where('key', '=', key).executeTakeFirst()
    return row?.value
  },
  async set(key, value) {
    await db
      .insertInto('memo')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute()
  },
})
