import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Person, Quote } from '#core/analysis.ts'
import { findFigures } from '#core/figures/find-figures.ts'
import { chooseKeyPoints } from '#core/summary/key-points.ts'
import type { Outline } from '#core/summary/outline.ts'
import { findParagraphs } from '#core/text/paragraphs.ts'
import { findSentences } from '#core/text/sentences.ts'
import { type Span, slice } from '#core/text/span.ts'

function outline(text: string, quotes: readonly Quote[] = [], people: readonly Person[] = [], title = ''): Outline {
  const paragraphs = findParagraphs(text)
  const sentences = findSentences(text, paragraphs, new Set())
  return { title, text, paragraphs, sentences, quotes, people, figures: findFigures(text, sentences) }
}
const choose = (text: string, quotes?: readonly Quote[], people?: readonly Person[], title?: string): string[] =>
  chooseKeyPoints(outline(text, quotes, people, title)).map((point) => slice(text, point))

function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words)
  expect(start).toBeGreaterThanOrEqual(0)
  return { start, end: start + words.length }
}
function quoteOf(text: string, words: readonly string[], mention: string): Quote {
  const spans = words.map((one) => spanOf(text, one))
  return {
    kind: 'direct',
    spans,
    paragraph: 1,
    speaker: 0,
    mention: spanOf(text, mention),
    confidence: 1,
    reason: 'test',
  }
}

/** Five sentences that nothing speaks against, in two paragraphs. */
const FERRY = [
  'The town of Ostrel will close its old ferry across the river Nam in the coming spring.',
  'A new bridge for cars and bicycles opens north of the harbour in the same month.',
  'Shops along the harbour fear that fewer visitors of the river will pass their doors.',
]
const BUDGET = [
  'The council of Ostrel gave $4 million to the ferry during the previous budget.',
  'Engineers from Varn measured the depth of the water at nine places near the pier.',
]
const TOWN = `${FERRY.join(' ')}\n\n${BUDGET.join(' ')}`

describe('what is chosen', () => {
  test('at most three whole sentences of the article, in text order, with their paragraph', () => {
    const points = chooseKeyPoints(outline(TOWN))
    expect(points.length).toBeGreaterThan(0)
    expect(points.length).toBeLessThanOrEqual(3)
    for (const point of points) {
      const written = slice(TOWN, point)
      expect([...FERRY, ...BUDGET]).toContain(written)
      expect(point.paragraph).toBe(FERRY.includes(written) ? 1 : 2)
    }
    expect(points.map(({ start }) => start)).toEqual(points.map(({ start }) => start).toSorted((a, b) => a - b))
  })

  test('a sentence that the title speaks of goes before one that it does not', () => {
    const title = 'Engineers measured the depth of water near the pier'
    expect(choose(TOWN, [], [], title)).toContain(BUDGET[1])
    expect(choose(TOWN)).not.toContain(BUDGET[1])
  })

  test('a third sentence comes only where all three are short, and nothing weaker in its place', () => {
    const short = ['The town of Ostrel will close its old ferry.', 'A new bridge opens north of the harbour of Ostrel.']
    const third = 'Shops along the harbour of Ostrel fear for the ferry.'
    const long = `${third.slice(0, -1)}, for its passengers bought bread, newspapers and coffee on the quay each morning before work, and nobody knows where the cars on the bridge will stop.`
    const rest = 'Engineers measured the depth of water. Nobody knew of any other plan then.'
    expect(choose(`${short.join(' ')} ${third} ${rest}`)).toHaveLength(3)
    expect(choose(`${short.join(' ')} ${long} ${rest}`)).toEqual(short)
  })

  test('an agency named without a place is left off; with one it stays', () => {
    const rest = `${FERRY.slice(1).join(' ')}\n\n${BUDGET.join(' ')}`
    expect(choose(`(AP) — ${FERRY[0]} ${rest}`)).toContain(FERRY[0])
    expect(choose(`(AP)${FERRY[0]} ${rest}`)).toContain(FERRY[0])
    expect(choose(`OSTREL, Nam (AP) — ${FERRY[0]} ${rest}`)).toContain(`OSTREL, Nam (AP) — ${FERRY[0]}`)
  })

  test('what was said once is not said again', () => {
    const again = 'The old ferry across the river Nam in the town of Ostrel will close in the coming spring.'
    const points = choose(`${FERRY[0]} ${again} ${FERRY[1]} ${FERRY[2]} ${BUDGET.join(' ')}`)
    expect(points).toContain(FERRY[0])
    expect(points).not.toContain(again)
  })
})

