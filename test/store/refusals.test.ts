import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Migration, migrations } from '#store/migrate.ts'
import { openSqlite } from '#store/sqlite.ts'
import { entry } from '../fakes/entries.ts'
import { output, start } from './children/start.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'))
  file = join(folder, 'onrecord.db')
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true })
})

const refusal = (message: RegExp) =>
  expect.objectContaining({ name: 'Problem', message: expect.stringMatching(message) })

describe('a database that cannot be had', () => {
  it('is said to be locked when another program keeps it', async () => {
    const store = await openSqlite(file, { busyTimeout: 20 })
    const other = new DatabaseSync(file)
    other.exec('begin immediate')
    await expect(store.library.add([entry('a')])).rejects.toEqual(refusal(/locked by another program/))
    expect(await store.library.count()).toBe(0)
    other.exec('rollback')
    await store.library.add([entry('a')])
    expect(await store.library.count()).toBe(1)
    await store.close()
    other.close()
  })

  it('keeps nobody waiting but who wants to write, and takes it when it can be had', async () => {
    const store = await openSqlite(file)
    const other = new DatabaseSync(file)
    other.exec('begin immediate')
    const done: string[] = []
    const writes = [store.library.add([entry('a')]), store.memo.set('key', 'value')].map((write) =>
      write.then(() => done.push('write')),
    )
    // Reads and timers have their turns while both writes wait for theirs.
    for (let turn = 0; turn < 3; turn++) {
      expect(await store.library.count()).toBe(0)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(done).toEqual([])
    other.exec('rollback')
    await Promise.all(writes)
    expect([await store.library.count(), await store.memo.get('key')]).toEqual([1, 'value'])
    await store.close()
    other.close()
  })

  it('is said to be read-only', async () => {
    await (await openSqlite(file)).close()
    chmodSync(file, 0o444)
    chmodSync(folder, 0o555)
    expect(await output(start('add-article.ts', [file], { unprivileged: true }))).toMatch(
      /cannot be (?:written|opened)/,
    )
    chmodSync(folder, 0o777)
    expect(await output(start('add-article.ts', [file], { unprivileged: true }))).toMatch(
      /cannot be written.*read-only/,
    )
  })

  it('is said to be no database, and left alone', async () => {
    writeFileSync(file, 'This is a letter to the editor, and longer than the header of a database would be.'.repeat(20))
    const before = readFileSync(file)
    await expect(openSqlite(file)).rejects.toEqual(refusal(/damaged, or is no SQLite database/))
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('is said to be another program’s, and not touched', async () => {
    const other = new DatabaseSync(file)
    other.exec('create table place (url text); create table visit (place integer)')
    other.close()
    const before = readFileSync(file)
    await expect(openSqlite(file)).rejects.toEqual(refusal(/is another program’s: it has the tables place, visit\.$/))
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('is said to be damaged when pages of it are, with how to restore a backup', async () => {
    const store = await openSqlite(file)
    await store.library.add(Array.from({ length: 60 }, (_, at) => entry(`a${at}`, [], { text: 'word '.repeat(500) })))
    await store.close()
    const bytes = readFileSync(file)
    bytes.fill(0xff, 4096 * 2)
    writeFileSync(file, bytes)
    const failure = await readAll().catch((error: unknown) => error)
    expect(failure).toEqual(refusal(/damaged/))
    expect(failure).toMatchObject({ hint: expect.stringMatching(/restore a backup, stop Onrecord/) })
    expect(statSync(file).size).toBe(bytes.length)
  })

  it('is said to be damaged when it was cut short', async () => {
    const store = await openSqlite(file)
    await store.library.add(Array.from({ length: 60 }, (_, at) => entry(`a${at}`, [], { text: 'word '.repeat(500) })))
    await store.close()
    truncateSync(file, 4096 * 3)
    await expect(readAll()).rejects.toEqual(refusal(/damaged/))
  })

  it('is said to be on a full disk, and what was stored before stays', async () => {
    // SQLite gives the very error of a full disk when it may not take another page.
    const small: Migration = async (db) => {
      await sql`pragma max_page_count = 120`.execute(db)
    }
    const store = await openSqlite(file, { migrations: new Map([...migrations, ['9999-small', small]]) })
    await store.library.add([entry('before', [{ by: 'Mira Novak', words: 'It stays' }])])
    const huge = entry('huge', [], { text: 'word '.repeat(400_000) })
    await expect(store.library.add([entry('small'), huge])).rejects.toEqual(refusal(/disk that holds .* is full/))
    expect((await store.library.list({ limit: 9 })).map(({ article }) => article.id)).toEqual(['before'])
    await store.library.add([entry('after')])
    expect(await store.library.count()).toBe(2)
    await store.close()
  })

  it('is said to be unopenable when it is a folder', async () => {
    await expect(openSqlite(folder)).rejects.toEqual(refusal(/cannot be opened/))
  })

  async function readAll() {
    const store = await openSqlite(file)
    try {
      await store.library.list({ limit: 1000 })
      await store.library.search({ words: ['word'], phrases: [], without: [] }, 1000)
      await store.library.experts(10)
      await store.library.outdated('none')
    } finally {
      await store.close()
    }
  }
})
