import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, expect, it } from 'vitest'
import { backupTo } from '#store/sqlite/backup.ts'
import { openSqlite } from '#store/sqlite.ts'
import { entry, NOON } from '../../fakes/entries.ts'
import { temporaryFolder } from '../../fakes/process.ts'

let folder: string
let file: string
let copy: string
beforeEach(() => {
  folder = temporaryFolder()
  ;[file, copy] = [join(folder, 'onrecord.db'), join(folder, 'backups', 'copy.db')]
  mkdirSync(join(folder, 'backups'))
})

const refusal = (message: RegExp) =>
  expect.objectContaining({ name: 'Problem', message: expect.stringMatching(message) })

const articles = Array.from({ length: 40 }, (_, at) => entry(`a${at}`, [], { text: `word${at} `.repeat(400) }))

/** Fills one page of the database with something that is no page. */
function damage(page: number): void {
  const bytes = readFileSync(file)
  bytes.fill(0xff, 4096 * page, 4096 * (page + 1))
  writeFileSync(file, bytes)
}

it('is a whole database, taken while others write, and overwrites nothing', async () => {
  const store = await openSqlite(file)
  await store.library.add([entry('a', [{ by: 'Mira Novak', words: 'Kept' }])])
  await store.subscriptions.add(
    {
      place: { platform: 'discord', channel: 'c' },
      createdBy: 'u',
      schedule: { hour: 8, minute: 0, days: [1], timezone: 'UTC' },
      sections: [],
      whenEmpty: 'say',
    },
    NOON,
  )
  await Promise.all([backupTo(file, copy), store.library.add([entry('b')])])
  const before = readFileSync(copy)
  await expect(backupTo(file, copy)).rejects.toEqual(refusal(/already a file/))
  expect(readFileSync(copy).equals(before)).toBe(true)
  await store.close()
  expect(readdirSync(folder).sort()).toEqual(['backups', 'onrecord.db'])
  expect(readdirSync(join(folder, 'backups'))).toEqual(['copy.db'])
  const restored = await openSqlite(copy)
  expect(await restored.library.statements('mira novak')).toHaveLength(1)
  expect(await restored.subscriptions.find('d1')).toBeDefined()
  await restored.close()
})

it('is not made of a database with a damaged page, wherever that is', async () => {
  const store = await openSqlite(file)
  await store.library.add(articles)
  await store.close()
  const whole = readFileSync(file)
  const pages = whole.length / 4096
  // The last ones are read by no query that the bot begins with.
  for (const page of [1, Math.floor(pages / 2), pages - 2]) {
    writeFileSync(file, whole)
    damage(page)
    const failure = await backupTo(file, copy).catch((error: unknown) => error)
    expect(failure, `page ${page} of ${pages}`).toEqual(refusal(/onrecord\.db is damaged, so no backup was made/))
    expect(failure).toMatchObject({ hint: expect.stringContaining('Keep the backups you have') })
    expect(readdirSync(join(folder, 'backups'))).toEqual([])
  }
})

it('is not made of a database whose index does not agree with its rows', async () => {
  const database = new DatabaseSync(file)
  database.exec("create table t (a text); create index i on t (a); insert into t values ('needle')")
  database.close()
  const bytes = readFileSync(file)
  bytes.write('noodle', bytes.lastIndexOf('needle'))
  writeFileSync(file, bytes)
  await expect(backupTo(file, copy)).rejects.toEqual(refusal(/damaged, so no backup/))
})

it('copies what a process that was killed had only in its log', async () => {
  const store = await openSqlite(file)
  await store.library.add([entry('a')])
  const killed = join(folder, 'killed.db')
  for (const end of ['', '-wal']) writeFileSync(`${killed}${end}`, readFileSync(`${file}${end}`))
  await store.close()
  await backupTo(killed, copy)
  const restored = await openSqlite(copy)
  expect(await restored.library.count()).toBe(1)
  await restored.close()
})

it('is not kept where one broke off before', async () => {
  await (await openSqlite(file)).close()
  writeFileSync(`${copy}.unfinished`, 'half of one')
  await backupTo(file, copy)
  expect(readdirSync(join(folder, 'backups'))).toEqual(['copy.db'])
  await (await openSqlite(copy)).close()
})

it('says of a folder that is missing, and of one in place of a file, what it is', async () => {
  await (await openSqlite(file)).close()
  await expect(backupTo(file, join(folder, 'none', 'copy.db'))).rejects.toEqual(
    refusal(/^There is no folder .*none\.$/),
  )
  await expect(backupTo(file, folder)).rejects.toEqual(refusal(/is a folder/))
  await expect(backupTo(file, join(file, 'copy.db'))).rejects.toEqual(refusal(/^There is no folder .*onrecord\.db\.$/))
})
