import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished } from 'vitest'
import { guardData } from '#data-guard.ts'
import { openDataFolder } from '#store/data-folder.ts'
import { openSqlite } from '#store/sqlite.ts'
import { entry } from './fakes/entries.ts'
import { temporaryFolder } from './fakes/process.ts'

async function running() {
  const path = join(temporaryFolder(), 'data')
  const folder = openDataFolder(path)
  const store = await openSqlite(folder.database)
  const said: string[] = []
  const write = (_facts: object, sentence: string) => void said.push(sentence)
  const guard = guardData(folder, store, { info: write, warn: write, error: write })
  let isLost = false
  void guard.lost.then(() => {
    isLost = true
  })
  onTestFinished(async () => {
    await store.close()
    folder.release()
  })
  return { path, folder, store, guard, said, isLost: () => isLost }
}

/** What another process finds in the file. */
async function articlesIn(file: string): Promise<readonly string[]> {
  const store = await openSqlite(file)
  try {
    return (await store.library.list({ limit: 9 })).map(({ article }) => article.id).sort()
  } finally {
    await store.close()
  }
}

it('says nothing and writes nothing while all is where it was', async () => {
  const { path, store, guard, said } = await running()
  await store.library.add([entry('a')])
  const before = readdirSync(path)
  expect(await guard.look()).toBe(true)
  expect([said, readdirSync(path)]).toEqual([[], before])
})

it('writes a database that was deleted anew with all that is in it, goes on with that, and says so once', async () => {
  const { path, folder, store, guard, said, isLost } = await running()
  await store.library.add([entry('before')])
  for (const name of readdirSync(path)) rmSync(join(path, name))
  await store.library.add([entry('meanwhile')])
  // Some write while it is put back.
  await Promise.all([guard.look(), store.library.add([entry('during')]), store.memo.set('key', 'value')])
  await store.library.add([entry('after')])
  await guard.look()
  expect(said).toEqual([
    expect.stringMatching(/was deleted or moved away while the bot ran\. It was written there anew/),
  ])
  expect(await articlesIn(folder.database)).toEqual(['after', 'before', 'during', 'meanwhile'])
  expect(isLost()).toBe(false)
})

it('makes the folder anew, too, and lets no second bot have it', async () => {
  const { path, folder, store, guard } = await running()
  await store.library.add([entry('a')])
  rmSync(path, { recursive: true })
  await guard.look()
  expect(await articlesIn(folder.database)).toEqual(['a'])
  expect(() => openDataFolder(path)).toThrow(`Another Onrecord (process ${process.pid}) is running`)
})

it('leaves a file alone that took its place, saves what was in the one before, and has the bot close', async () => {
  const { path, folder, store, guard, said, isLost } = await running()
  await store.library.add([entry('ours')])
  const backup = join(path, 'backup.db')
  const other = await openSqlite(backup)
  await other.library.add([entry('theirs')])
  await other.close()
  renameSync(backup, folder.database)
  await guard.look()
  expect(isLost()).toBe(true)
  expect(said).toEqual([expect.stringMatching(/was replaced by another file .* is saved as .*onrecord\.db\.replaced-/)])
  await store.close()
  expect(await articlesIn(folder.database)).toEqual(['theirs'])
  const saved = readdirSync(path).find((name) => name.includes('replaced'))
  expect(await articlesIn(join(path, saved ?? ''))).toEqual(['ours'])
})

it('leaves alone what was copied over it, says that the one before is gone, and has the bot close', async () => {
  const { path, folder, store, guard, said, isLost } = await running()
  await store.library.add([entry('ours')])
  await guard.look()
  await store.library.add([entry('more of ours')])
  const backup = join(path, 'backup.db')
  const other = await openSqlite(backup)
  await other.library.add([entry('theirs')])
  await other.close()
  copyFileSync(backup, folder.database)
  // Before anybody has looked.
  await store.memo.set('key', 'value')
  expect(await guard.look()).toBe(false)
  expect(await guard.look()).toBe(false)
  expect(isLost()).toBe(true)
  expect(said).toEqual([
    expect.stringMatching(/was overwritten by another file .* what was in it is gone\. The bot closes/),
  ])
  await expect(store.library.add([entry('late')])).rejects.toThrow('was overwritten by another')
  expect(await articlesIn(folder.database)).toEqual(['theirs'])
  await store.close()
  expect(await articlesIn(folder.database)).toEqual(['theirs'])
})

it('leaves alone what is no database, too', async () => {
  const { folder, store, guard, said, isLost } = await running()
  await store.library.add([entry('ours')])
  await guard.look()
  writeFileSync(folder.database, 'no database')
  await guard.look()
  await store.close()
  expect([isLost(), said.length]).toEqual([true, 1])
  expect(readFileSync(folder.database, 'utf8')).toBe('no database')
})

it('takes for another file neither its own that was written to nor one that it has written anew', async () => {
  const { path, folder, store, guard, said, isLost } = await running()
  await guard.look()
  await store.library.add([entry('a')])
  const another = new DatabaseSync(folder.database)
  another.exec('pragma wal_checkpoint(truncate)')
  another.close()
  await guard.look()
  expect(said).toEqual([])
  for (const name of readdirSync(path)) rmSync(join(path, name))
  await guard.look()
  await guard.look()
  await store.library.add([entry('f')])
  await guard.look()
  expect([said.length, isLost()]).toEqual([1, false])
})

it('tries again while it cannot be written, and loses nothing meanwhile', async () => {
  const { path, folder, store, guard, said, isLost } = await running()
  await store.library.add([entry('a')])
  rmSync(path, { recursive: true })
  writeFileSync(path, 'a file in the place of the folder')
  await guard.look()
  expect(said).toEqual([expect.stringMatching(/could not be saved\. All that is in it is lost when the bot stops/)])
  expect(isLost()).toBe(false)
  await store.library.add([entry('b')])
  rmSync(path)
  await guard.look()
  expect(await articlesIn(folder.database)).toEqual(['a', 'b'])
})

it('has the bot close where a second one took the folder meanwhile', async () => {
  const { path, guard, said, isLost } = await running()
  rmSync(path, { recursive: true })
  mkdirSync(path)
  const second = openDataFolder(path)
  onTestFinished(() => second.release())
  await guard.look()
  expect(said.at(-1)).toMatch(/another bot runs with that folder now\. This one closes\.$/)
  expect(isLost()).toBe(true)
  expect(readFileSync(join(path, 'running'), 'utf8').trim()).toBe(String(process.pid))
})
