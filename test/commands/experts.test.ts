import { expect, it } from 'vitest'
import { entry } from '../fakes/entries.ts'
import { newsroom, read } from '../fakes/newsroom.ts'

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
  expect(said).toContain('as the newest articles describe them')
})

it('counts only quotes with the word where one is asked about', async () => {
  const said = read(await room.ask('experts about:treaty'))
  expect(said).toContain('Mira Novak · minister of trade · 1 direct, 1 in part\n')
  expect(said).not.toContain('Bo Lind')
})
