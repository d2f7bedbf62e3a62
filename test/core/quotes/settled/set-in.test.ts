import { describe, expect, test } from 'vitest'
import { whoSaid } from '../speakers/who-said.ts'

describe('a verb of saying set into the sentence, its subject behind it', () => {
  test.each([
    ['It was, said the mayor, “a bad day”.', 'the mayor'],
    ['The reason, said Ana Lund, was “bad luck”.', 'Ana Lund'],
    ['The ward was shut, said Ana Lund, “because it was cold”.', 'Ana Lund'],
    ['The mood, admitted Wanjiru Kamau, chair of the board, was “grim”.', 'Wanjiru Kamau'],
    ['The plan, said Ana Lund, the bakers’ leader, was “a bad joke”.', 'Ana Lund'],
    ['Farmers, claims Ravi Deshmukh, have been “left to rot”.', 'Ravi Deshmukh'],
    ['The new rule would, warned the union, “kill the trade”.', 'the union'],
    ['The tram, added Inspector Savita Rao, could only be “a death trap”.', 'Savita Rao'],
  ])('has the few marked words behind it: %s', (text, who) => {
    expect(whoSaid(text).map(([, name]) => name)).toEqual([who])
  })

  test.each([
    'The song, said Ana Lund, was called “Blue Moon”.',
    'The film, said Ana Lund, was “Blue Moon”.',
    'The drug, said Ana Lund, is known as “the blue”.',
    'The ward, said Ana Lund, a nurse in the so-called “blue room”, was cold.',
    'Bo Berg had, said Ana Lund, said “go home”.',
    'The ward was shut, said Ana Lund, and a sign said “closed”.',
  ])('and no title, name or sign: %s', (text) => {
    expect(whoSaid(text)).toEqual([])
  })

  test('and not what another tells behind it', () => {
    expect(whoSaid('Ana Lund, said Bo Berg, was called “a liar” by Carl Dahl.')).toEqual([['a liar', 'Carl Dahl']])
  })
})