describe('what has no key points', () => {
  test.each([
    ['an empty text', ''],
    ['a note of two sentences', FERRY.slice(0, 2).join(' ')],
    [
      'a list',
      'Two pounds of apples\nOne pound of flour\nThree eggs\nA pinch of salt\nStir it all well for ten minutes or so.',
    ],
    ['lines of a table', 'Ostrel 3 1 0 10\nVarn 2 2 0 8\nNam 1 0 3 3\nPier 0 1 3 1'],
  ])('%s', (_name, text) => {
    expect(choose(text)).toEqual([])
  })
})

describe('a sentence that points at what is not shown is left out', () => {
  test.each([
    'He will close the old ferry of the town of Ostrel across the river Nam in spring.',
    'They will close the old ferry of the town of Ostrel across the river Nam in spring.',
    'It will close the old ferry of the town of Ostrel across the river Nam in spring.',
    'However, the town of Ostrel will close the old ferry across the river Nam in spring.',
    'Moreover, the town of Ostrel will close the old ferry across the river Nam in spring.',
    'The town of Ostrel, however, will close the old ferry across the river Nam in spring.',
    'This means that the town of Ostrel will close the old ferry across the river Nam.',
    'Such a ferry across the river Nam is what the town of Ostrel will close in spring.',
    'The former will close the old ferry of the town of Ostrel across the river Nam.',
    'The expert said that Ostrel will close the old ferry across the river Nam in spring.',
    'In this case the town of Ostrel will close the old ferry across the river Nam.',
    'Much of this is why the town of Ostrel will close the old ferry across the river Nam.',
    'OSTREL, Nam (AP) — He will close the old ferry of the town across the river in spring.',
    'The suspect crossed the river Nam to the town of Ostrel by the old ferry in spring.',
    'On Monday she closed the old ferry of the town of Ostrel across the river Nam.',
    'No, the town of Ostrel will not close the old ferry across the river Nam in spring.',
    'Instead, the town of Ostrel will close the old ferry across the river Nam in spring.',
    'Both towns will close the old ferry between Ostrel and Varn across the river Nam.',
    'Later the town of Ostrel will close the old ferry across the river Nam for good.',
    'The former mayor closed the old ferry of the town of Ostrel across the river Nam.',
    'Most of them closed the old ferry of the town of Ostrel across the river Nam.',
  ])('%s', (leaning) => {
    // Two short lines before it: nothing that could be shown just above.
    expect(choose(`${leaning} Why? ${FERRY.slice(1).join(' ')}\n\n${BUDGET.join(' ')}`)).not.toContain(leaning)
  })

  test.each([
    'Mayor Ilse Brandt said she would close the old ferry of Ostrel across the river Nam.',
    'The towns by the river Nam say they will close the old ferry of Ostrel in spring.',
    'The ferry of the town of Ostrel across the river Nam will make its last trip in spring.',
    'A driver from Ostrel lost his way on the old ferry across the river Nam this week.',
    'In her first year, Mayor Ilse Brandt closed the old ferry of Ostrel across the river Nam.',
    'OSTREL, Nam (AP) — The town will close its old ferry across the river in spring.',
    'It is clear that the town of Ostrel will close the old ferry across the river Nam.',
    'The suspect accused of a theft in Ostrel crossed the river Nam by the old ferry.',
    'The town of Ostrel said “we will close it” of its old ferry across the river Nam.',
    'No ferry will cross the river Nam between the town of Ostrel and Varn in spring.',
    'Instead of the old ferry, the town of Ostrel will have a bridge across the river Nam.',
    'Rather than mend the old ferry, the town of Ostrel will close it in spring.',
    'Both Ostrel and Varn will close the old ferry across the river Nam in spring.',
    'Later this year the town of Ostrel will close the old ferry across the river Nam.',
    'Earlier Monday, the town of Ostrel closed the old ferry across the river Nam.',
    'Though lacking money, the town of Ostrel will close the old ferry across the river Nam.',
    'The former mayor of Ostrel, Ilse Brandt, closed the old ferry across the river Nam.',
    'Forty people, most of them from Ostrel, crossed the river Nam by the old ferry.',
    'The old ferry of Ostrel crosses the river Nam with hardly any passengers these days.',
    'It’s unclear whether the town of Ostrel will close the old ferry across the river Nam.',
  ])('but not one that names what it means: %s', (sentence) => {
    expect(choose(`${sentence} ${FERRY.slice(1).join(' ')}\n\n${BUDGET.join(' ')}`)).toContain(sentence)
  })

  test('what leans on the sentence shown just above it may follow that sentence', () => {
    const first = 'Mayor Ilse Brandt of Ostrel will close the old ferry across the river Nam in spring.'
    const second = 'She wants a bridge for cars and bicycles from Varn to the shops north of the pier.'
    const points = choose(
      `${first} ${second} ${FERRY[2]} ${BUDGET.join(' ')}`,
      [],
      [],
      'A bridge for cars and bicycles',
    )
    expect(points).toContain(second)
    expect(points[points.indexOf(second) - 1]).toBe(first)
  })

  test('a surname alone may be shown where the sentence says who that is', () => {
    const lead = 'Brandt, a retired teacher, closed the old ferry of the town of Ostrel across the river Nam.'
    const text = `${lead} ${FERRY.slice(1).join(' ')}\n\n${BUDGET.join(' ')} Mayor Ilse Brandt was born in Varn near the river.`
    const mentions = [spanOf(text, 'Brandt'), spanOf(text, 'Ilse Brandt')]
    const brandt: Person = { name: 'Ilse Brandt', kind: 'person', mentions, descriptions: [] }
    expect(choose(text, [], [brandt])).toContain(lead)
  })

  test('a surname alone is left out where nobody shows whose it is', () => {
    const lead = 'Brandt closed the old ferry of the town of Ostrel across the river Nam in spring.'
    const text = `${lead} ${FERRY.slice(1).join(' ')}\n\n${BUDGET.join(' ')} Mayor Ilse Brandt was born in Varn near the river.`
    const mentions = [spanOf(text, 'Brandt'), spanOf(text, 'Ilse Brandt')]
    const brandt: Person = { name: 'Ilse Brandt', kind: 'person', mentions, descriptions: [] }
    expect(choose(text, [], [brandt])).not.toContain(lead)
    expect(choose(text, [], [brandt], 'Brandt closes the ferry')).toContain(lead)
  })
})

