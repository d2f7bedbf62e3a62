import { describe, expect, test } from 'vitest'
import { whoSaid } from './who-said.ts'

describe('what somebody tells that another said', () => {
  test.each([
    ['Ana Lund said Carl Dahl had said the plan was “dead”.', 'Carl Dahl', 'Ana Lund'],
    ['Ana Lund said that Carl Dahl said the plan was “dead”.', 'Carl Dahl', 'Ana Lund'],
    ['Ana Lund told Bo Berg that Carl Dahl had said the plan was “dead”.', 'Carl Dahl', 'Ana Lund'],
    ['Ana Lund said Carl Dahl had promised her the plan was “safe”.', 'Carl Dahl', 'Ana Lund'],
    ['Prosecutors said Ms Lund had complained the flat was “a cage”.', 'Lund', 'Prosecutors'],
    ['The prosecutor, Helen Marsh, said Carl Dahl had claimed the money was “a gift”.', 'Carl Dahl', 'Helen Marsh'],
    ['Ana Lund said that Carl Dahl had asked her, “Did we do something wrong?”', 'Carl Dahl', 'Ana Lund'],
    ['Ana Lund said Carl Dahl told her in May, “We did wrong.”', 'Carl Dahl', 'Ana Lund'],
    ['Ana Lund said her son had asked her over breakfast, “Mom, is it late?”', 'her son', 'Ana Lund'],
    ['Ana Lund said the union had warned that the plan was “dead”.', 'the union', 'Ana Lund'],
  ])('is the other’s, through whoever tells it: %s', (text, who, through) => {
    expect(whoSaid(text)).toEqual([[expect.any(String), who, expect.stringContaining(through)]])
  })

  test.each([
    'Ana Lund said the plan of Carl Dahl was “dead”.',
    'Ana Lund said the claim made by Carl Dahl was “dead”.',
    'Ana Lund said Carl Dahl knew the plan was “dead”.',
    'Ana Lund, who speculates the dams are “dead”, is an engineer.',
  ])('is hers where nobody is told to have said so: %s', (text) => {
    expect(whoSaid(text)).toEqual([['dead', 'Ana Lund']])
  })
})
