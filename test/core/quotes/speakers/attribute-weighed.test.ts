import { expect, test } from 'vitest'
import { analyze } from '../../english.ts'

test('a name and a pronoun for the same one count together', () => {
  const text =
    'Her comrade of five decades, the retired trade unionist Bo Berg, described Mary Moll as “a giant”. ' +
    'He remembered how she had once kept a committee waiting for two hours.\n\n' +
    '“Somebody shouted, ‘Wait!’ And Mary — she didn’t even look up — she said, ‘Then it can hold the pins.’”'
  const { quotes, people } = analyze({ title: '', text })
  const alone = quotes.find(({ kind }) => kind === 'direct')!
  expect(people[alone.speaker!]!.name).toBe('Bo Berg')
  expect(alone.confidence).toBeGreaterThan(0.7)
})
