import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Figure } from '#core/analysis.ts'
import { findFigures } from '#core/figures/find-figures.ts'
import { slice } from '#core/text/span.ts'
import { split } from './split.ts'

const find = (text: string): readonly Figure[] => findFigures(text, split(text))
const written = (text: string): string[] => find(text).map((figure) => slice(text, figure))
/** The single figure of a text: as written, value, unit. */
function only(text: string): [string, number, string | undefined] {
  const figures = find(text)
  expect(figures).toHaveLength(1)
  return [slice(text, figures[0]!), figures[0]!.value, figures[0]!.unit]
}
function counted(text: string): string | undefined {
  const of = find(text)[0]?.of
  return of && slice(text, of)
}

describe('amounts', () => {
  test.each([
    ['It cost $1.4 billion.', '$1.4 billion', 1.4e9, 'USD'],
    ['It cost €3m.', '€3m', 3e6, 'EUR'],
    ['It cost £2.5bn.', '£2.5bn', 2.5e9, 'GBP'],
    ['It cost 300 million dollars.', '300 million dollars', 3e8, 'USD'],
    ['It cost US$5.', 'US$5', 5, 'USD'],
    ['It cost Rs 40 crore.', 'Rs 40 crore', 4e8, 'INR'],
    ['It cost 12,000 yen.', '12,000 yen', 12000, 'JPY'],
    ['It cost A$7.5 million.', 'A$7.5 million', 7.5e6, 'AUD'],
    ['It cost 20 cents.', '20 cents', 0.2, 'USD'],
    ['It cost five million pounds.', 'five million pounds', 5e6, 'GBP'],
    ['It cost 1.1 million euros.', '1.1 million euros', 1.1e6, 'EUR'],
    ['It cost 5 €.', '5 €', 5, 'EUR'],
    ['It cost EUR 12 million.', 'EUR 12 million', 12e6, 'EUR'],
    ['It cost 40m USD.', '40m USD', 4e7, 'USD'],
    ['It cost 3m yen.', '3m yen', 3e6, 'JPY'],
    ['It cost 90 pesos.', '90 pesos', 90, 'pesos'],
    ['The result was -$3 million.', '-$3 million', -3e6, 'USD'],
  ])('%s', (text, figure, value, unit) => {
    expect(only(text)).toEqual([figure, value, unit])
    expect(find(text)[0]!.kind).toBe('amount')
  })
})

describe('percentages', () => {
  test.each([
    ['Prices rose 5%.', '5%', 5, '%'],
    ['Prices rose five percent.', 'five percent', 5, '%'],
    ['Prices rose 2.5 per cent.', '2.5 per cent', 2.5, '%'],
    ['Prices rose half a percent.', 'half a percent', 0.5, '%'],
    ['Prices rose .15 percent.', '.15 percent', 0.15, '%'],
    ['Prices rose 5½ percent.', '5½ percent', 5.5, '%'],
    ['The change was -5%.', '-5%', -5, '%'],
    ['Prices rose 3 percentage points.', '3 percentage points', 3, 'percentage points'],
  ])('%s', (text, figure, value, unit) => {
    expect(only(text)).toEqual([figure, value, unit])
    expect(find(text)[0]!.kind).toBe('percentage')
  })
})

describe('counts and measures', () => {
  test.each([
    ['There were 1,200 people.', '1,200', 1200, undefined],
    ['There were three dozen officers.', 'three dozen', 36, undefined],
    ['There were a dozen boats.', 'a dozen', 12, undefined],
    ['There were half a million leaflets.', 'half a million', 5e5, undefined],
    ['There were two and a half million people.', 'two and a half million', 2.5e6, undefined],
    ['There were twenty-one ships.', 'twenty-one', 21, undefined],
    ['There were one hundred and five planes.', 'one hundred and five', 105, undefined],
    ['There were 12,00,000 voters.', '12,00,000', 1.2e6, undefined],
    ['There were 3m people.', '3m', 3e6, undefined],
    ['They carried 40,000 tonnes of wheat.', '40,000 tonnes', 40000, 'tonnes'],
    ['They walked 12 km.', '12 km', 12, 'km'],
    ['It is a 3m wall.', '3m', 3, 'm'],
    ['He stands 6\'2" tall.', '6\'2"', 74, 'in'],
    ['It went on for six weeks.', 'six weeks', 6, 'weeks'],
  ])('%s', (text, figure, value, unit) => {
    expect(only(text)).toEqual([figure, value, unit])
    expect(find(text)[0]!.kind).toBe('count')
  })

  test('a part whose noun stands in the sentence before is counted', () => {
    expect(written('There were 50 guests. Of these, 30 work here and the remaining 20 left.')).toEqual([
      '50',
      '30',
      '20',
    ])
  })
})

describe('ranges', () => {
  test.each([
    ['It grew 10-12 percent.', '10-12 percent', 10, 12],
    ['It cost between $3m and $4m.', '$3m and $4m', 3e6, 4e6],
    ['It cost $3-4 million.', '$3-4 million', 3e6, 4e6],
    ['It cost $500 to $1 million.', '$500 to $1 million', 500, 1e6],
    ['It takes from 5 to 7 people.', '5 to 7', 5, 7],
    ['It takes two or three men.', 'two or three', 2, 3],
  ])('%s', (text, figure, value, upTo) => {
    const [first, ...rest] = find(text)
    expect(rest).toEqual([])
    expect([slice(text, first!), first!.value, first!.upTo]).toEqual([figure, value, upTo])
  })

  test('a change from one value to another is two figures that share the unit', () => {
    const figures = find('The rate fell from 7 to 5 percent.')
    expect(figures.map(({ value, upTo, unit }) => [value, upTo, unit])).toEqual([
      [7, undefined, '%'],
      [5, undefined, '%'],
    ])
  })
})

