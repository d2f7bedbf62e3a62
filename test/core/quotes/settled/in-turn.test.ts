import { describe, expect, test } from 'vitest'
import { whoSaid } from '../speakers/who-said.ts'

describe('two who speak in one sentence', () => {
  test.each([
    ['Ann Lee said “yes” and Tom Egan “no”.', ['Ann Lee', 'Tom Egan']],
    ['Ann Lee said “yes”, Tom Egan “no”.', ['Ann Lee', 'Tom Egan']],
    ['Ann Lee said she was “shocked”, Tom Egan that he was “delighted”.', ['Ann Lee', 'Tom Egan']],
    ['Ann Lee said “the pier is finished”; Tom Egan, “we will build another”.', ['Ann Lee', 'Tom Egan']],
    ['“It is gone,” admitted Ann Lee; “we will build another,” said Tom Egan.', ['Ann Lee', 'Tom Egan']],
    ['“It is gone,” Ann Lee admitted; “We will build another,” said Tom Egan.', ['Ann Lee', 'Tom Egan']],
    ['Ann Lee said: “Yes.” Tom Egan: “No.”', ['Ann Lee', 'Tom Egan']],
  ])('have each their own words: %s', (text, who) => {
    expect(whoSaid(text).map(([, speaker]) => speaker)).toEqual(who)
  })

  test('are not told apart where one may be called so or say so', () => {
    const said = whoSaid('Ann Lee called it “a disgrace” and Tom Egan “a fool”.')
    expect(said.map(([, speaker]) => speaker)).toEqual(['Ann Lee', null])
  })

  test.each([
    'Ann Lee called it “a disgrace” and “a shame”.',
    'Ann Lee called Bob Carr “a disgrace” and Tom Egan “a fool”.',
    'Ann Lee praised “the team” and Tom Egan “in particular”.',
    'Ann Lee said the plan was “dead”; it had been “a folly”, she added.',
  ])('are one where the second is only told of: %s', (text) => {
    expect(whoSaid(text).map(([, speaker]) => speaker)).toEqual(['Ann Lee', 'Ann Lee'])
  })
})

describe('of two, one who said it and one who did not', () => {
  test.each([
    'Not Bob Carr but Tom Egan said: “The pier is finished.”',
    'It was Tom Egan, not Bob Carr, who said: “The pier is finished.”',
    'It was not Bob Carr but Tom Egan who said “the pier is finished”.',
    '“The pier is finished,” said not Bob Carr but Tom Egan.',
    'Tom Egan, not Bob Carr, said: “The pier is finished.”',
    'Tom Egan, though not a lawyer, said: “The pier is finished.”',
  ])('it is who did: %s', (text) => {
    expect(whoSaid(text).map(([, speaker]) => speaker)).toEqual(['Tom Egan'])
  })

  test.each([
    'It was not Bob Carr who said: “The pier is finished.”',
    'It wasn’t Bob Carr who said “the pier is finished”.',
    'Not even Bob Carr said: “The pier is finished.”',
    'Ann Lee said she did not call him “a liar”.',
    'Bob Carr has never called her “a liar”.',
  ])('and nobody where nobody is said to have: %s', (text) => {
    expect(whoSaid(text)).toEqual([])
  })
})
