import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { Kysely, sql } from 'kysely'
import { expect, it } from 'vitest'
import { emptyQuery, type Query } from '#core/query/query.ts'
import { indexed, searchIn } from '#store/memory/search.ts'
import { migrate } from '#store/migrate.ts'
import { sqlLibrary } from '#store/sql/library.ts'
import type { Tables } from '#store/sql/tables.ts'
import { nodeSqlite } from '#store/sqlite/dialect.ts'
import { shelvedFullText } from '#store/sqlite/full-text.ts'
import { holdFile } from '#store/sqlite/held-file.ts'
import { sqliteRelaxed } from '#store/sqlite/relaxed.ts'
import { daysAfter, entry, NOON } from '../fakes/entries.ts'

const SHELF = 4
/** A shelf is not opened any more with so many. */
const ENOUGH = 7

async function shelvedLibrary(enough = ENOUGH) {
  const db = new Kysely<Tables>({
    dialect: nodeSqlite(
      holdFile(':memory:', (path) => new DatabaseSync(path)),
      { patience: 0, translate: (error) => error },
    ),
  })
  const fullText = shelvedFullText(SHELF, enough)
  await migrate(db, fullText, { where: ':memory:', now: NOON })
  return { db, library: sqlLibrary(db, fullText, sqliteRelaxed, () => NOON) }
}

/** One after the other, and some of them three times: each is written into the index by itself. */
async function addOneByOne(library: Awaited<ReturnType<typeof shelvedLibrary>>['library']): Promise<void> {
  for (const one of corpus) await library.add([one])
  for (const one of [...corpus, ...corpus].filter((_, at) => at % 3 === 0)) {
    await library.add([{ ...one, article: { ...one.article, title: 'Harbour' } }])
    await library.add([one])
  }
}

const WORDS = ['dam', 'flood', 'the', 'wall', 'mayor']
const corpus = fc
  .sample(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 }), { numRuns: 30, seed: 7 })
  .map((some, at) =>
    entry(`a${at}`, [{ by: at % 3 === 0 ? 'Mira Novak' : 'Alexander Rahr', words: some.slice(0, 2).join(' ') }], {
      title: some[0]!,
      text: some.join(' '),
      published: daysAfter((at * 7) % 30),
      outlet: at % 2 === 0 ? 'The Loom' : 'The Courier',
    }),
  )

const QUERIES = (
  [
    ...WORDS.flatMap((word) => [
      { words: [word] },
      { words: [word, 'dam'] },
      { words: [word], without: ['flood'] },
      { words: [word], from: 'Novak' },
      { words: [word], outlet: 'loom', after: daysAfter(9) },
      { quoted: [word], from: 'Rahr' },
      { quoted: [word, 'dam'], from: 'Novak', words: ['wall'] },
      { words: [word], notFrom: ['Novak'], notOutlet: ['loom'] },
      { without: [word], outlet: 'courier', from: 'Rahr' },
    ]),
    { phrases: [['the', 'wall']] },
    { phrases: [['the', 'the']] },
    { phrases: [['the', 'the', 'the']] },
    { words: ['the'], phrases: [['the', 'the']] },
    { without: ['dam'] },
    { words: ['dam'], or: [{ ...emptyQuery, words: ['wall'] }] },
  ] satisfies Partial<Query>[]
).map((one): Query => ({ ...emptyQuery, ...one }))

it.each([ENOUGH, 1000])(
  'an index on several shelves finds and ranks as one search over all of them, until there are %i',
  async (enough) => {
    const { db, library } = await shelvedLibrary(enough)
    await library.add(corpus)
    const known = corpus.map((one, at) => indexed(one, at + 1, NOON))
    for (const query of QUERIES) {
      const expected = searchIn(known, query, 99, { size: SHELF, enough }).map(({ article }) => article.id)
      expect((await library.hits(query, 99)).map(({ id }) => id)).toEqual(expected)
    }
    await db.destroy()
  },
)

