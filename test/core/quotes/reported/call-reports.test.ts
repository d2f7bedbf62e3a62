import { describe, expect, test } from 'vitest'
import { analyze } from '../../english.ts'

const told = (text: string) => {
  const { quotes, people } = analyze({ title: '', text })
  return quotes.map(({ spans, speaker }) => [
    spans.map(({ start, end }) => text.slice(start, end)).join(' … '),
    speaker === null ? null : people[speaker]!.name,
  ])
}

describe('what somebody calls for, by a noun', () => {
  test.each([
    ['Carl Dahl renewed his call for a boycott of the games.', 'a boycott of the games', 'Carl Dahl'],
    ['Ana Lund made an impassioned plea for calm in the town on Monday.', 'calm in the town', 'Ana Lund'],
    ['Ana Lund stood by her demand for an inquiry into the fire.', 'an inquiry into the fire', 'Ana Lund'],
    [
      'The union renewed its demand for a rise of five per cent, but the board refused.',
      'a rise of five per cent',
      null,
    ],
  ])('is told: %s', (text, words, who) => {
    expect(told(text)).toEqual([[words, who]])
  })

  test.each([
    'Carl Dahl rejected her call for a boycott of the games.',
    'Carl Dahl ignored a call for a boycott of the games.',
    'Ana Lund took a call for an hour on Monday.',
    'Her call for a boycott of the games was ignored.',
  ])('is not, where another’s is told of: %s', (text) => {
    expect(told(text)).toEqual([])
  })
})

describe('what somebody warns against', () => {
  test.each([
    ['Ana Lund warned residents against dumping refuse in canals.', 'dumping refuse in canals'],
    ['The mayor warned the council against closing the old baths.', 'closing the old baths'],
    ['Ana Lund warned against voting for the plan.', 'voting for the plan'],
  ])('is told without whom and “against”: %s', (text, words) => {
    expect(told(text).map(([own]) => own)).toEqual([words])
  })
})
