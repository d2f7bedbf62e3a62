import { expect, it } from 'vitest'
import { emptyQuery, type Query } from '#core/query/query.ts'
import { queryMatcher } from '#core/query/query-match.ts'
import { daysAfter, entry, NOON } from '../../fakes/entries.ts'
import type { Opened } from '../store.ts'

export function searchContract(opened: () => Opened): void {
  const found = async (query: Partial<Query>, limit = 9) =>
    (await opened().store.library.search({ ...emptyQuery, ...query }, limit)).map(({ article }) => article.id)
  const add = (...entries: Parameters<Opened['store']['library']['add']>[0]) => opened().store.library.add(entries)

  it('finds articles that have all the words, whatever their endings, case and accents', async () => {
    await add(
      entry('a', [], { text: 'The ministers were negotiating in Zürich.' }),
      entry('b', [], { text: 'A minister stayed at home.' }),
      entry('c', [], { title: 'ZURICH', text: 'Negotiations, and one minister.' }),
    )
    expect(await found({ words: ['negotiate', 'minister', 'zurich'] })).toEqual(['c', 'a'])
    expect(await found({ words: ['negotiate', 'home'] })).toEqual([])
  })

  it('takes a phrase as words in a row, in one place', async () => {
    await add(
      entry('a', [], { text: 'A general overhaul of the alliance.' }),
      entry('b', [], { text: 'The overhaul was general.' }),
      entry('c', [], { title: 'In general', text: 'overhaul' }),
    )
    expect(await found({ phrases: [['general', 'overhaul']] })).toEqual(['a'])
    expect(await found({ words: ['general-overhaul'] })).toEqual(['a'])
  })

  it('finds what holds any of a thousand terms, in title or text, stored last first', async () => {
    await add(
      entry('a', [], { text: 'The budget', published: daysAfter(9) }),
      entry('b', [], { title: 'Budgets', text: 'Nothing' }),
      entry('c', [], { text: 'The harbour' }),
    )
    const { library } = opened().store
    const others = Array.from({ length: 1000 }, (_, at) => `none${at}`)
    const holding = async (terms: readonly string[], limit = 9) =>
      (await library.holding(new Set(terms), limit)).map(({ article }) => article.id)
    expect(await holding([...others, 'budget'])).toEqual(['b', 'a'])
    expect(await holding(['budget', 'harbour'], 2)).toEqual(['c', 'b'])
    expect(await holding(others)).toEqual([])
    expect(await holding([])).toEqual([])
  })

  it('leaves out what has an unwanted word', async () => {
    await add(entry('a', [], { text: 'Budget talks in Rome' }), entry('b', [], { text: 'Budget talks in Oslo' }))
    expect(await found({ words: ['budget'], without: ['Oslo'] })).toEqual(['a'])
    expect(await found({ without: ['Oslo'] })).toEqual(['a'])
    expect(await found({ without: ['Oslo', 'Rome'] })).toEqual([])
  })

  it('keeps to who is quoted, the outlet and the dates', async () => {
    await add(
      entry('a', [{ by: 'Alexander Rahr', words: 'Budget' }], { outlet: 'The Évening Courier' }),
      entry('b', [{ by: 'Alexander Novak', words: 'Budget' }], { published: daysAfter(-3), outlet: '100% News' }),
      entry('c', [{ by: null, words: 'Budget for Alexander Rahr' }], { published: daysAfter(3) }),
    )
    for (const words of [['budget'], []]) {
      expect(await found({ words, from: 'rahr' })).toEqual(['a'])
      expect(await found({ words, from: 'Alexandre Rahr' })).toEqual([])
      expect(await found({ words, from: 'Rahr, Alexander' })).toEqual(['a'])
      expect((await found({ words, from: 'alexander' })).sort()).toEqual(['a', 'b'])
      expect(await found({ words, from: '!!' })).toEqual([])
      expect(await found({ words, outlet: 'evening' })).toEqual(['a'])
      expect(await found({ words, outlet: '0% n' })).toEqual(['b'])
      expect(await found({ words, outlet: '_' })).toEqual([])
      expect((await found({ words, after: NOON })).sort()).toEqual(['a', 'c'])
      expect(await found({ words, before: NOON })).toEqual(['b'])
    }
  })

  it('puts a hit in the title first, and of equals the fresher', async () => {
    await add(
      entry('a', [], { text: 'harbour works', published: daysAfter(-40) }),
      entry('b', [], { text: 'harbour works', published: daysAfter(-1) }),
      entry('c', [], { title: 'The harbour', text: 'some works', published: daysAfter(-20) }),
      entry('d', [], { text: 'nothing of the kind' }),
      entry('e', [], { text: 'nor here' }),
      entry('f', [], { text: 'nor in this' }),
      entry('g', [], { text: 'and not in that' }),
    )
    expect(await found({ words: ['harbour'] })).toEqual(['c', 'b', 'a'])
    expect(await found({ words: ['harbour'] }, 2)).toEqual(['c', 'b'])
  })

  it('finds nothing for an empty query', async () => {
    await add(entry('a'))
    expect(await found({})).toEqual([])
    expect(await found({ words: ['!!', ''], phrases: [[]] })).toEqual([])
  })

  it('takes any text for words, not for the language of the index', async () => {
    await add(entry('a', [], { text: 'NOT near OR title: "quoted" 1.4 billion 東京都 U.S. Rahr’s' }))
    for (const word of ['NOT', 'OR', 'title:', '"', '*', '^a', '{a b}', 'a(b', "';--", '1.4', '東京', 'US', 'Rahr']) {
      expect(Array.isArray(await found({ words: [word] }))).toBe(true)
    }
    expect(await found({ words: ['NOT', 'OR', '1.4', '東京', 'US', 'Rahr'] })).toEqual(['a'])
    expect(await found({ words: ['14'] })).toEqual([])
    expect(await found({ words: Array.from({ length: 3000 }, () => 'or') })).toEqual(['a'])
  })

  it('looks for words inside quotes, and in the mouth of whom is asked for', async () => {
    await add(
      entry('a', [
        { by: 'Mira Novak', words: 'The dam is full' },
        { by: 'Alexander Rahr', words: 'Nothing to add' },
      ]),
      entry('b', [{ by: 'Alexander Rahr', words: 'Two dams are full' }]),
      entry('c', [{ by: null, words: 'The dam' }], { text: 'It is full.' }),
      entry('d', [], { text: 'The dam is full.' }),
    )
    const sorted = async (query: Partial<Query>) => (await found(query)).sort()
    expect(await sorted({ quoted: ['dam'] })).toEqual(['a', 'b', 'c'])
    expect(await sorted({ quoted: ['dam'], from: 'Rahr' })).toEqual(['b'])
    expect(await sorted({ quoted: ['dam', 'full'] })).toEqual(['a', 'b'])
    expect(await sorted({ quoted: ['full nothing'] })).toEqual([])
    expect(await sorted({ quoted: ['dam'], words: ['two'] })).toEqual(['b'])
    expect(await sorted({ quoted: ['dam'], without: ['nothing'] })).toEqual(['b', 'c'])
  })

  it('keeps to a language, its regions with it', async () => {
    await add(
      entry('a', [], { language: 'en-GB' }),
      entry('b', [], { language: 'en' }),
      entry('c', [], { language: 'de' }),
      entry('d', [], { language: 'enm' }),
    )
    for (const words of [['article'], []]) {
      expect((await found({ words, language: 'en' })).sort()).toEqual(['a', 'b'])
      expect(await found({ words, language: 'en-gb' })).toEqual(['a'])
      expect((await found({ words, notLanguage: ['en'] })).sort()).toEqual(['c', 'd'])
      expect(await found({ words, language: 'en', notLanguage: ['en-gb'] })).toEqual(['b'])
    }
  })

  it('leaves out people and outlets', async () => {
    await add(
      entry('a', [{ by: 'Mira Novak', words: 'Yes' }], { outlet: 'The Loom' }),
      entry('b', [{ by: 'Alexander Rahr', words: 'No' }], { outlet: 'The Loom' }),
      entry('c', [{ by: 'Mira Novak', words: 'Perhaps' }], { outlet: 'The Évening Courier' }),
    )
    for (const words of [['article'], []]) {
      expect(await found({ words, notFrom: ['novak'] })).toEqual(['b'])
      expect((await found({ words, notOutlet: ['evening'] })).sort()).toEqual(['a', 'b'])
      expect(await found({ words, notFrom: ['novak', 'rahr'] })).toEqual([])
      expect(await found({ words, notOutlet: ['evening'], from: 'Novak' })).toEqual(['a'])
    }
  })

  it('finds what any of several queries does, each article once', async () => {
    await add(
      entry('a', [{ by: 'Mira Novak', words: 'Harbour' }]),
      entry('b', [], { text: 'A harbour' }),
      entry('c', [], { text: 'A dam' }),
    )
    const harbour = { ...emptyQuery, words: ['harbour'] }
    expect((await found({ from: 'Novak', or: [harbour] })).sort()).toEqual(['a', 'b'])
    expect((await found({ ...harbour, or: [{ ...emptyQuery, words: ['dam'] }] })).sort()).toEqual(['a', 'b', 'c'])
    expect(await found({ words: ['!!'], or: [{ ...emptyQuery, words: ['dam'] }] })).toEqual(['c'])
  })

  it('tells what it would find without reading it', async () => {
    await add(entry('a', [], { text: 'harbour works' }), entry('b', [], { title: 'Harbour' }))
    const query = { ...emptyQuery, words: ['harbour'] }
    expect((await opened().store.library.hits(query, 9)).map(({ id }) => id)).toEqual(await found(query))
    expect(await opened().store.library.hits(query, 1)).toHaveLength(1)
  })

  it('knows the story of an article, and where the id of one that became part of another leads', async () => {
    const { library, archive } = opened().store
    await add(entry('a', [], { text: 'dam' }), entry('b', [], { text: 'dam' }), entry('c', [], { text: 'dam' }))
    const save = (id: string, story: string, joining: readonly string[] = [], retired: Record<string, string> = {}) =>
      archive.stories.save(
        { id, published: NOON.getTime(), traits: { words: [], names: [], numbers: [], counts: [] } },
        { story, moved: [id, ...joining].map((article) => ({ article, to: story })), retired },
      )
    await save('a', 's-a')
    await save('b', 's-b')
    expect(await found({ story: 's-b' })).toEqual(['b'])
    expect(await found({ words: ['dam'], story: 's-a' })).toEqual(['a'])
    expect(await library.hits({ ...emptyQuery, story: 's-b' }, 9)).toEqual([{ id: 'b', story: 's-b' }])
    await save('c', 's-c', ['b'], { 's-b': 's-c' })
    await save('a', 's-a', ['b', 'c'], { 's-c': 's-a' })
    for (const story of ['s-a', 's-b', 's-c']) expect((await found({ story })).sort()).toEqual(['a', 'b', 'c'])
    expect(await library.find('b')).toMatchObject({ story: 's-a', formerStories: ['s-b', 's-c'] })
    const [listed] = await library.list({ limit: 1 })
    expect(queryMatcher({ ...emptyQuery, story: 's-b' })(listed!)).toBe(true)
    expect(await found({ story: 's-none' })).toEqual([])
    expect(await found({ words: ['dam'], notStory: ['s-b'] })).toEqual([])
    expect((await found({ words: ['dam'], notStory: ['s-none'] })).sort()).toEqual(['a', 'b', 'c'])
    expect(await found({ outlet: 'courier', notStory: ['s-c'] })).toEqual([])
  })
}
