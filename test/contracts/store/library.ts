import { expect, it } from 'vitest'
import { nameKey, nameKeys } from '#core/experts/name-keys.ts'
import { terms } from '#core/text/terms.ts'
import { daysAfter, entry, NOON } from '../../fakes/entries.ts'
import type { Opened } from '../store.ts'

const rahr = { by: 'Alexander Rahr', words: 'Nobody was consulted', as: 'German political scientist' }
const ids = (entries: readonly { article: { id: string } }[]) => entries.map(({ article }) => article.id)
const names = (experts: readonly { name: string }[]) => experts.map(({ name }) => name)

export function libraryContract(opened: () => Opened): void {
  it('gives back exactly what was stored', async () => {
    const { library } = opened().store
    const odd = entry('odd', [{ by: 'Zoë Ångström', words: 'naïve\u0000 “quotes” 𝒳 🙂\u2028 \t' }], {
      byline: 'A. Writer',
      sample: true,
    })
    const { url: _, ...bare } = entry('bare').article
    await library.add([odd, { ...entry('bare'), article: bare }])
    expect(await library.find('odd')).toEqual(odd)
    expect((await library.find('bare'))?.article).toStrictEqual(bare)
    expect(await library.find('none')).toBeUndefined()
    expect(await library.count()).toBe(2)
  })

  it('puts an article in the place of its predecessor, quotes and all', async () => {
    const { library } = opened().store
    await library.add([entry('a', [rahr])])
    await library.add([entry('a', [{ by: 'Mira Novak', words: 'It was withdrawn' }], { title: 'Corrected' })])
    expect(await library.count()).toBe(1)
    expect((await library.find('a'))?.article.title).toBe('Corrected')
    expect(names(await library.experts(10))).toEqual(['Mira Novak'])
    expect(await library.statements(nameKey('Alexander Rahr'))).toEqual([])
    expect(await library.expertsWithKey(nameKeys('Rahr'))).toEqual([])
    expect(ids(await library.search({ words: ['consulted'], phrases: [], without: [] }, 9))).toEqual([])
    expect(ids(await library.search({ words: ['withdrawn'], phrases: [], without: [] }, 9))).toEqual(['a'])
  })

  it('forgets a removed article and those only it quoted', async () => {
    const { library } = opened().store
    await library.add([entry('a', [rahr]), entry('b', [rahr, { by: 'Mira Novak', words: 'Yes' }]), entry('c')])
    await library.remove(['b', 'none'])
    expect(ids(await library.list({ limit: 9 }))).toEqual(['a', 'c'])
    expect(await library.experts(9)).toMatchObject([{ name: 'Alexander Rahr', quotes: 1, articles: 1 }])
    await library.remove([])
    expect(await library.count()).toBe(2)
  })

  it('knows its outlets, each once, however it is written', async () => {
    const { library } = opened().store
    const of = (id: string, outlet: string) => entry(id, [], { outlet })
    await library.add([of('a', 'The Zephyr'), of('b', 'Évening Loom'), of('c', 'The Zephyr'), of('d', '100% News')])
    expect(await library.outlets()).toEqual(['100% News', 'Évening Loom', 'The Zephyr'])
    await library.remove(['b'])
    expect(await library.outlets()).toEqual(['100% News', 'The Zephyr'])
  })

  it('lists newest first, ties by id, within what is asked', async () => {
    const { library } = opened().store
    await library.add([
      entry('old', [], { published: daysAfter(-2) }),
      entry('b'),
      entry('a'),
      entry('new', [], { published: daysAfter(1) }),
    ])
    expect(ids(await library.list({ limit: 9 }))).toEqual(['new', 'a', 'b', 'old'])
    expect(ids(await library.list({ limit: 2 }))).toEqual(['new', 'a'])
    expect(ids(await library.list({ limit: 9, since: NOON }))).toEqual(['new', 'a', 'b'])
    expect(ids(await library.list({ limit: 9, before: NOON }))).toEqual(['old'])
  })

  it('knows what was stored after a moment, and a replaced article keeps its own', async () => {
    const { store, set } = opened()
    set(NOON)
    await store.library.add([entry('a', [], { published: daysAfter(5) })])
    set(daysAfter(1))
    await store.library.add([entry('a', [], { published: daysAfter(5) }), entry('b', [], { published: daysAfter(-9) })])
    expect(ids(await store.library.list({ limit: 9, addedAfter: NOON }))).toEqual(['b'])
    expect(ids(await store.library.list({ limit: 9, addedAfter: daysAfter(-1) }))).toEqual(['a', 'b'])
    expect(ids(await store.library.list({ limit: 9, addedAfter: daysAfter(1) }))).toEqual([])
  })

  it('joins an expert over articles by the full name only, accents aside', async () => {
    const { library } = opened().store
    await library.add([
      entry('a', [{ by: 'Zoë Ångström', words: 'One', as: 'old role' }, rahr], { published: daysAfter(-1) }),
      entry('b', [
        { by: 'Zoe Angstrom', words: 'Two', as: 'new role' },
        { by: 'Zoe Angstrom', words: 'Three' },
      ]),
      entry('c', [{ by: 'Zoe Angstrom', words: 'Four' }], { published: daysAfter(1), sample: true }),
      entry(
        'd',
        [
          { by: 'Angstrom', words: 'Five' },
          { by: null, words: 'Nobody is named' },
        ],
        { sample: true },
      ),
    ])
    expect(await library.experts(9)).toEqual([
      {
        key: 'zoe angstrom',
        name: 'Zoe Angstrom',
        kind: 'person',
        description: 'new role',
        quotes: 4,
        kinds: { direct: 4, mixed: 0, indirect: 0, nested: 0 },
        unsure: 0,
        articles: 3,
        sample: false,
      },
      {
        key: 'alexander rahr',
        name: 'Alexander Rahr',
        kind: 'person',
        description: rahr.as,
        quotes: 1,
        kinds: { direct: 1, mixed: 0, indirect: 0, nested: 0 },
        unsure: 0,
        articles: 1,
        sample: false,
      },
      {
        key: 'angstrom',
        name: 'Angstrom',
        kind: 'person',
        quotes: 1,
        kinds: { direct: 1, mixed: 0, indirect: 0, nested: 0 },
        unsure: 0,
        articles: 1,
        sample: true,
      },
    ])
    expect(names(await library.experts(1))).toEqual(['Zoe Angstrom'])
  })

  it('gives all an expert said, newest article first, in text order within one', async () => {
    const { library } = opened().store
    await library.add([
      entry('a', [{ by: 'Mira Novak', words: 'First' }, rahr, { by: 'Mira Novak', words: 'Second' }], {
        published: daysAfter(-1),
      }),
      entry('b', [{ by: 'Mira Novak', words: 'Third' }]),
    ])
    const words = async (limit?: number) =>
      (await library.statements('mira novak', limit)).map(({ article, quote, person }) => [
        article.id,
        article.text.slice(quote.spans[0]?.start, quote.spans[0]?.end),
        person.name,
      ])
    const all = [
      ['b', 'Third', 'Mira Novak'],
      ['a', 'First', 'Mira Novak'],
      ['a', 'Second', 'Mira Novak'],
    ]
    expect(await words()).toEqual(all)
    expect(await words(2)).toEqual(all.slice(0, 2))
    expect(await library.statements('nobody')).toEqual([])
  })

  it('gives all of the one article in which the so-manieth statement stands, and how many are newer', async () => {
    const { library } = opened().store
    const two = [{ by: rahr.by, words: 'First' }, rahr]
    await library.add([entry('old', two, { published: daysAfter(-1) }), entry('b'), entry('new', [rahr])])
    const at = async (one: number) => {
      const { statements, before } = await library.statementsAt('alexander rahr', one)
      return [before, ...statements.map(({ article }) => article.id)]
    }
    expect(await at(1)).toEqual([0, 'new'])
    expect(await at(2)).toEqual([1, 'old', 'old'])
    expect(await at(3)).toEqual([1, 'old', 'old'])
    expect(await at(9)).toEqual([1, 'old', 'old'])
    expect(await library.statementsAt('nobody', 1)).toEqual({ statements: [], before: 0 })
  })

  it('knows what articles called an expert, each with the first that did, of the newest so many', async () => {
    const { library } = opened().store
    const called = (id: string, as: string | undefined, days: number, more = {}) =>
      entry(id, [{ ...rahr, as }], { published: daysAfter(days), ...more })
    await library.add([
      called('a', 'a student', -9, { publishedEstimated: true }),
      called('b', 'a scientist', -8),
      called('c', 'a scientist', -7),
      called('d', undefined, -6),
    ])
    const student = { description: 'a student', first: { published: daysAfter(-9), publishedEstimated: true } }
    expect(await library.descriptions('alexander rahr', 9)).toMatchObject([
      student,
      { description: 'a scientist', first: { published: daysAfter(-8) } },
    ])
    expect(await library.descriptions('alexander rahr', 1)).toMatchObject([
      { description: 'a scientist', first: { published: daysAfter(-7) } },
    ])
    expect(await library.descriptions('nobody', 9)).toEqual([])
  })

  it('counts what an expert said by kind, and apart from it what they only may have said', async () => {
    const { library } = opened().store
    await library.add([
      entry('a', [
        rahr,
        { by: rahr.by, words: 'in part', how: 'mixed' },
        { by: rahr.by, words: 'told', how: 'indirect' },
        { by: 'Mira Novak', words: 'He said, Never again' },
        { by: rahr.by, words: 'Never again', how: 'nested', inside: 3 },
      ]),
      entry('b', [{ by: null, words: 'Who knows', perhaps: ['Alexander Rahr', 'Mira Novak'] }]),
    ])
    expect(await library.experts(9)).toMatchObject([
      { name: rahr.by, quotes: 4, kinds: { direct: 1, mixed: 1, indirect: 1, nested: 1 }, unsure: 1, articles: 1 },
      { name: 'Mira Novak', quotes: 1, kinds: { direct: 1, mixed: 0, indirect: 0, nested: 0 } },
    ])
    await library.remove(['b'])
    expect(await library.experts(1)).toMatchObject([{ name: rahr.by, quotes: 4, unsure: 0 }])
    await library.add([entry('a', [rahr, { by: null, words: 'So', perhaps: [rahr.by] }])])
    expect(await library.experts(9)).toMatchObject([
      { quotes: 1, kinds: { direct: 1, mixed: 0, indirect: 0, nested: 0 }, unsure: 1, articles: 1 },
    ])
  })

  it('finds what several say as one under each of them, once, with everybody', async () => {
    const { library } = opened().store
    const both = [{ by: 'Mira Novak', also: ['Bo Lind'], words: 'We leave the treaty' }]
    await library.add([entry('a', both), entry('b', [{ by: 'Bo Lind', words: 'It rains' }])])
    for (const [key, quotes] of [['mira novak', 1] as const, ['bo lind', 2] as const]) {
      expect(await library.expertsNamed([key])).toMatchObject([{ quotes, kinds: { direct: quotes } }])
      const [said] = (await library.statements(key)).filter(({ together }) => together !== undefined)
      expect(said).toMatchObject({ person: { name: key === 'bo lind' ? 'Bo Lind' : 'Mira Novak' } })
      expect(said?.together?.map(({ name }) => name)).toEqual(['Mira Novak', 'Bo Lind'])
      expect(await library.statements(key, 5, new Set(terms('treaty').map(({ term }) => term)))).toHaveLength(1)
      const asked = { words: [], phrases: [], without: [], quoted: ['leave the treaty'], from: key }
      expect((await library.search(asked, 9)).map(({ article }) => article.id)).toEqual(['a'])
    }
    expect(await library.search({ words: [], phrases: [], without: [], notFrom: ['Lind'] }, 9)).toEqual([])
  })

  it('finds words inside another’s quote by both, and says who passes them on', async () => {
    const { library } = opened().store
    await library.add([
      entry('a', [
        { by: 'Mira Novak', words: 'He said, Never again' },
        { by: 'Bo Lind', words: 'Never again', how: 'nested', inside: 0 },
      ]),
    ])
    expect(await library.statements('bo lind')).toMatchObject([
      { quote: { kind: 'nested' }, told: ['as Mira Novak quotes it'] },
    ])
    for (const from of ['Novak', 'Lind'])
      expect(
        await library.search({ words: [], phrases: [], without: [], quoted: ['never again'], from }, 9),
      ).toHaveLength(1)
  })

  it('gives what an expert may have said apart from what they said, in the same order', async () => {
    const { library } = opened().store
    await library.add([
      entry('old', [{ by: null, words: 'First', perhaps: ['Mira Novak', rahr.by] }, rahr], {
        published: daysAfter(-1),
      }),
      entry('new', [
        { by: null, words: 'Second', perhaps: [rahr.by] },
        { by: null, words: 'Third', perhaps: ['Mira Novak'] },
        { by: null, words: 'Nobody knows' },
      ]),
    ])
    const words = async (expert: string, limit?: number) =>
      (await library.unsureStatements(expert, limit)).map(({ article, quote, person }) => [
        article.text.slice(quote.spans[0]?.start, quote.spans[0]?.end),
        person.name,
      ])
    expect(await words('alexander rahr')).toEqual([
      ['Second', rahr.by],
      ['First', rahr.by],
    ])
    expect(await words('alexander rahr', 1)).toEqual([['Second', rahr.by]])
    expect(await words('mira novak')).toHaveLength(2)
    expect(names(await library.experts(9))).toEqual([rahr.by])
    expect(await library.statements('mira novak')).toEqual([])
    expect(ids(await library.search({ words: [], phrases: [], without: [], from: 'Rahr' }, 9))).toEqual(['old'])
  })

  it('finds experts by their whole key', async () => {
    const { library } = opened().store
    await library.add([entry('a', [rahr, { by: 'Rahr', words: 'So' }, { by: 'Mira Novak', words: 'No' }])])
    expect(names(await library.expertsNamed(['rahr', 'mira novak', 'mira novak', 'nobody', '']))).toEqual([
      'Mira Novak',
      'Rahr',
    ])
    expect(await library.expertsNamed([])).toEqual([])
  })

  it('finds experts by any word of the name and by other spellings of it', async () => {
    const { library } = opened().store
    await library.add([
      entry('a', [rahr, { by: 'Volodymyr Zelenskyy', words: 'So' }, { by: 'Alexander Novak', words: 'No' }]),
    ])
    expect(names(await library.expertsWithKey(nameKeys('RAHR')))).toEqual(['Alexander Rahr'])
    expect(names(await library.expertsWithKey(nameKeys('Zelensky')))).toEqual(['Volodymyr Zelenskyy'])
    expect(names(await library.expertsWithKey(nameKeys('alexander')))).toEqual(['Alexander Novak', 'Alexander Rahr'])
    expect(await library.expertsWithKey(['rah', '%', ''])).toEqual([])
    expect(await library.expertsWithKey([])).toEqual([])
  })

  it('offers experts by how a name starts, most quoted first', async () => {
    const { library } = opened().store
    await library.add([entry('a', [rahr, { by: 'Raya Bell', words: 'So' }, { by: 'Raya Bell', words: 'No' }])])
    expect(names(await library.expertsStarting('ra', 9))).toEqual(['Raya Bell', 'Alexander Rahr'])
    expect(names(await library.expertsStarting('RÁH', 9))).toEqual(['Alexander Rahr'])
    expect(names(await library.expertsStarting('alexander ra', 9))).toEqual(['Alexander Rahr'])
    expect(names(await library.expertsStarting('', 1))).toEqual(['Raya Bell'])
    expect(await library.expertsStarting('x%', 9)).toEqual([])
  })

  it('offers the experts whose names are most like a misspelt one', async () => {
    const { library } = opened().store
    await library.add([
      entry('a', [rahr, { by: 'Stanislav Tkachenko', words: 'So' }, { by: 'Mira Novak', words: 'No' }]),
    ])
    expect(names(await library.expertsLike('Tkachenka', 1))).toEqual(['Stanislav Tkachenko'])
    expect(names(await library.expertsLike('Alexandr Rhar', 2))).toEqual(['Alexander Rahr'])
    expect(await library.expertsLike('!!!', 9)).toEqual([])
    expect(await library.expertsLike('q'.repeat(5000), 9)).toEqual([])
  })

  it('names the articles that another version of the engine read', async () => {
    const { library } = opened().store
    await library.add([entry('b', [], {}, 'test-1'), entry('a', [], {}, 'test-1'), entry('c', [], {}, 'test-2')])
    expect(await library.outdated('test-2')).toEqual(['a', 'b'])
  })

  it('gives what an expert said with any of some words, the last stored first to stay', async () => {
    const { library } = opened().store
    await library.add([
      entry('a', [{ by: 'Mira Novak', words: 'The dam is full' }], { published: daysAfter(2) }),
      entry('b', [
        { by: 'Alexander Rahr', words: 'Two dams' },
        { by: 'Mira Novak', words: 'Nothing' },
        { by: 'Mira Novak', words: 'A flood' },
      ]),
      entry('c', [{ by: 'Mira Novak', words: 'Dams, and a flood' }], { published: daysAfter(1) }),
    ])
    const about = async (words: readonly string[], limit?: number) =>
      (await library.statements('mira novak', limit, new Set(words))).map(
        ({ article, quote }) => `${article.id} ${quote.spans.map((span) => article.text.slice(span.start, span.end))}`,
      )
    expect(await about(['dam', 'flood'])).toEqual(['a The dam is full', 'c Dams, and a flood', 'b A flood'])
    expect(await about(['dam', 'flood'], 2)).toEqual(['c Dams, and a flood', 'b A flood'])
    expect(await about(['noth'])).toEqual(['b Nothing'])
    expect(await about(['bridg'])).toEqual([])
    expect(await about([])).toEqual([])
  })
}