describe('no quote is cut', () => {
  const rest = `${FERRY.slice(1).join(' ')}\n\n${BUDGET.join(' ')}`

  test('a quote that runs over two sentences leaves both out', () => {
    const text = `“The old ferry of the town of Ostrel closes in spring. The ferry is old,” said Ilse Brandt of the river town. ${rest}`
    const quotes = [
      quoteOf(text, ['The old ferry of the town of Ostrel closes in spring. The ferry is old,'], 'Ilse Brandt'),
    ]
    for (const point of choose(text, quotes)) expect(point).not.toMatch(/[“”]/)
  })

  test('nor does a mark without its fellow pass, even if no quote was found there', () => {
    const text = `“The old ferry of the town of Ostrel closes in spring near the river Nam. ${rest}`
    expect(choose(text)[0]).not.toMatch(/“/)
  })

  test('an utterance in two parts is shown with both or not at all', () => {
    const text = `“The ferry of Ostrel is old,” said Ilse Brandt of the town. “The river town of Ostrel needs a bridge.” ${rest}`
    const quotes = [
      quoteOf(text, ['The ferry of Ostrel is old,', 'The river town of Ostrel needs a bridge.'], 'Ilse Brandt'),
    ]
    for (const point of choose(text, quotes)) expect(point).not.toMatch(/[“”]/)
  })

  test('a quote is not shown without the words that say whose it is', () => {
    const text = `“The old ferry of the town of Ostrel closes in the spring.” That is what Ilse Brandt said at the pier. ${rest}`
    const quotes = [quoteOf(text, ['The old ferry of the town of Ostrel closes in the spring.'], 'Ilse Brandt')]
    for (const point of choose(text, quotes)) expect(point).not.toMatch(/[“”]/)
  })

  test('a sentence that holds its quote and its speaker may be chosen', () => {
    const sentence = 'The town of Ostrel must close “a ferry like this one,” said Mayor Ilse Brandt of the river town.'
    const text = `${sentence} ${rest}`
    expect(choose(text, [quoteOf(text, ['a ferry like this one,'], 'Ilse Brandt')])).toContain(sentence)
  })
})

test('any text gives whole sentences in order, and the same ones again', () => {
  const parts = fc.array(
    fc.constantFrom(
      ...FERRY,
      ...BUDGET,
      'However, ',
      'She said so.',
      '“Yes. ',
      'No,” he said. ',
      '\n\n',
      ' ',
      '"',
      'It is a long way to the town of Varn by the river.',
    ),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(
      fc.oneof(
        parts.map((list) => list.join('')),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        const given = outline(text)
        const points = chooseKeyPoints(given)
        expect(points.length).toBeLessThanOrEqual(3)
        let end = 0
        for (const point of points) {
          expect(given.sentences).toContainEqual({ start: point.start, end: point.end, paragraph: point.paragraph })
          expect(point.start).toBeGreaterThanOrEqual(end)
          end = point.end
        }
        expect(chooseKeyPoints(given)).toEqual(points)
      },
    ),
    { numRuns: 300 },
  )
})
