import { beforeEach, describe, expect, it } from 'vitest'
import { findExpert } from '#core/experts/find-expert.ts'
import { knownLibrary } from '#core/experts/known-library.ts'
import { type KnownPeople, knownPeople, NOBODY_KNOWN } from '#core/experts/known-people.ts'
import { nameKeys } from '#core/experts/name-keys.ts'
import { readPeopleFile } from '#core/experts/people-file.ts'
import type { Library, Statement } from '#core/ports/library.ts'
import { parseQuery } from '#core/query/query-line.ts'
import { memoryStore } from '#store/memory.ts'
import { daysAfter, entry } from '../../fakes/entries.ts'
import { english } from '../english.ts'

let library: Library
let known: KnownPeople
const say = (file: string) => {
  const { people, faults } = readPeopleFile(file)
  expect(faults).toEqual([])
  known = knownPeople(people)
}
const words = (statements: readonly Statement[]) =>
  statements.map(({ article, quote }) => article.text.slice(quote.spans[0]?.start, quote.spans[0]?.end))
const counts = (experts: readonly { name: string; quotes: number }[]) =>
  experts.map(({ name, quotes }) => `${name} ${quotes}`)
const find = (typed: string) =>
  findExpert(typed, library, { titles: new Set(['senator']), nicknames: english.nicknames })

beforeEach(async () => {
  const store = memoryStore()
  known = NOBODY_KNOWN
  library = knownLibrary(store.library, () => known)
  await store.library.add([
    entry('mill', [{ by: 'Robert Hale', words: 'I own it', as: 'a miller' }], { published: daysAfter(-3) }),
    entry('sale', [
      { by: 'Bob Hale', words: 'I sell it', how: 'mixed' },
      { by: 'Bob Hale', words: 'It is sold' },
    ]),
    entry('tax', [{ by: 'Ada Corrigan', words: 'Taxes rise', as: 'the senator for Harrow' }], {
      outlet: 'The Capital Record',
    }),
    entry('regatta', [{ by: 'Ada Corrigan', words: 'We won', as: 'an oarswoman' }], { published: daysAfter(-1) }),
    entry('fog', [
      { by: 'Ada Corrigan', words: 'It was foggy' },
      { by: null, words: 'Who said this', perhaps: ['Ada Corrigan', 'Bob Hale'] },
    ]),
  ])
})

describe('while the operator says nothing', () => {
  it('one full name is one expert, and a surname joins nobody', async () => {
    expect(counts(await library.experts(9))).toEqual(['Ada Corrigan 3', 'Bob Hale 2', 'Robert Hale 1'])
  })
})

describe('other names of one person', () => {
  beforeEach(() => say('## Robert Hale\n- also: Bob Hale'))

  it('lead to one expert, counted together, everywhere', async () => {
    const one = {
      key: 'robert hale',
      name: 'Robert Hale',
      quotes: 3,
      kinds: { direct: 2, mixed: 1, indirect: 0 },
      unsure: 1,
      articles: 2,
    }
    expect(counts(await library.experts(9))).toEqual(['Ada Corrigan 3', 'Robert Hale 3'])
    expect(counts(await library.experts(1))).toEqual(['Ada Corrigan 3'])
    expect(await library.countExperts()).toBe(2)
    expect(await library.expertsNamed(['bob hale'])).toMatchObject([one])
    expect(await library.expertsWithKey(nameKeys('bob'))).toMatchObject([one])
    expect(await library.expertsStarting('bo', 9)).toMatchObject([one])
    expect(await library.expertsLike('Robbert Hale', 9)).toMatchObject([one])
    expect(await find('Bob Hale')).toMatchObject({ kind: 'one', expert: one })
    expect(await find('Robert Hale')).toMatchObject({ kind: 'one', expert: one })
  })

  it('give all they said, newest first, each still under the name its article prints', async () => {
    const said = await library.statements('robert hale')
    expect(words(said)).toEqual(['I sell it', 'It is sold', 'I own it'])
    expect(said.map(({ person }) => person.name)).toEqual(['Bob Hale', 'Bob Hale', 'Robert Hale'])
    expect(words(await library.statements('robert hale', 2))).toEqual(['I sell it', 'It is sold'])
    const [first, last] = [await library.statementsAt('robert hale', 1), await library.statementsAt('robert hale', 3)]
    expect([words(first.statements), first.before]).toEqual([['I sell it', 'It is sold'], 0])
    expect([words(last.statements), last.before]).toEqual([['I own it'], 2])
    expect(words(await library.unsureStatements('robert hale'))).toEqual(['Who said this'])
    expect(said.map((statement) => library.keyOf(statement))).toEqual(Array(3).fill('robert hale'))
  })

  it('are found by from: too', async () => {
    const found = await library.search({ words: [], phrases: [], without: [], from: 'Bob Hale' }, 9)
    expect(found.map(({ article }) => article.id).sort()).toEqual(['mill', 'sale'])
  })

  it.each([
    ['from:"Robert Hale"', ['mill', 'sale']],
    ['from:Bob', ['mill', 'sale']],
    ['foggy OR from:"Bob Hale"', ['fog', 'mill', 'sale']],
    ['taxes OR own from:"Bob Hale" OR foggy', ['fog', 'mill', 'tax']],
    ['quote:own from:"Bob Hale"', ['mill']],
    ['article -from:"Bob Hale"', ['fog', 'regatta', 'tax']],
    ['foggy OR sell -from:"Robert Hale"', ['fog']],
  ])('are meant in %s, wherever in a search that stands', async (line, ids) => {
    const found = await library.search(parseQuery(line), 9)
    expect(found.map(({ article }) => article.id).sort()).toEqual(ids)
    expect((await library.hits(parseQuery(line), 9)).map(({ id }) => id).sort()).toEqual(ids)
  })

  it('part again once the line is taken out', async () => {
    say('')
    expect(counts(await library.experts(9))).toEqual(['Ada Corrigan 3', 'Bob Hale 2', 'Robert Hale 1'])
  })
})

