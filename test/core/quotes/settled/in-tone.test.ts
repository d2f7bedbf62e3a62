import { describe, expect, test } from 'vitest'
import { whoSaid } from '../speakers/who-said.ts'

describe('a sentence that tells how somebody speaks', () => {
  test.each([
    ['“We won,” Carl Dahl said. Captain Joe Fenn was more philosophical. “We go again.”', 'Joe Fenn'],
    ['“We won,” Carl Dahl said.\n\nPriya Nair, the captain, was less charitable. “We were poor.”', 'Priya Nair'],
    ['Carl Dahl hailed his side. Her shadow, Tom Greaves, was unimpressed. “That is no answer.”', 'Tom Greaves'],
    ['“We won,” Carl Dahl said. But the union was scathing. “We were never asked.”', 'the union'],
    ['“We won,” Carl Dahl said. Kofi Mensah remained defiant. “I will not go.”', 'Kofi Mensah'],
    ['“We won,” Carl Dahl said. But Ana Lund was less sure: “We go again.”', 'Ana Lund'],
    ['“It is well,” the source said. But one backbencher was less charitable: “She’s toast.”', 'one backbencher'],
  ])('leads to the words behind it: %s', (text, who) => {
    expect(whoSaid(text).at(-1)?.[1]).toBe(who)
  })

  test.each([
    ['Would Ana Lund stand again? She shakes her head. “No. Never again.”', ['Ana Lund']],
    ['Ana Lund smiled. “No.” A pause. “Never say never.”', ['Ana Lund', 'Ana Lund']],
    ['“It is done,” said Ana Lund. Then a long pause. “Or so I am told.”', ['Ana Lund', 'Ana Lund']],
    ['Carl Dahl shrugged. “Maybe,” said Ana Lund.', ['Ana Lund']],
    ['Carl Dahl shrugged off the claims. “Maybe he did.”', []],
  ])('or what they do instead, and a pause ends nothing: %s', (text, who) => {
    expect(whoSaid(text).map(([, speaker]) => speaker)).toEqual(who)
  })

  test.each([
    ['“We won,” Carl Dahl said. Joe Fenn was furious. “We go again,” Dahl said.', 'Carl Dahl'],
    ['“We won,” Carl Dahl said. Joe Fenn was furious with him. “We go again.”', 'Carl Dahl'],
    ['“We won,” Carl Dahl said. The plan was brutal. “We go again.”', 'Carl Dahl'],
  ])('and to none that are another’s: %s', (text, who) => {
    expect(whoSaid(text).at(-1)?.[1]).toBe(who)
  })
})
