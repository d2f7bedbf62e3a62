import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { nameKeys } from '#core/experts/name-keys.ts'
import type { Entry, Library } from '#core/ports/library.ts'
import { anyOf, type Query } from '#core/query/query.ts'
import { isEmptyQuery, queryMatcher } from '#core/query/query-match.ts'
import { memoryStore } from '#store/memory.ts'
import { openSqlite } from '#store/sqlite.ts'
import { daysAfter, entry } from '../fakes/entries.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Few words and names, so that they meet. */
const WORDS = ['minister', 'ministers', 'Zürich', 'budget', 'U.S.', '1.4', 'covid-19', 'the', '東京', 'Rahr’s', 'no']
const NAMES = ['Alexander Rahr', 'Alexandre Rahr', 'Mira Novak', 'MIRA NOVAK', 'Zoë Ångström', 'Ministry', '—']
const word = fc.constantFrom(...WORDS)
const words = (maxLength: number) => fc.array(word, { maxLength }).map((some) => some.join(' '))
const date = fc.integer({ min: -3, max: 3 }).map((days) => daysAfter(days))

const anEntry: fc.Arbitrary<Entry> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    title: words(3),
    text: words(12),
    outlet: fc.constantFrom('The Courier', 'Évening Courier', '100% News'),
    published: date,
    language: fc.constantFrom('en', 'en-GB', 'de', 'enm'),
    sample: fc.boolean(),
    said: fc.array(
      fc.record({
        by: fc.option(fc.constantFrom(...NAMES)),
        words: words(4),
        as: fc.constantFrom(undefined, 'a mayor', 'the mayor of Harlow', 'a poet'),
        kind: fc.constantFrom('person' as const, 'body' as const),
        how: fc.constantFrom('direct' as const, 'mixed' as const, 'indirect' as const, 'nested' as const),
        also: fc.subarray(NAMES, { maxLength: 2 }),
        perhaps: fc.subarray(NAMES),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ id, said, ...article }) => entry(id, said, article))

const plainQuery: fc.Arbitrary<Query> = fc.record(
  {
    words: fc.array(word, { maxLength: 3 }),
    phrases: fc.array(fc.array(word, { maxLength: 3 }), { maxLength: 1 }),
    without: fc.array(word, { maxLength: 2 }),
    from: fc.constantFrom('rahr', 'Mira Novak', 'alexandre', 'nobody', ''),
    outlet: fc.constantFrom('courier', 'EVENING', '%', ' '),
    quoted: fc.array(words(2), { maxLength: 2 }),
    language: fc.constantFrom('en', 'en-gb', 'de', 'fr'),
    after: date,
    before: date,
    notFrom: fc.subarray(['rahr', 'Novak', '']),
    notOutlet: fc.subarray(['courier', '%', ' ']),
    notLanguage: fc.subarray(['en', 'de', 'xx']),
  },
  { requiredKeys: ['words', 'phrases', 'without'] },
)
const query: fc.Arbitrary<Query> = fc
  .tuple(plainQuery, fc.array(plainQuery, { maxLength: 2 }))
  .map(([first, or]) => anyOf([first, ...or]))

type Step = { readonly add: readonly Entry[] } | { readonly remove: readonly string[] }
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ add: fc.array(anEntry, { maxLength: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ remove: fc.subarray(['a', 'b', 'c', 'd']) }) },
)

async function answers(library: Library, queries: readonly Query[]) {
  const experts = await library.experts(99)
  return {
    list: await library.list({ limit: 99 }),
    experts,
    statements: await Promise.all(experts.map(({ key }) => library.statements(key))),
    at: await Promise.all(experts.flatMap(({ key }) => [1, 2, 9].map((at) => library.statementsAt(key, at)))),
    described: await Promise.all(experts.flatMap(({ key }) => [1, 9].map((most) => library.descriptions(key, most)))),
    unsure: await Promise.all(experts.map(({ key }) => library.unsureStatements(key))),
    withKey: await Promise.all(NAMES.map((name) => library.expertsWithKey(nameKeys(name)))),
    starting: await Promise.all(['', 'm', 'ra', 'zoe a', '—'].map((prefix) => library.expertsStarting(prefix, 3))),
    like: await Promise.all(['Rhar', 'Mina Nowak', 'x'].map((name) => library.expertsLike(name, 3))),
    found: await Promise.all(queries.map((one) => library.search(one, 99))),
    hits: await Promise.all(queries.map((one) => library.hits(one, 99))),
  }
}

