import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contains, slice } from '#core/text/span.ts'
import { analyze } from '../../english.ts'

/** What is quoted inside others' words: the words, whose they are, and who passes them on. */
function nestedIn(text: string): readonly (readonly [words: string, by: string | null, told: string | null])[] {
  const { quotes, people } = analyze({ title: '', text })
  const nameOf = (speaker: number | null) => (speaker === null ? null : people[speaker]!.name)
  return quotes.flatMap(({ kind, spans, speaker, inside }) =>
    kind === 'nested'
      ? [
          [
            spans.map((span) => slice(text, span)).join(' … '),
            nameOf(speaker),
            nameOf(quotes[inside!]!.speaker),
          ] as const,
        ]
      : [],
  )
}

const FIRST = ['Ana', 'Tessa', 'Ivor', 'Maud', 'Tobias', 'Cora', 'Felix', 'Hamish', 'Wilma']
const LAST = ['Lund', 'Brink', 'Castellan', 'Okonjo', 'Renn', 'Mayne', 'Arden', 'Orde', 'Stott']
const name = fc.tuple(fc.constantFrom(...FIRST), fc.constantFrom(...LAST)).map((words) => words.join(' '))
const two = fc.tuple(name, name).filter(([a, b]) => a.split(' ').every((word) => !b.includes(word)))
const clause = fc.constantFrom('We will rebuild it before the winter', 'Nobody told us about that', 'It won’t hold')

type Order = (words: string, who: string) => string
const within = fc.constantFrom<Order>(
  (words, who) => `${who} told me, ‘${words},’ and I believed it`,
  (words, who) => `Then ${who} said: ‘${words},’ in front of everybody`,
  (words, who) => `‘${words},’ ${who} said at the gate`,
  (words, who) => `‘${words},’ said ${who}, and I laughed`,
  (words, who) => `The paper quoted ${who} as saying, ‘${words},’ on its first page`,
  (words, who) => `According to ${who}, ‘${words},’ and that was all`,
)
const around = fc.constantFrom<Order>(
  (words, who) => `“${words},” ${who} recalled.`,
  (words, who) => `“${words},” said ${who}.`,
  (words, who) => `${who} said: “${words}.”`,
  (words, who) => `${who} told the inquiry: “${words}.”`,
)
const marks = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.replace(/[“”]/g, '"').replace(/[‘’](?!t)/g, "'"),
  (text) => text.replace(/[“”]|[‘’](?!t)/g, (mark) => ({ '“': '‘', '”': '’', '‘': '“', '’': '”' })[mark] ?? mark),
)

