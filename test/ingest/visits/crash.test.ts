import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Migration, migrations } from '#store/migrate.ts'
import { openSqlite } from '#store/sqlite.ts'
import { output, start } from '../../store/children/start.ts'
import { openSite, says } from '../fetching/site.ts'
import { feed, hours, NOON, openDesk, report, rss } from './desk.ts'

/** Real processes, a real database file, a real kill. */
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const items = (url: string) => [
  { id: 'a', link: `${url}/a`, title: 'On harbours', date: hours(-1), text: report('harbours ').repeat(200) },
  { id: 'b', link: `${url}/b`, title: 'On mills', date: hours(-2), text: 'A teaser.' },
  { id: 'c', title: 'On bridges', text: report('bridges') },
]
const page = `<html><head><title>On mills</title></head><body><article><h1>On mills</h1>${`<p>${report('mills')}</p>`.repeat(4)}</article></body></html>`

async function openNews() {
  const site = await openSite({ '/feed': feed(() => rss(items(site.url))), '/b': says(page) })
  const file = join(folder, `${new URL(site.url).port}.db`)
  const store = await openSqlite(file)
  await openDesk(store).add(`${site.url}/feed`)
  await store.close()
  return { site, file }
}

/** In a process of its own, which is killed when each visit has come to its step: a start costs more than a visit. */
const visitApart = (visits: readonly { readonly file: string; readonly fatal: number }[]) =>
  output(
    start('../../ingest/visits/children/visitor.ts', [
      NOON.toISOString(),
      ...visits.flatMap(({ file, fatal }) => [file, String(fatal)]),
    ]),
  )

async function expectEachOnce(file: string): Promise<void> {
  const clock = { now: hours(48) }
  const store = await openSqlite(file, { clock: () => clock.now })
  const desk = openDesk(store, clock)
  await desk.visit()
  expect(await desk.titles()).toEqual(['On bridges', 'On harbours', 'On mills'])
  await store.close()
  const database = new DatabaseSync(file)
  const marks = database.prepare('select count(distinct article) as count from mark').get()
  expect(marks).toEqual({ count: 3 })
  expect(database.prepare('select count(*) as count from article_version').get()).toEqual({ count: 0 })
  database.close()
}

describe('a visit whose process is killed', { timeout: 300_000 }, () => {
  /** Marks, links, then what is known, and before and after all is written. */
  const STEPS = 7

  it('nowhere goes through this many steps', async () => {
    const { file } = await openNews()
    expect(await visitApart([{ file, fatal: 0 }])).toBe(`done after ${STEPS}`)
    await expectEachOnce(file)
  })

  it('at any step loses nothing and reads nothing into two articles, however often', async () => {
    const news = await Promise.all(Array.from({ length: STEPS }, openNews))
    const visits = news.map(({ file }, at) => ({ file, fatal: at + 1 }))
    expect(await visitApart(visits)).toBe('')
    for (const { file, fatal } of visits) {
      // One of them is killed twice more, later and sooner than before.
      if (fatal === 3) {
        expect(await visitApart([{ file, fatal: STEPS - 1 }])).toBe('')
        expect(await visitApart([{ file, fatal: 1 }])).toBe('')
      }
      await expectEachOnce(file)
    }
  })
})

describe('a visit while the disk is full', () => {
  it('stores nothing of it, says so, and all of it is there once there is room', async () => {
    const { file } = await openNews()
    // SQLite gives the very error of a full disk when it may not take another page.
    const small: Migration = async (db) => {
      const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
      await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + 2)}`.execute(db)
    }
    const full = await openSqlite(file, { migrations: new Map([...migrations, ['9999-small', small]]) })
    const desk = openDesk(full)
    const stop = desk.start()
    while (desk.faults.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    await stop()
    expect(String(desk.faults[0])).toMatch(/disk that holds .* is full/)
    expect(await desk.titles()).toEqual([])
    expect((await full.sources.find('s1'))?.state).toEqual({ nextVisit: NOON, failures: 0, health: { kind: 'new' } })
    await full.close()

    const roomy = await openSqlite(file, { migrations: new Map([...migrations, ['9999-small', small]]) })
    const again = openDesk(roomy)
    await again.visit()
    expect(await again.titles()).toEqual(['On bridges', 'On harbours', 'On mills'])
    await roomy.close()
  })
})
