import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { openSqlite } from '#store/sqlite.ts'
import { runVerb, temporaryFolder } from '../fakes/process.ts'

/** A data folder with a database, and a folder for backups. */
async function folders() {
  const folder = temporaryFolder()
  const [DATA_DIR, backups] = [join(folder, 'data'), join(folder, 'backups')]
  for (const path of [DATA_DIR, backups]) mkdirSync(path)
  const database = join(DATA_DIR, 'onrecord.db')
  await (await openSqlite(database)).close()
  return { DATA_DIR, backups, database, copy: join(backups, 'copy.db') }
}

it('says where the copy is, and how to restore it; the database is not brought up to date for it', async () => {
  const { DATA_DIR, database, copy } = await folders()
  const older = new DatabaseSync(database)
  older.exec("delete from migration where name like '0012%'")
  older.close()
  const { code, out, err } = await runVerb(['backup', copy], '', { DATA_DIR })
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(
    /is copied to .*copy\.db, and the copy is whole\. To restore it, stop the bot, move .*onrecord\.db/,
  )
  for (const path of [database, copy]) {
    const opened = new DatabaseSync(path)
    expect(opened.prepare("select count(*) as n from migration where name like '0012%'").get()).toEqual({ n: 0 })
    opened.close()
  }
})

it('leaves nothing behind where the disk takes no more, so that the same line works once it does', async () => {
  const { DATA_DIR, backups, copy } = await folders()
  const limited = await new Promise<{ code: number | undefined; err: string }>((resolve) => {
    // Files may not grow beyond 64 blocks there; the system refuses more as it does on a disk that is full.
    const line = `ulimit -f 64; exec "${process.execPath}" src/main.js backup "${copy}"`
    const env = { PATH: process.env['PATH'] ?? '', DATA_DIR, NODE_NO_WARNINGS: '1' }
    const child = execFile('sh', ['-c', line], { env }, (_error, _out, err) =>
      resolve({ code: child.exitCode ?? undefined, err }),
    )
  })
  expect(limited.code).toBe(1)
  expect(limited.err).toMatch(/^No backup can be written to|is full, so no backup was made/)
  expect(limited.err).not.toMatch(/\n\s+at /)
  expect(readdirSync(backups)).toEqual([])
  expect((await runVerb(['backup', copy], '', { DATA_DIR })).code).toBe(0)
})

it('takes one name of a file', async () => {
  for (const words of [[], ['a.db', 'b.db'], ['-']]) {
    const { code, err } = await runVerb(['backup', ...words])
    expect([code, err.split('\n')[0]]).toEqual([1, 'Name one file to write the copy to.'])
  }
})
