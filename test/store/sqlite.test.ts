import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Problem } from '#core/problem.ts'
import { termsOnly } from '#core/text/terms.ts'
import { type Migration, migrations } from '#store/migrate.ts'
import { openSqlite } from '#store/sqlite.ts'
import { entry, NOON } from '../fakes/entries.ts'
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

const upTo = (last: string) => new Map([...migrations].filter(([name]) => name <= last))
const refusal = (message: RegExp) =>
  expect.objectContaining({ name: 'Problem', message: expect.stringMatching(message) })

describe('migrations', () => {
  const analysis = {
    quotes: (['direct', 'mixed', 'indirect', 'direct'] as const).map((kind, at) => ({
      ...{ kind, spans: [], paragraph: 1, confidence: 1, reason: '' },
      speaker: at === 3 ? null : 0,
    })),
    people: [{ name: 'Mira Novak', kind: 'person', mentions: [], descriptions: [] }],
    figures: [],
  }

  it('bring a database of each earlier version up to date with its rows in it', async () => {
    const names = [...migrations.keys()]
    expect(names.length).toBeGreaterThan(1)
    for (const last of names.slice(0, -1)) {
      const path = join(folder, `${last}.db`)
      await (await openSqlite(path, { migrations: upTo(last) })).close()
      // As the version of the time would have left it: by SQL alone, for its code is gone.
      const old = new DatabaseSync(path)
      old.exec(`insert into article (id, title, outlet, outlet_folded, published, language, sample, added, engine, text, analysis)
        values ('a', 'Harbour', 'The Courier', 'the courier', 5, 'en', 0, 7, 'e', 'They were negotiating.', '${JSON.stringify(analysis)}')`)
      old.exec(`insert into voice (article, expert, name, kind, quotes, published, sample)
        values ('a', 'mira novak', 'Mira Novak', 'person', 3, 5, 0)`)
      old.exec(`insert into expert (key, name, kind, quotes, articles, sample)
        values ('mira novak', 'Mira Novak', 'person', 3, 1, 0)`)
      if (last >= '0002' && last < '0005') {
        const terms = termsOnly('They were negotiating.').join(' ')
        old.exec(`insert into article_terms (rowid, title, body) values (1, '', '${terms}')`)
      }
      if (last >= '0005') {
        const terms = termsOnly('They were negotiating.').join(' ')
        old.exec(`create virtual table article_terms_0
          using fts5(title, body, said, content='', contentless_delete=1, tokenize='ascii')`)
        old.exec(`insert into article_terms_0 (rowid, title, body, said) values (1, '', '${terms}', '')`)
      }
      old.exec(`insert into subscription (place_key, place, created_by, created_at, schedule, sections, when_empty)
        values ('k', '{"platform":"discord","channel":"c"}', 'u', 1, '{"hour":8,"minute":0,"days":[1],"timezone":"UTC"}', '[]', 'say')`)
      old.exec(`insert into memo values ('k', 'v')`)
      old.close()
      const store = await openSqlite(path)
      expect(await store.library.search({ words: ['negotiations'], phrases: [], without: [] }, 5)).toMatchObject([
        { article: { id: 'a', published: new Date(5) } },
      ])
      const kinds = last < '0003' ? { direct: 1, mixed: 1, indirect: 1 } : {}
      expect(await store.library.experts(5)).toMatchObject([{ name: 'Mira Novak', quotes: 3, kinds, unsure: 0 }])
      expect(await store.library.statements('mira novak')).toHaveLength(3)
      expect(await store.subscriptions.find('d1')).toMatchObject({ schedule: { hour: 8 } })
      expect(await store.memo.get('k')).toBe('v')
      await store.close()
    }
  })

  it('are each a name with a number, in order, none twice', () => {
    const numbers = [...migrations.keys()].map((name) => Number(name.slice(0, 4)))
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
    expect(numbers[0]).toBe(1)
  })

  it('leave the database as it was when one fails', async () => {
    await (await openSqlite(file)).close()
    const broken: Migration = async (db) => {
      await db.schema.createTable('half').addColumn('made', 'integer').execute()
      throw new Error('broken migration')
    }
    await expect(openSqlite(file, { migrations: new Map([...migrations, ['9999-broken', broken]]) })).rejects.toThrow(
      'broken',
    )
    const after = new DatabaseSync(file)
    expect(after.prepare("select name from sqlite_master where name = 'half'").all()).toEqual([])
    after.close()
    await (await openSqlite(file)).close()
  })

  it('find what outlets took out of articles before that was noted', async () => {
    await (await openSqlite(file, { migrations: upTo('0009-nested-quotes') })).close()
    const kept = { by: 'Mira Novak', words: 'The harbour stays open' }
    const before = entry('a', [kept, { by: 'Mira Novak', words: 'Nobody told me about the dam' }])
    const { article, analysis } = entry('a', [kept])
    const old = new DatabaseSync(file)
    old
      .prepare(`insert into article (id, title, outlet, outlet_folded, published, language, sample, added, engine, text, analysis)
        values ('a', ?, ?, 'the courier', 5, 'en', 0, 7, 'e', ?, ?)`)
      .run(article.title, article.outlet, article.text, JSON.stringify(analysis))
    old
      .prepare(`insert into article_version (article, until, entry) values ('a', ?, ?)`)
      .run(NOON.getTime(), JSON.stringify(before))
    old.close()
    const store = await openSqlite(file)
    expect(await store.library.withdrawn('mira novak')).toMatchObject([
      { since: NOON, statement: { person: { name: 'Mira Novak' } } },
    ])
    await store.close()
  })

  it('find what was taken out piece by piece, so that a kill loses one piece', async () => {
    await (await openSqlite(file, { migrations: upTo('0009-nested-quotes') })).close()
    const before = entry('a', [{ by: 'Mira Novak', words: 'Nobody told me about the dam' }])
    const { article, analysis } = entry('a')
    const old = new DatabaseSync(file)
    const [put, change] = [
      old.prepare(`insert into article (id, title, outlet, outlet_folded, published, language, sample, added, engine, text, analysis)
        values (?, ?, ?, 'the courier', 5, 'en', 0, 7, 'e', ?, ?)`),
      old.prepare('insert into article_version (article, until, entry) values (?, ?, ?)'),
    ]
    old.exec('begin')
    for (let at = 0; at < 250; at++) {
      put.run(`a${at}`, article.title, article.outlet, article.text, JSON.stringify(analysis))
      // Every fifth was never changed.
      if (at % 5 > 0) change.run(`a${at}`, at, JSON.stringify(before))
    }
    old.exec('commit')
    old.close()
    const told: string[] = []
    const killed = openSqlite(file, {
      progress: (name, { done, all }) => {
        told.push(`${name} ${done} of ${all}`)
        throw new Error('killed')
      },
    })
    await expect(killed).rejects.toThrow('killed')
    const store = await openSqlite(file, { progress: (name, { done, all }) => told.push(`${name} ${done} of ${all}`) })
    await store.close()
    expect(told).toEqual(['0012-lost-quotes 100 of 200', '0012-lost-quotes 200 of 200'])
    const done = new DatabaseSync(file)
    expect(done.prepare('select count(*) as lost from lost_quote').get()).toEqual({ lost: 200 })
    done.close()
  })

  it('that take long are done piece by piece: a kill half way loses one piece, and the next start goes on', async () => {
    await (await openSqlite(file)).close()
    const calls: (number | undefined)[] = []
    const long: Migration = async (db, _fullText, from = 0) => {
      calls.push(from)
      await db
        .insertInto('memo')
        .values({ key: `piece ${from}`, value: '' })
        .execute()
      return from < 3 ? { next: from + 1, done: from + 1, all: 4 } : undefined
    }
    const after: Migration = async (db) => {
      await db.insertInto('memo').values({ key: 'after', value: '' }).execute()
    }
    const known = new Map([...migrations, ['9998-long', long], ['9999-after', after]])
    const told: string[] = []
    const killed = openSqlite(file, {
      migrations: known,
      progress(name, { done, all }) {
        told.push(`${name} ${done} of ${all}`)
        if (done === 2) throw new Error('killed')
      },
    })
    await expect(killed).rejects.toThrow('killed')
    // The version before must not open what is half done.
    await expect(openSqlite(file)).rejects.toEqual(refusal(/newer version of Onrecord \(it has 9998-long/))
    const store = await openSqlite(file, { migrations: known, progress: (_, { done }) => told.push(`${done}`) })
    expect(calls).toEqual([0, 1, 2, 3])
    expect(told).toEqual(['9998-long 1 of 4', '9998-long 2 of 4', '3'])
    expect(await store.memo.get('after')).toBe('')
    await store.close()
    await (await openSqlite(file, { migrations: known })).close()
    expect(calls).toHaveLength(4)
  })

  it('refuse a database from a newer version, and leave it as it is', async () => {
    await (await openSqlite(file, { migrations: new Map([...migrations, ['9999-future', async () => {}]]) })).close()
    const before = readFileSync(file)
    await expect(openSqlite(file)).rejects.toEqual(refusal(/newer version of Onrecord \(it has 9999-future/))
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('run once when two processes start on a new folder at once', async () => {
    const ended = await Promise.all([1, 2, 3].map(() => output(start('add-article.ts', [file]))))
    expect(ended).toEqual(['added', 'added', 'added'])
  })
})

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

describe('a backup', () => {
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
    const copy = join(folder, 'copy.db')
    await Promise.all([store.backup(copy), store.library.add([entry('b')])])
    await expect(store.backup(copy)).rejects.toEqual(refusal(/already a file/))
    await expect(store.backup(join(folder, 'none', 'copy.db'))).rejects.toBeInstanceOf(Problem)
    await store.close()
    const restored = await openSqlite(copy)
    expect(await restored.library.statements('mira novak')).toHaveLength(1)
    expect(await restored.subscriptions.find('d1')).toBeDefined()
    await restored.close()
  })
})

describe('two processes on one database', () => {
  it('both write, and read what the other wrote', async () => {
    const store = await openSqlite(file)
    const child = output(start('add-article.ts', [file]))
    for (let at = 0; at < 20; at += 1) await store.library.add([entry(`own${at}`)])
    expect(await child).toBe('added')
    expect(await store.library.count()).toBe(21)
    await store.close()
  })
})
