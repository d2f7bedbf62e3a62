import { describe, expect, it } from 'vitest'
import { daysAfter, entry } from '../fakes/entries.ts'
import { button, newsroom, read } from '../fakes/newsroom.ts'

const room = await newsroom([])
await room.store.library.add([
  entry('a', [
    { by: 'Mira Novak', words: 'The treaty is dead', as: 'minister of trade' },
    { by: 'Mira Novak', words: 'a dead treaty', how: 'mixed' },
    { by: 'Mira Novak', words: 'it would rain', how: 'indirect' },
    { by: null, words: 'I never signed', perhaps: ['Mira Novak'] },
    { by: 'Bo Lind', words: 'It rains' },
  ]),
])

it('counts by kind, and what is unclear apart', async () => {
  const said = read(await room.ask('experts'))
  expect(said).toContain('Mira Novak · minister of trade · 1 direct, 1 in part, 1 reported; 1 unclear')
  expect(said).toContain('Bo Lind · 1 direct')
  expect(said).toContain('as the newest articles describe them. Direct is word for word, in part is')
})

it('counts only quotes with the word where one is asked about', async () => {
  const said = read(await room.ask('experts about:treaty'))
  expect(said).toContain('Mira Novak · minister of trade · 1 direct, 1 in part\n')
  expect(said).not.toContain('Bo Lind')
})

describe('a subject by which articles describe somebody', async () => {
  const desk = await newsroom([])
  await desk.store.library.add([
    entry(
      'chief',
      [
        { by: 'Jens Holt', words: 'We will act at once', as: 'the NATO secretary general' },
        { by: 'Jens Holt', words: 'Nobody will be left alone' },
        { by: 'Ada Berg', words: 'NATO has to pay' },
      ],
      { text: 'A day at NATO.' },
    ),
    entry('other', [{ by: 'Jens Holt', words: 'I like fishing' }]),
  ])

  it('lists them behind those who spoke of it, and says so', async () => {
    const said = read(await desk.ask('experts about:NATO'))
    expect(said).toMatch(/Ada Berg · 1 direct\nJens Holt · the NATO secretary general · 2 direct · only described so\n/)
  })

  it('gives what they say there, behind what has the word', async () => {
    await desk.store.library.add([
      entry('nato', [{ by: 'Jens Holt', words: 'NATO is ready' }], { published: daysAfter(-9) }),
    ])
    const first = await desk.ask('quote Holt about:NATO')
    expect(read(first)).toContain('NATO is ready')
    expect(read(first)).toContain('1 of 3 about “NATO”')
    const second = await desk.run(button(first, 'Next'))
    expect(read(second)).toContain('We will act at once')
    expect(read(await desk.ask('quote Berg about:secretary'))).toContain('does not mention “secretary”')
  })
})

it('says how many there are, and pages on to them', async () => {
  const desk = await newsroom([])
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const names = Array.from({ length: 53 }, (_, at) => `${letters[at % 26]}o${letters[Math.floor(at / 26)]} Marsh`)
  await desk.store.library.add(names.map((by, at) => entry(`m${at}`, [{ by, words: 'It rains' }])))
  const listed = (said: string) => said.match(/\w+ Marsh · 1 direct/g) ?? []
  const first = await desk.ask('experts')
  expect(read(first)).toContain('53 names, most quoted first, page 1 of 3')
  const second = await desk.run(button(first, 'Next'))
  const third = await desk.run(button(second, 'Next'))
  const all = [first, second, third].flatMap((reply) => listed(read(reply)))
  expect(all).toHaveLength(53)
  expect(new Set(all).size).toBe(53)
  expect(() => button(third, 'Next')).toThrow()
  expect(await desk.ask('experts page:2')).toEqual(second)
})