describe('numbers that count nothing are left out', () => {
  test.each([
    'a date: He came on December 15, 2021 and left on 3 May.',
    'a year: The pact of 1997 held until 2014 elections.',
    'a time: It began at 5 p.m. and ended at 8:30.',
    'an ordinal: The 21st century and the third way.',
    'a decade: Music of the 1990s.',
    'an age: The 34-year-old and the man, 52, are 60 years old.',
    'a score: They won 3-1 and then 52-48.',
    'a phone number: Call 555-1234 or 1-800-555-1212 or +44 20 7946 0000.',
    'a version: Version 1.2.3 and iOS 14.3.',
    'a section: See Section 5, Article 12 and No. 3 first.',
    'a name: The Boeing 737, the F-16, the G20 and COVID-19.',
    'an address: It stands at 1600 Maple Avenue.',
    'a ratio: One in five people and nine out of ten dentists.',
    'a fraction: Some two-thirds of voters and three quarters of all.',
    'a point in time: It began 20 minutes ago, three days later than planned.',
    'a length of time used as an adjective: A five-day trip.',
    'an unsettled number: Several million people and dozens of cars.',
    'a multiple: It is three times as big.',
    'a date in digits: 12/25/2020 and 2020-12-25 and 9/11.',
    'a list of digits: 1,1,1,1,1.',
  ])('%s', (text) => {
    expect(written(text)).toEqual([])
  })

  test('numbers that open the lines of a list are left out', () => {
    expect(written('1. Wash the apples.\n2. Peel the apples.\n3) Eat.')).toEqual([])
  })
})

describe('what a figure counts', () => {
  test.each([
    ['Currently, the total cost of the two bridges amounts to $1.4 billion.', 'the total cost of the two bridges'],
    ['There were 1,200 striking dock workers at the gate.', 'striking dock workers'],
    ['Some 5% of rural voters stayed away.', 'rural voters'],
    ['She asked for a five percent increase in school spending from all towns.', 'increase in school spending'],
    ['They sent 40,000 tonnes of wheat.', 'wheat'],
    ['The town gave $5 million in aid.', 'aid'],
    ['Some 300 of its 2,000 miners left.', 'its 2,000 miners'],
    ['Twelve members of the council were absent.', 'members of the council'],
  ])('%s', (text, of) => {
    expect(text).toContain(of)
    const all = find(text).map((figure) => figure.of && slice(text, figure.of))
    expect(all).toContain(of)
  })

  test('nothing is given where the text does not say it beside the figure', () => {
    expect(counted('It rose to $5.')).toBeUndefined()
  })

  test('a paragraph number goes with each figure', () => {
    expect(find('It cost $5.\n\nThen it cost $6.').map(({ paragraph }) => paragraph)).toEqual([1, 2])
  })

  test('a line break inside a figure is read as a space', () => {
    const text = 'The town will spend $1.4\nbillion on the bridge.'
    expect(findFigures(text, [{ start: 0, end: text.length, paragraph: 1 }]).map(({ value }) => value)).toEqual([1.4e9])
  })
})

test('a sign between two numbers belongs to one of them', () => {
  const text = 'five€€1'
  expect(find(text).map((figure) => slice(text, figure))).toEqual(['five€'])
})

describe('any text', () => {
  const news = fc.array(
    fc.constantFrom(
      '$',
      '€',
      '1',
      '1.4',
      '1,200',
      ' ',
      '-',
      '–',
      'm',
      ' million',
      ' percent',
      '%',
      'five',
      ' of ',
      'the',
      ' people',
      '. ',
      '\n',
      '’',
      '"',
      'half a',
      ' to ',
      'a ',
    ),
    { maxLength: 40 },
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    news.map((parts) => parts.join('')),
  )

  test('gives figures in range, with text, in order and apart, and the same ones again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const figures = find(text)
        let end = 0
        for (const figure of figures) {
          expect(figure.start).toBeGreaterThanOrEqual(end)
          expect(figure.end).toBeGreaterThan(figure.start)
          expect(figure.end).toBeLessThanOrEqual(text.length)
          expect(Number.isFinite(figure.value)).toBe(true)
          if (figure.upTo !== undefined) expect(figure.upTo).toBeGreaterThan(figure.value)
          if (figure.of) {
            expect(slice(text, figure.of).trim()).not.toBe('')
            expect(figure.of.end).toBeLessThanOrEqual(text.length)
          }
          end = figure.end
        }
        expect(find(text)).toEqual(figures)
      }),
      { numRuns: 500 },
    )
  })

  test('has the same figures when an unrelated paragraph is put behind it', () => {
    fc.assert(
      fc.property(news, (parts) => {
        const text = parts.join('').replace(/\n/g, ' ')
        const longer = `${text}\n\nThe harbour will be closed on Monday, and the boats stay in it for as long as the storm goes on outside.`
        expect(findFigures(longer, split(longer))).toEqual(find(text))
      }),
      { numRuns: 300 },
    )
  })

  test.each(['1', '$', '1,', '1 ', '$1 ', 'five ', 'million ', '5%-', '1-', '6\'2" ', 'a hundred and ', '1.'])(
    'a hundred thousand characters of %j is read to its end',
    (part) => {
      const text = part.repeat(100_000 / part.length)
      expect(
        findFigures(text, [{ start: 0, end: text.length, paragraph: 1 }]).every(({ end }) => end <= text.length),
      ).toBe(true)
    },
  )
})
