import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import { migrate } from '#store/migrate.ts'
import { refreshExperts } from '#store/sql/experts.ts'
import { sqlLibrary } from '#store/sql/library.ts'
import type { Tables } from '#store/sql/tables.ts'
import { nodeSqlite } from '#store/sqlite/dialect.ts'
import { sqliteFullText } from '#store/sqlite/full-text.ts'
import { holdFile } from '#store/sqlite/held-file.ts'
import { sqliteRelaxed } from '#store/sqlite/relaxed.ts'
import { daysAfter, entry, NOON } from '../../fakes/entries.ts'

const NAMES = ['Mira Novak', 'MIRA NOVAK', 'Bo Lind', 'Ministry']
const IDS = ['a', 'b', 'c', 'd', 'e', 'f']

const article = fc
  .record({
    id: fc.constantFrom(...IDS),
    published: fc.integer({ min: -9, max: 9 }).map((days) => daysAfter(days)),
    sample: fc.boolean(),
    said: fc.array(
      fc.record({
        by: fc.option(fc.constantFrom(...NAMES)),
        words: fc.constantFrom('Yes', 'No', 'Never again'),
        as: fc.constantFrom(undefined, 'a mayor', 'the mayor of Harlow', 'a poet'),
        how: fc.constantFrom('direct' as const, 'mixed' as const, 'indirect' as const, 'nested' as const),
        perhaps: fc.subarray(NAMES),
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ id, said, ...more }) => entry(id, said, more))

it('an expert counted by what changed is the one that counting all they ever said comes to', async () => {
  const db = new Kysely<Tables>({
    dialect: nodeSqlite(
      holdFile(':memory:', (path) => new DatabaseSync(path)),
      { patience: 0, translate: (error) => error },
    ),
  })
  await migrate(db, sqliteFullText, { where: ':memory:', now: NOON })
  const library = sqlLibrary(db, sqliteFullText, sqliteRelaxed, () => NOON)
  const rows = () => db.selectFrom('expert').selectAll().orderBy('key').execute()
  let met = 0
  await fc.assert(
    fc.asyncProperty(fc.array(article, { maxLength: 4 }), fc.subarray(IDS), async (added, removed) => {
      await library.add(added)
      await library.remove(removed)
      const counted = await rows()
      met += counted.length
      await refreshExperts(db, ['mira novak', 'bo lind', 'ministry'])
      expect(counted).toEqual(await rows())
    }),
    { numRuns: 60 },
  )
  // Chance decides how many; none at all would mean nothing was compared.
  expect(met).toBeGreaterThan(0)
  await db.destroy()
})