it('a longer list begins with the shorter one and goes on until all are found', async () => {
  const [{ db, library }, whole] = await Promise.all([shelvedLibrary(), shelvedLibrary(1000)])
  const known = corpus.map((one, at) => indexed(one, at + 1, NOON))
  await library.add(corpus)
  await whole.library.add(corpus)
  const ids = async (from: typeof library, query: Query, limit: number) =>
    (await from.hits(query, limit)).map(({ id }) => id)
  let added = 0
  for (const one of [{ words: ['dam'] }, { words: ['the'] }, { words: ['wall'], from: 'Rahr' }, { quoted: ['dam'] }]) {
    const query = { ...emptyQuery, ...one }
    const [short, long] = [await ids(library, query, 101), await ids(library, query, 500)]
    added += long.length - short.length
    expect(long.slice(0, short.length)).toEqual(short)
    expect(long.toSorted()).toEqual((await ids(whole.library, query, 500)).toSorted())
    const expected = searchIn(known, query, 500, { size: SHELF, enough: ENOUGH }).map(({ article }) => article.id)
    expect(long).toEqual(expected)
  }
  expect(added).toBeGreaterThan(10)
  await Promise.all([db.destroy(), whole.db.destroy()])
})

it('what one of very many people of a name said is found', async () => {
  const { db, library } = await shelvedLibrary(1000)
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const people = Array.from({ length: 70 }, (_, at) => `${letters[at % 26]}o${letters[Math.floor(at / 26)]} Rahr`)
  await library.add(people.map((by, at) => entry(`a${at}`, [{ by, words: at === 33 ? 'The dam holds' : 'No' }])))
  const query = { ...emptyQuery, quoted: ['dam'], from: 'Rahr' }
  expect((await library.hits(query, 9)).map(({ id }) => id)).toEqual(['a33'])
  await db.destroy()
})

it('an article is found by its new words and not its old, and gone when it is removed, on whichever shelf', async () => {
  const { db, library } = await shelvedLibrary(1000)
  await library.add(corpus)
  const found = async (word: string) =>
    (await library.hits({ ...emptyQuery, words: [word] }, 99))
      .map(({ id }) => id)
      .filter((id) => /^a(?:1|25)$/.test(id))
  await library.add(['a1', 'a25'].map((id) => entry(id, [], { title: 'Harbour', text: 'harbour' })))
  expect((await found('harbour')).sort()).toEqual(['a1', 'a25'])
  for (const word of WORDS) expect(await found(word)).toEqual([])
  await library.remove(['a1', 'a25'])
  expect(await found('harbour')).toEqual([])
  await db.destroy()
})

it('full shelves are put in order piece by piece until nothing is left to do, and answer the same', async () => {
  const { db, library } = await shelvedLibrary()
  await addOneByOne(library)
  const segments = async (table: string): Promise<number> =>
    (await sql<{ count: number }>`select count(distinct segid) as count from ${sql.table(`${table}_idx`)}`.execute(db))
      .rows[0]!.count
  const hits = () => Promise.all(QUERIES.map((query) => library.hits(query, 99)))
  const about = () => library.statements('alexander rahr', 99, new Set(['dam', 'flood']))
  const before = { hits: await hits(), about: await about() }
  const last = `article_terms_${Math.floor(corpus.length / SHELF)}`
  const open = await segments(last)
  expect(await segments('article_terms_0')).toBeGreaterThan(4)
  let pieces = 0
  while (await library.tidy()) pieces += 1
  expect(pieces).toBeGreaterThan(0)
  expect([await segments('article_terms_0'), await segments('voice_terms_0'), await segments(last)]).toEqual([
    1,
    1,
    open,
  ])
  expect({ hits: await hits(), about: await about() }).toEqual(before)
  await library.add([{ ...corpus[0]!, article: { ...corpus[0]!.article, title: 'Harbour' } }])
  expect((await library.hits({ ...emptyQuery, words: ['harbour'] }, 9)).map(({ id }) => id)).toEqual(['a0'])
  await db.destroy()
})
