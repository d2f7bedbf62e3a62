import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FigureCheck } from '#core/analysis.ts'
import { checkFigures } from '#core/figures/check-figures.ts'
import { findFigures } from '#core/figures/find-figures.ts'
import { split } from './split.ts'

function check(text: string): readonly FigureCheck[] {
  const sentences = split(text)
  return checkFigures(text, findFigures(text, sentences), sentences)
}
const found = (text: string): [string, string][] => check(text).map(({ kind, working }) => [kind, working])

describe('parts against their total', () => {
  test('a sum that is another number than the stated total is shown with its working', () => {
    const text =
      'The harbour budget amounts to $1.4 billion. Of this, $968 billion comes from the state, while the remaining towns give $507 billion.'
    expect(check(text)).toEqual([
      {
        kind: 'sum',
        figures: [0, 1, 2],
        working: '$968 billion + $507 billion = $1,475 billion; the article gives $1.4 billion.',
      },
    ])
  })

  test.each([
    ['Of this sum, €7 million goes to schools, while the rest, €3 million, pays for roads.', '€10 million'],
    ['Of this, €7 million goes to schools. The remaining €3 million pays for roads.', '€10 million'],
    ['Schools get €7 million, and the remaining €3 million goes to roads.', '€10 million'],
  ])('The town has a total of €12 million. %s', (rest, sum) => {
    expect(found(`The town has a total of €12 million. ${rest}`)).toEqual([
      ['sum', `€7 million + €3 million = ${sum}; the article gives €12 million.`],
    ])
  })

  test.each([
    [
      'The plan costs £40m, of which £30m is public and the remaining £20m private.',
      '£30m + £20m = £50m; the article gives £40m.',
    ],
    ['Of the 50 pupils, 30 are girls and the remaining 10 are boys.', '30 + 10 = 40; the article gives 50.'],
    ['A total of 120 people came: 70 men and 60 women.', '70 + 60 = 130; the article gives 120.'],
    [
      'The fund holds $5 million. Of this, $7 million is in shares.',
      '$7 million is given as a part of $5 million, and is more than it.',
    ],
    [
      'The fund holds about $5 billion. Of that, $7 million is in shares and the rest, $3 million, is in cash.',
      '$7 million + $3 million = $10 million; the article gives $5 billion.',
    ],
  ])('%s', (text, working) => {
    expect(found(text)).toEqual([['sum', working]])
  })

  test.each([
    'a sum that fits: The town has €12 million. Of this, €7 million goes to schools, while the remaining €5 million pays for roads.',
    'rounding: The town has €12.1 million. Of this, €7 million goes to schools, while the remaining €5 million pays for roads.',
    'a total cut off: The total is $1.4 trillion. Of this, $968 billion is public, while the remaining $507 billion is private.',
    'a lower bound: The town has more than €12 million. Of this, €8 million goes to schools, while the remaining €5 million pays for roads.',
    'an estimate: The town has €12 million. Of this, about €7 million goes to schools, while the remaining €6 million pays for roads.',
    'a range: The town has €12-14 million. Of this, €9 million goes to schools, while the remaining €6 million pays for roads.',
    'parts not said to be all: The fund holds $5 million. Of this, $2 million is in shares and $1 million in cash.',
    'parts that may overlap: Of the 50 pupils, 30 play football and 25 play tennis.',
    'a whole that is not clear: The budget rose from €12 million to €15 million. Of this, €7 million goes to schools, the rest, €3 million, to roads.',
    'details in words: Of the 50 pupils, 30 came in two buses and the remaining 20 walked.',
    'another unit: The town has €12 million. Of this, $7 million is in shares and the rest, $3 million, is in cash.',
  ])('nothing is said about %s', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('shares of one whole', () => {
  test.each([
    ['In all, 62 percent voted in favor and 45 percent voted against.', '62 percent + 45 percent = 107 percent'],
    [
      'Here 48 percent said yes, 40 percent said no and 25 percent were undecided.',
      '48 percent + 40 percent + 25 percent = 113 percent',
    ],
    ['Sales are divided between Europe (50%), Asia (40%) and America (30%).', '50% + 40% + 30% = 120%'],
    [
      'Coal gives 40 percent, gas 30 percent and wind the remaining 20 percent.',
      '40 percent + 30 percent + 20 percent = 90 percent',
    ],
  ])('%s', (text, working) => {
    expect(found(text)).toEqual([['percentages', `${working}; the article presents them as shares of one whole.`]])
  })

  test.each([
    'rounding: Here 48 percent said yes, 40 percent said no and 13 percent were undecided.',
    'two groups: Here 62 percent of men voted in favor and 45 percent of women voted against.',
    'two times: Support rose from 52 percent to 60 percent, while 45 percent were against.',
    'shares that may overlap: Here 70 percent read novels and 60 percent read news.',
  ])('nothing is said about %s', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('one thing given twice', () => {
  test('two values for the same words are shown', () => {
    expect(
      found(
        'The total cost of the bridge is $5 million. People cheer. The total cost of the bridge is $8 million, the mayor said.',
      ),
    ).toEqual([['restated', '“The total cost of the bridge” is given as $5 million and again as $8 million.']])
  })

  test('a later mention with "the" refers back to the first one', () => {
    expect(
      found('The council wants a $45 million bridge. Work is near. The $54 million bridge will be 2 km long.'),
    ).toEqual([['restated', '“bridge” is given as $45 million and again as $54 million.']])
  })

  test('the same digits with another magnitude are shown as such', () => {
    expect(
      found('The ministry signed a $3.2 million contract. It is long. The $3.2 billion contract is for ten years.'),
    ).toEqual([
      ['magnitude', '$3.2 million and $3.2 billion are given for the same thing: the same digits, 1,000 times apart.'],
    ])
  })

  test.each([
    'two years: The income of the firm was $5 million in 2019. The income of the firm was $8 million in 2020.',
    'two versions: The total cost of the bridge was $5 million at first. The total cost of the bridge is now $8 million.',
    'two things: The council wants a $45 million bridge. It also wants a $54 million tunnel.',
    'one digit by chance: The firm won a $3 million contract. A rival won a $3 billion contract.',
    'two groups of one name: Six patients were treated. The party was for 12 patients.',
    'a set picked out: The storm hit 1,200 farm workers. The 400 farm workers who had no roof went to the school.',
    'the same value written twice: The council wants a $45 million bridge. The $45 million bridge is long.',
  ])('nothing is said about %s', (text) => {
    expect(found(text)).toEqual([])
  })
})

test('any text is checked without a throw, and every check names figures that exist', () => {
  const parts = fc.array(
    fc.constantFrom(
      '$5 million',
      '$7 billion',
      '60 percent',
      'Of this, ',
      'the remaining ',
      ' and ',
      '. ',
      'the total ',
      ' is ',
      '30 people',
      ', of which ',
      ' undecided',
      'The bridge',
      '0%',
      '\n',
    ),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(
      fc.oneof(
        parts.map((list) => list.join('')),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        const sentences = split(text)
        const figures = findFigures(text, sentences)
        const checks = checkFigures(text, figures, sentences)
        for (const one of checks) {
          expect(one.figures.length).toBeGreaterThan(1)
          for (const index of one.figures) expect(figures[index]).toBeDefined()
          expect(one.working).toMatch(/\.$/)
        }
        expect(checkFigures(text, figures, sentences)).toEqual(checks)
      },
    ),
    { numRuns: 500 },
  )
})

test('a sentence of many thousand figures is read to its end', () => {
  const text = `The fund has $5. Of this, ${'$1 is red and '.repeat(20_000)}the remaining $9 is 40% blue, ${'50% red and '.repeat(20_000)}the rest 60%.`
  expect(found(text)).toEqual([])
})
