import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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