describe('several people of one name', () => {
  const TWO =
    '## Ada Corrigan (senator)\n- described: Senator\n## Ada Corrigan (oarswoman)\n- article: Title of regatta\n'
  beforeEach(() => say(TWO))

  it('are kept apart by what their articles are, and what fits none stays under the bare name', async () => {
    expect(counts(await library.experts(9))).toEqual([
      'Bob Hale 2',
      'Ada Corrigan (not told apart) 1',
      'Ada Corrigan (oarswoman) 1',
      'Ada Corrigan (senator) 1',
      'Robert Hale 1',
    ])
    expect(words(await library.statements('ada corrigan (senator)'))).toEqual(['Taxes rise'])
    expect(words(await library.statements('ada corrigan (oarswoman)', 1))).toEqual(['We won'])
    expect(words(await library.statements('ada corrigan'))).toEqual(['It was foggy'])
    expect(words((await library.statementsAt('ada corrigan (oarswoman)', 1)).statements)).toEqual(['We won'])
    expect(await library.descriptions('ada corrigan (senator)', 9)).toMatchObject([
      { description: 'the senator for Harrow' },
    ])
    expect(words(await library.unsureStatements('ada corrigan'))).toEqual(['Who said this'])
    expect(await library.expertsNamed(['ada corrigan (senator)'])).toMatchObject([
      { quotes: 1, description: 'the senator for Harrow', articles: 1, unsure: 0 },
    ])
    const [taxes] = await library.statements('ada corrigan (senator)')
    expect(library.keyOf(taxes!)).toBe('ada corrigan (senator)')
  })

  it('are asked about when the bare name is typed, and each answers to its own', async () => {
    expect(await find('Ada Corrigan')).toMatchObject({ kind: 'several', experts: [{}, {}, {}] })
    for (const { name } of await library.expertsStarting('corrigan', 9)) {
      expect(await find(name)).toMatchObject({ kind: 'one', expert: { name } })
    }
  })

  it('are told apart by outlet, and by nothing where two marks disagree', async () => {
    say('## Ada Corrigan (a)\n- outlet: the capital record\n## Ada Corrigan (b)\n- described: senator; oarswoman')
    expect(words(await library.statements('ada corrigan (a)'))).toEqual([])
    expect(words(await library.statements('ada corrigan (b)'))).toEqual(['We won'])
    expect(words(await library.statements('ada corrigan'))).toEqual(['It was foggy', 'Taxes rise'])
  })
})

describe('a typed name', () => {
  it('may be a nickname or the name it is short for', async () => {
    expect(await find('Bob Hale')).toMatchObject({ kind: 'one', expert: { name: 'Bob Hale' } })
    say('## Bob Hale\n- also: Bobby Hale')
    expect(await find('Rob Hale')).toMatchObject({ kind: 'several' })
    expect(await find('Bobby Hale')).toMatchObject({ kind: 'one', expert: { name: 'Bob Hale' } })
  })

  it('never finds whom the operator says it does not mean', async () => {
    say('## Bob Hale\n- not: Rob Hale\n## Robert Hale\n- not: Rob Hale')
    expect(await find('Rob Hale')).not.toHaveProperty('kind', 'one')
    expect(await find('Rob Hale')).not.toHaveProperty('kind', 'several')
  })

  it('may have initials; an initial in print is only asked about', async () => {
    const store = memoryStore()
    await store.library.add([
      entry('a', [{ by: 'A. Rahr', words: 'So' }]),
      entry('b', [{ by: 'Mira Novak', words: 'No' }]),
    ])
    library = knownLibrary(store.library, () => known)
    expect(await find('M. Novak')).toMatchObject({ kind: 'one', expert: { name: 'Mira Novak' } })
    expect(await find('A. Rahr')).toMatchObject({ kind: 'one', expert: { name: 'A. Rahr' } })
    expect(await find('Alexander Rahr')).toMatchObject({ kind: 'like', experts: [{ name: 'A. Rahr' }] })
  })
})
