import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Batch } from '#core/ports/archive.ts'
import type { Entry } from '#core/ports/library.ts'
import type { StoryArticle } from '#core/story/story-state.ts'
import { memoryStore } from '#store/memory.ts'
import { daysAfter, entry, NOON } from '../../fakes/entries.ts'
import type { Opened } from '../store.ts'
import { draft } from './sources.ts'

const batch = (more: Partial<Batch>): Batch => ({ visited: [], intakes: [], marks: [], ...more })
const mark = (item: string, article?: string) => ({
  source: 's1',
  item,
  print: 'p',
  tries: 0,
  ...(article !== undefined && { article }),
})
const story = (id: string, days = 0): StoryArticle => ({
  id,
  published: daysAfter(days).getTime(),
  traits: { words: [[id, 1]], names: [], numbers: [], counts: [] },
})

export function archiveContract(opened: () => Opened): void {
  it('stores articles with the keys they are known by and the marks of their items', async () => {
    const { archive, library, sources } = opened().store
    await sources.add([draft('courier')], NOON)
    const one = entry('a', [{ by: 'Mira Novak', words: 'It is kept' }])
    await archive.record(
      batch({ intakes: [{ kind: 'new', entry: one, keys: ['k1', 'k2'] }], marks: [mark('i1', 'a'), mark('i2')] }),
      NOON,
    )
    expect(await library.find('a')).toEqual(one)
    expect((await library.experts(9)).map(({ name }) => name)).toEqual(['Mira Novak'])
    expect(await archive.known(['k1', 'k2', 'k3'])).toEqual(
      new Map([
        ['k1', 'a'],
        ['k2', 'a'],
      ]),
    )
    expect(await archive.marks('s1', ['i1', 'i2', 'i3'])).toEqual(
      new Map([
        ['i1', { article: 'a', print: 'p', tries: 0 }],
        ['i2', { print: 'p', tries: 0 }],
      ]),
    )
    expect(await archive.marks('s2', ['i1'])).toEqual(new Map())
  })

  it('keeps what an outlet changed as older versions, oldest first', async () => {
    const { archive, library } = opened().store
    const editions = ['First.', 'Second.', 'Third.'].map((text) => entry('a', [], { text }))
    for (const [index, one] of editions.entries()) {
      const kind = index === 0 ? 'new' : 'version'
      await archive.record(batch({ intakes: [{ kind, entry: one, keys: [] }] }), daysAfter(index))
    }
    expect(await library.find('a')).toEqual(editions[2])
    expect(await library.count()).toBe(1)
    expect(await archive.versions('a')).toEqual([
      { entry: editions[0], until: daysAfter(1) },
      { entry: editions[1], until: daysAfter(2) },
    ])
    expect(await archive.versions('b')).toEqual([])
  })

  it('knows which articles changed after an instant, the latest first', async () => {
    const { archive, library } = opened().store
    for (const [days, id] of [
      [0, 'a'],
      [1, 'b'],
      [2, 'a'],
      [3, 'c'],
    ] as const) {
      await archive.record(batch({ intakes: [{ kind: 'new', entry: entry(id), keys: [] }] }), NOON)
      await archive.record(batch({ intakes: [{ kind: 'version', entry: entry(id), keys: [] }] }), daysAfter(days))
    }
    expect(await archive.changed(daysAfter(-1), 9)).toEqual(['c', 'a', 'b'])
    expect(await archive.changed(daysAfter(-1), 2)).toEqual(['c', 'a'])
    expect(await archive.changed(daysAfter(2), 9)).toEqual(['c'])
    await library.remove(['c'])
    expect(await archive.changed(daysAfter(2), 9)).toEqual([])
  })

  it('never hands a key from one article to another, and learns none for an article that is gone', async () => {
    const { archive, library } = opened().store
    await archive.record(batch({ intakes: [{ kind: 'new', entry: entry('a'), keys: ['k1'] }] }), NOON)
    await archive.record(batch({ intakes: [{ kind: 'new', entry: entry('b'), keys: ['k1', 'k2'] }] }), NOON)
    await archive.record(batch({ intakes: [{ kind: 'same', article: 'gone', keys: ['k3'] }] }), NOON)
    await archive.record(batch({ intakes: [{ kind: 'same', article: 'a', keys: ['k4'] }] }), NOON)
    expect([...(await archive.known(['k1', 'k2', 'k3', 'k4']))]).toEqual([
      ['k1', 'a'],
      ['k2', 'b'],
      ['k4', 'a'],
    ])
    await library.remove(['a'])
    expect([...(await archive.known(['k1', 'k2', 'k4']))]).toEqual([['k2', 'b']])
  })

  it('forgets the marks of a source that is removed, and takes none for it any more', async () => {
    const { archive, sources } = opened().store
    await sources.add([draft('courier')], NOON)
    await archive.record(batch({ marks: [mark('i1')] }), NOON)
    await sources.remove('s1')
    const visited = [
      { id: 's1', url: 'https://x.example', state: { nextVisit: NOON, failures: 0, health: { kind: 'ok' } as const } },
    ]
    await archive.record(batch({ visited, marks: [mark('i2')] }), NOON)
    expect(await archive.marks('s1', ['i1', 'i2'])).toEqual(new Map())
    expect(await sources.all()).toEqual([])
  })

  it('keeps the latest marks of a feed that makes up new ones for ever', async () => {
    const { archive, sources } = opened().store
    await sources.add([draft('courier')], NOON)
    for (let visit = 0; visit < 6; visit++) {
      const items = Array.from({ length: 1000 }, (_, at) => mark(`v${visit}-${at}`))
      await archive.record(batch({ marks: items }), daysAfter(visit))
    }
    const of = async (visit: number) =>
      (
        await archive.marks(
          's1',
          Array.from({ length: 1000 }, (_, at) => `v${visit}-${at}`),
        )
      ).size
    expect(await of(0)).toBe(0)
    for (const visit of [3, 4, 5]) expect(await of(visit)).toBe(1000)
  })

  it('knows what somebody said that an outlet took out, until it stands there again or its versions go', async () => {
    const { archive, library } = opened().store
    const [kept, lost] = [
      { by: 'Mira Novak', words: 'The harbour stays open all winter' },
      { by: 'Mira Novak', words: 'Nobody told me about the dam' },
    ]
    const edition = (...said: readonly { by: string; words: string }[]) => entry('a', said, { text: 'News.' })
    const record = (kind: 'new' | 'version', one: Entry, days: number) =>
      archive.record(batch({ intakes: [{ kind, entry: one, keys: [] }] }), daysAfter(days))
    const withdrawn = async () =>
      (await library.withdrawn('mira novak')).map(({ statement: { article, quote }, since }) => [
        article.text.slice(quote.spans[0]!.start, quote.spans[0]!.end),
        since,
      ])
    await record('new', edition(kept, lost), 0)
    expect(await withdrawn()).toEqual([])
    await record('version', edition(kept), 1)
    expect(await withdrawn()).toEqual([[lost.words, daysAfter(1)]])
    await record('version', edition(), 2)
    expect(await withdrawn()).toEqual([
      [kept.words, daysAfter(2)],
      [lost.words, daysAfter(1)],
    ])
    expect(await library.withdrawn('bo lind')).toEqual([])
    await record('version', edition(kept), 3)
    expect(await withdrawn()).toEqual([[lost.words, daysAfter(1)]])
    await archive.shorten([edition(kept)], daysAfter(4))
    expect(await withdrawn()).toEqual([])
  })

  it('knows all that was taken out of however many articles and versions, the latest loss first', async () => {
    const { archive, library } = opened().store
    const said = { by: 'Mira Novak', words: 'Nobody told me about the dam' }
    const other = { by: 'Mira Novak', words: 'I am well and glad of it' }
    const record = (kind: 'new' | 'version', one: Entry, days: number) =>
      archive.record(batch({ intakes: [{ kind, entry: one, keys: [] }] }), daysAfter(days))
    const ids = Array.from({ length: 24 }, (_, at) => `a${String(at).padStart(2, '0')}`)
    for (const [at, id] of ids.entries()) {
      await record('new', entry(id, [said]), 0)
      await record('version', entry(id, [other]), at + 1)
    }
    // A page that goes on long after, and loses another quote on the way.
    for (let more = 0; more < 15; more++)
      await record('version', entry(ids.at(-1)!, more < 2 ? [other] : [], { text: `Edition ${more}.` }), 100 + more)
    const lastFirst = ids.toReversed()
    expect((await library.withdrawn('mira novak')).map(({ statement }) => statement.article.id)).toEqual([
      lastFirst[0],
      ...lastFirst,
    ])
    expect(await library.countWithdrawn('mira novak')).toBe(25)
    expect((await library.withdrawn('mira novak', 3)).map(({ since }) => since)).toEqual(
      [102, 24, 23].map((days) => daysAfter(days)),
    )
  })

  const words = [
    'Nobody told me about the dam that they want to build here',
    'Nobody told me about the dam that they want to build there',
    'Somebody told us of another dam which they will build there',
    'The harbour stays open all winter for every ship that comes',
  ]
  const editions = fc.array(
    fc.record({
      quotes: fc.uniqueArray(fc.nat(words.length - 1)),
      how: fc.constantFrom('version', 'file', 'renewed', 'removed'),
    }),
    { minLength: 3, maxLength: 7 },
  )
  it('of whatever came, went and came back every store says the same is gone', async () => {
    await fc.assert(
      fc.asyncProperty(editions, async (list) => {
        const { archive, library } = opened().store
        await library.remove(['a'])
        const plain = memoryStore({ clock: () => NOON })
        for (const { archive: shelf, library: books } of [{ archive, library }, plain]) {
          for (const [at, { quotes, how }] of list.entries()) {
            const one = entry(
              'a',
              quotes.map((quote) => ({ by: 'Mira Novak', words: words[quote]! })),
              { text: 'News.' },
            )
            if (how === 'removed') await books.remove(['a'])
            else if (how === 'file') await books.add([one])
            else if (how === 'renewed') await shelf.renew([one], daysAfter(at))
            else {
              const kind = (await books.find('a')) === undefined ? 'new' : 'version'
              await shelf.record(batch({ intakes: [{ kind, entry: one, keys: [] }] }), daysAfter(at))
            }
          }
        }
        const gone = await library.withdrawn('mira novak')
        expect(gone).toEqual(await plain.library.withdrawn('mira novak'))
        expect(await library.countWithdrawn('mira novak')).toBe(gone.length)
        const present = (await library.find('a'))?.article.text ?? ''
        for (const { statement } of gone) {
          const { start, end } = statement.quote.spans[0]!
          expect(present).not.toContain(statement.article.text.slice(start, end))
        }
      }),
      { numRuns: 12 },
    )
  })

  it('keeps the last that is said of a source twice at once', async () => {
    const { archive, sources } = opened().store
    await sources.add([draft('courier')], NOON)
    const state = (failures: number) => ({ nextVisit: daysAfter(failures), failures, health: { kind: 'ok' } as const })
    const url = 'https://x.example'
    const visited = [
      { id: 's1', url, title: 'The Courier', state: state(1) },
      { id: 's9', url, state: state(3) },
      { id: 's1', url, state: state(2) },
    ]
    await archive.record(batch({ visited }), NOON)
    expect(await sources.all()).toMatchObject([{ id: 's1', title: 'The Courier', url, state: state(2) }])
  })

  it('lists what it holds by age, and puts excerpts in its place', async () => {
    const { archive, library } = opened().store
    await library.add([entry('file')])
    expect(await archive.holdsAny()).toBe(false)
    const whole = entry('a', [{ by: 'Mira Novak', words: 'It is kept' }], { text: 'Much text.' })
    await archive.record(batch({ intakes: [{ kind: 'new', entry: entry('b'), keys: [] }] }), daysAfter(1))
    await archive.record(batch({ intakes: [{ kind: 'new', entry: whole, keys: ['k'] }] }), NOON)
    await archive.record(batch({ intakes: [{ kind: 'version', entry: whole, keys: ['k'] }] }), daysAfter(2))
    const size = whole.article.text.length
    expect(await archive.holdings()).toEqual([
      { id: 'a', stored: NOON, size, excerpt: false },
      { id: 'b', stored: daysAfter(1), size: expect.any(Number), excerpt: false },
    ])
    const short = entry('a', [{ by: 'Mira Novak', words: 'It is kept' }], { text: '', excerpt: true })
    await archive.shorten([short], daysAfter(3))
    expect(await library.find('a')).toEqual(short)
    expect((await archive.holdings())[0]).toEqual({
      id: 'a',
      stored: NOON,
      size: short.article.text.length,
      excerpt: true,
    })
    expect(await archive.versions('a')).toEqual([])
    expect(await archive.known(['k'])).toEqual(new Map([['k', 'a']]))
    expect(await archive.holdsAny()).toBe(true)
    await library.remove(['a', 'b'])
    expect(await archive.holdings()).toEqual([])
    expect(await archive.holdsAny()).toBe(false)
  })

  it('puts a new analysis in the place of an old one, unless the article was changed or removed meanwhile', async () => {
    const { archive, library } = opened().store
    const said = [{ by: 'Mira Novak', words: 'It is kept' }]
    const [old, edited] = [entry('a', said, {}, 'e1'), entry('b', said, {}, 'e1')]
    await archive.record(batch({ intakes: [old, edited].map((one) => ({ kind: 'new', entry: one, keys: [] })) }), NOON)
    const renewed = [old, edited, entry('gone', said)].map((one) => ({
      ...one,
      engine: 'e2',
      analysis: { ...one.analysis, quotes: [] },
    }))
    const after = entry('b', said, { title: 'Another title' }, 'e1')
    await archive.record(batch({ intakes: [{ kind: 'version', entry: after, keys: [] }] }), daysAfter(1))
    const added = (await library.list({ limit: 9, addedAfter: daysAfter(-1) })).length
    await archive.renew(renewed, daysAfter(2))
    expect(await library.find('a')).toEqual(renewed[0])
    expect(await library.find('b')).toEqual(after)
    expect(await library.find('gone')).toBeUndefined()
    expect((await library.experts(9)).map(({ quotes }) => quotes)).toEqual([1])
    expect(await library.outdated('e2')).toEqual(['b'])
    expect((await archive.holdings()).map(({ id }) => id)).toEqual(['a', 'b'])
    // An article that was analysed anew has not come in anew.
    expect(await library.list({ limit: 9, addedAfter: daysAfter(1) })).toEqual([])
    expect(added).toBe(2)
  })

  it('keeps an estimated date as such', async () => {
    const { archive, library } = opened().store
    const one = entry('a', [], { publishedEstimated: true })
    await archive.record(batch({ intakes: [{ kind: 'new', entry: one, keys: [] }] }), NOON)
    expect((await library.find('a'))?.article.publishedEstimated).toBe(true)
  })

  it('keeps stories: who is in which, what became of which, and who is in none yet', async () => {
    const { archive, library } = opened().store
    const { stories } = archive
    await library.add([
      entry('c', [], { published: daysAfter(2) }),
      entry('a'),
      entry('b', [], { published: daysAfter(1) }),
    ])
    expect(await stories.pending(2)).toEqual(['a', 'b'])
    await stories.save(story('a'), { story: 's-a', moved: [{ article: 'a', to: 's-a' }], retired: {} })
    await stories.save(story('b', 1), { story: 's-b', moved: [{ article: 'b', to: 's-b' }], retired: {} })
    const merged = [
      { article: 'c', to: 's-a' },
      { article: 'b', from: 's-b', to: 's-a' },
    ]
    await stories.save(story('c', 2), { story: 's-a', moved: merged, retired: { 's-b': 's-a' } })
    expect(await stories.pending(9)).toEqual([])
    expect(await stories.articles('s-a')).toEqual(['a', 'b', 'c'])
    expect(await stories.of('b')).toBe('s-a')
    expect(await stories.state()).toEqual({
      articles: [story('a'), story('b', 1), story('c', 2)].map((one) => ({ ...one, story: 's-a' })),
      retired: { 's-b': 's-a' },
    })
    await stories.rest(daysAfter(1))
    expect((await stories.state()).articles.map(({ id }) => id)).toEqual(['b', 'c'])
    expect(await stories.articles('s-a')).toEqual(['a', 'b', 'c'])
    expect(await stories.pending(9)).toEqual([])
    await library.remove(['c'])
    expect(await stories.articles('s-a')).toEqual(['a', 'b'])
  })
}