describe('a quote planted inside another', () => {
  test('is found in every order and style of marks, under who says it, with who passes it on', () => {
    fc.assert(
      fc.property(clause, two, within, around, marks, (words, [inner, outer], inside, outside, restyle) => {
        const text = restyle(outside(inside(words, inner), outer))
        expect(nestedIn(text)).toEqual([[`${restyle(words)},`, inner, outer]])
      }),
      { numRuns: 200 },
    )
  })

  test('is still the outer speaker’s as well, word for word', () => {
    fc.assert(
      fc.property(clause, two, within, around, (words, [inner, outer], inside, outside) => {
        const text = outside(inside(words, inner), outer)
        const { quotes, people } = analyze({ title: '', text })
        const whole = quotes.filter(({ kind }) => kind === 'direct')
        expect(whole.map(({ speaker }) => people[speaker!]!.name)).toEqual([outer])
        expect(slice(text, whole[0]!.spans[0]!)).toContain(`‘${words},’`)
      }),
      { numRuns: 100 },
    )
  })

  test('names the speaker alone where another name is put in', () => {
    fc.assert(
      fc.property(clause, two, within, around, (words, [inner, outer], inside, outside) => {
        const of = (who: string) => nestedIn(outside(inside(words, who), outer)).map(([said, , told]) => [said, told])
        expect(of(inner)).toEqual(of('Sigrid Halloran'))
      }),
      { numRuns: 100 },
    )
  })

  test('is nobody’s where it was never said', () => {
    const unreal = fc.constantFrom<Order>(
      (words, who) => `${who} will say, ‘${words},’ to anybody`,
      (words, who) => `If ${who} says, ‘${words},’ we go`,
      (words, who) => `${who} never said, ‘${words},’ in my hearing`,
      (words, who) => `${who} can’t tell us, ‘${words},’ every year`,
      (words, who) => `We want ${who} to say, ‘${words},’ and mean it`,
      (words, who) => `Did ${who} say, ‘${words},’ or not`,
      (words, who) => `Not once has ${who} said, ‘${words},’ to us`,
    )
    fc.assert(
      fc.property(clause, two, unreal, around, (words, [inner, outer], inside, outside) => {
        expect(nestedIn(outside(inside(words, inner), outer))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

const PIECES = [
  ...['“', '”', '‘', '’', '"', "'", ',', '.', ':', '\n\n', ' ', 'and', 'then', 'but', '\ud800', '\u0000'],
  ...[
    'said',
    'told me',
    'according to',
    'called it',
    'never said',
    'Ana Lund',
    'Bo Berg',
    'he',
    'I',
    'the mayor',
    'LUND:',
  ],
  ...['We will go', 'it is late', '“He said, ‘Go,’ and went,” Ana Lund said.', '‘I won’t’'],
]

describe('whatever the text', () => {
  test('what is nested stands in a span of a quote in front of it that is none of the outlet’s words', () => {
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(' '))
    fc.assert(
      fc.property(text, (text) => {
        const { quotes } = analyze({ title: '', text })
        for (const [at, { kind, inside, spans }] of quotes.entries()) {
          expect(inside !== undefined).toBe(kind === 'nested')
          if (inside === undefined) continue
          expect(inside).toBeLessThan(at)
          const outer = quotes[inside]!
          expect(outer.kind).not.toBe('indirect')
          for (const span of spans) expect(outer.spans.some((one) => contains(one, span))).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('how sure it is', () => {
  test('“I” is never surer than who speaks around it, and whom only the article names is told with its doubt', () => {
    const own = analyze({ title: '', text: '“I told them, ‘It will flood,’ and it did,” said Ana Lund.' }).quotes
    expect(own[1]!.confidence).toBeLessThanOrEqual(own[0]!.confidence)
    const text = 'Bo Berg ran the mill. “He told me: ‘Find another berth,’” Ana Lund said.'
    expect(analyze({ title: '', text }).quotes[1]).toMatchObject({ kind: 'nested', confidence: 0.65 })
  })
})

describe('words inside a speech that are wished for or said again and again', () => {
  test.each([
    'I wish Nils Berg had said, ‘You are fired,’ and meant it',
    'We all wished Nils Berg had said, ‘You are fired,’ and meant it',
    'I’d rather Nils Berg said, ‘You are fired,’ than wait',
    'If only Nils Berg had said, ‘You are fired,’ we could have gone',
    'When Nils Berg says, ‘You are fired,’ you run',
    'Whenever people say, ‘You are fired,’ you run',
  ])('are quoted of nobody: %s', (words) => {
    expect(nestedIn(`“${words},” Ana Lund said.`)).toEqual([])
  })

  test.each([
    'When Nils Berg said, ‘You are fired,’ I ran',
    'I wished to go but Nils Berg said, ‘You are fired,’ to me',
    'When I see her, Nils Berg says, ‘You are fired,’ and laughs',
  ])('and what was said is: %s', (words) => {
    expect(nestedIn(`“${words},” Ana Lund said.`)).toEqual([['You are fired,', 'Nils Berg', 'Ana Lund']])
  })
})

describe('whom “he” means inside a speech', () => {
  test.each([
    ['Carl Dahl came. “My youngest wept. He asked me, ‘Mum, is it a rule?’” Ana Lund said.', null],
    [
      'Inspector Savita Rao kept watch. “It was late,” she said.\n\nBo Berg told of a loan. “He said, ‘Your file is here,’” Berg said.',
      null,
    ],
    ['Carl Dahl ran the mill. “He told me, ‘You are out,’” Ana Lund said.', 'Carl Dahl'],
  ])('is nobody who was “she” to the article, and not past “my youngest”: %s', (text, who) => {
    const { quotes, people } = analyze({ title: '', text })
    const { kind, speaker } = quotes.at(-1)!
    expect([kind, speaker === null ? null : people[speaker]!.name]).toEqual(['nested', who])
  })
})