describe('the memory store and SQLite', () => {
  it('answer the same, in the same order, after the same history', async () => {
    let files = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), fc.array(query, { maxLength: 8 }), async (steps, queries) => {
        files += 1
        const stores = [memoryStore(), await openSqlite(join(folder, `${files}.db`))]
        for (const one of steps) {
          for (const { library } of stores) await ('add' in one ? library.add(one.add) : library.remove(one.remove))
        }
        const [inMemory, inSqlite] = await Promise.all(stores.map(({ library }) => answers(library, queries)))
        expect(inSqlite).toEqual(inMemory)
        // And a digest's filter lets through what a search for the same finds.
        for (const [index, one] of queries.entries()) {
          if (isEmptyQuery(one)) continue
          const matching = inMemory?.list.filter(queryMatcher(one)).map(({ article }) => article.id)
          expect(matching?.sort()).toEqual(inMemory?.found[index]?.map(({ article }) => article.id).sort())
        }
        await Promise.all(stores.map((store) => store.close()))
      }),
      { numRuns: 40 },
    )
  })

  it('rank alike where articles were replaced and removed, which SQLite goes on counting', async () => {
    const stores = [memoryStore(), await openSqlite(join(folder, 'replaced.db'))]
    // "harbour" in three of five and "budget" in all: rare again only where the replaced ones are counted as well.
    const texts = {
      a: 'harbour budget budget budget budget budget',
      b: 'harbour harbour harbour budget quay quay',
      c: 'harbour budget quay quay quay quay',
      d: 'budget quay quay quay quay quay',
      e: 'budget quay quay quay quay quay',
    }
    const published = new Date('2026-03-01T12:00:00Z')
    const articles = Object.entries(texts).map(([id, text]) => entry(id, [], { title: 'paper', text, published }))
    for (const { library } of stores) {
      for (let time = 0; time < 4; time += 1) await library.add(articles)
      await library.add([entry('f', [], { title: 'paper', text: texts.e, published })])
      await library.remove(['f'])
    }
    const [inMemory, inSqlite] = await Promise.all(
      stores.map(async ({ library }) =>
        (await library.search({ words: ['harbour', 'budget'], phrases: [], without: [] }, 9)).map(
          ({ article }) => article.id,
        ),
      ),
    )
    expect(inSqlite).toEqual(['b', 'a', 'c'])
    expect(inMemory).toEqual(inSqlite)
    await Promise.all(stores.map((store) => store.close()))
  })

  it('rank alike where many articles match and their weights are close', async () => {
    const text = fc.array(fc.constantFrom(...WORDS, 'a', 'b', 'c', 'd', 'harbour'), { minLength: 5, maxLength: 60 })
    const corpus = fc
      .sample(fc.tuple(text, date), { numRuns: 150, seed: 4 })
      .map(([some, published], at) =>
        entry(`a${at}`, [], { title: some.slice(0, 4).join(' '), text: some.join(' '), published }),
      )
    const stores = [memoryStore(), await openSqlite(join(folder, 'ranked.db'))]
    for (const { library } of stores) await library.add(corpus)
    const queries = [...WORDS, 'harbour', 'a'].map((one) => ({ words: [one, 'b'], phrases: [], without: ['d'] }))
    queries.push(...WORDS.map((one) => ({ words: [one], phrases: [], without: [] })))
    for (const one of queries) {
      const [inMemory, inSqlite] = await Promise.all(stores.map(({ library }) => library.search(one, 99)))
      expect(inSqlite?.map(({ article }) => article.id)).toEqual(inMemory?.map(({ article }) => article.id))
    }
    await Promise.all(stores.map((store) => store.close()))
  })
})
