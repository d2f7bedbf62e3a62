import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyze } from './english.ts'

const PIECES = [
  '“',
  '”',
  '‘',
  '’',
  '"',
  "'",
  '«',
  '»',
  '„',
  '(',
  ')',
  ',',
  '.',
  ':',
  '—',
  '\n',
  '\n\n',
  ' ',
  '\u200b',
  '\u0000',
  '\ud800',
  'said',
  'told reporters',
  'according to',
  'Ana Lund',
  'Mr. Vale',
  'he',
  'the minister',
  'that',
  'We will go',
  'it is',
  'who',
  'and',
  '6\'2"',
  '’90s',
]
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((pieces) => pieces.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((pieces) => pieces.join('')),
)

describe('whatever the text', () => {
  test('every item is a span of it, and any two quotes are apart or nested', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { paragraphs, sentences, quotes, people } = analyze({ title: '', text })
        const spans = [
          ...paragraphs,
          ...sentences,
          ...people.flatMap(({ mentions, descriptions }) => [...mentions, ...descriptions]),
          ...quotes.flatMap(({ spans: said, mention, cue }) => [...said, mention ?? [], cue ?? []].flat()),
        ]
        for (const { start, end } of spans) expect(0 <= start && start < end && end <= text.length).toBe(true)
        const said = quotes.flatMap((quote) => quote.spans)
        for (const [at, a] of said.entries()) {
          for (const b of said.slice(at + 1)) {
            const apart = a.end <= b.start || b.end <= a.start
            const nested = (a.start <= b.start && b.end <= a.end) || (b.start <= a.start && a.end <= b.end)
            expect(apart || nested).toBe(true)
          }
        }
        for (const { speaker, confidence } of quotes) {
          expect(speaker === null || people[speaker] !== undefined).toBe(true)
          expect(confidence >= 0 && confidence <= 1).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('the same text gives the same analysis, whatever was analysed in between', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const first = analyze({ title: '', text })
        analyze({ title: '', text: other })
        expect(analyze({ title: '', text })).toEqual(first)
      }),
      { numRuns: 100 },
    )
  })
})

const FIRST = ['Ana', 'Tessa', 'Orrin', 'Ivor', 'Maud', 'Tobias', 'Cora', 'Felix', 'Hamish', 'Wilma']
const LAST = ['Lund', 'Brink', 'Vale', 'Castellan', 'Okonjo', 'Renn', 'Mayne', 'Arden', 'Orde', 'Stott']
const name = fc.tuple(fc.constantFrom(...FIRST), fc.constantFrom(...LAST)).map((words) => words.join(' '))
const clause = fc.constantFrom(
  'We will rebuild the bridge before the winter',
  'Nobody told us about the meeting',
  'I have never seen the river so high',
  'That is not what the council promised',
)
const order = fc.constantFrom<(quote: string, who: string) => string>(
  (quote, who) => `“${quote},” said ${who}.`,
  (quote, who) => `“${quote},” ${who} said.`,
  (quote, who) => `“${quote},” ${who} told reporters on Monday.`,
  (quote, who) => `${who} said: “${quote}.”`,
  (quote, who) => `${who}, a teacher at the school, said, “${quote}.”`,
  (quote, who) => `“${quote},” said ${who}, a teacher at the school.`,
  (quote, who) => `‘${quote},’ said ${who}.`,
  (quote, who) => `"${quote}," ${who} added.`,
  (quote, who) => `“${quote}”, ${who} wrote on Friday.`,
)

describe('a planted quote', () => {
  test('is found with its speaker in every order of quote, cue and name', () => {
    fc.assert(
      fc.property(name, clause, order, (who, quote, sentence) => {
        const text = `The council met for two hours.\n${sentence(quote, who)}\nThe meeting ended at noon.`
        const { quotes, people } = analyze({ title: '', text })
        const found = quotes.filter(({ kind }) => kind === 'direct')
        expect(
          found.map(({ spans }) => spans.map(({ start, end }) => text.slice(start, end).replace(/[.,]$/, ''))),
        ).toEqual([[quote]])
        expect(people[found[0]!.speaker!]!.name).toBe(who)
      }),
    )
  })

  test('keeps its analysis when an unrelated paragraph is added behind it', () => {
    fc.assert(
      fc.property(name, clause, order, (who, quote, sentence) => {
        const text = `${sentence(quote, who)}\nThe meeting ended at noon.`
        const before = analyze({ title: '', text })
        const after = analyze({
          title: '',
          text: `${text}\nRain fell on the hills all night, and the roads were empty.`,
        })
        expect(after.quotes).toEqual(before.quotes)
        expect(after.people).toEqual(before.people)
      }),
    )
  })
})

describe('bad input', () => {
  test.each([
    ['nothing', ''],
    ['one mark', '“'],
    ['only marks', '“”"\'‘’«»„“””""'],
    ['a list of names', 'Ana Lund, Orrin Vale, Tessa Brink'],
    ['a text without letters', '123 456, 789. 0'],
    ['another language', 'Der Rat tagte zwei Stunden lang und ging dann nach Hause.'],
  ])('%s has no speaker', (_name, text) => {
    expect(analyze({ title: '', text }).quotes.filter(({ speaker }) => speaker !== null)).toEqual([])
  })

  test.each([
    ['marks only', '“'],
    ['alternating marks', '“x” '],
    ['openers that nothing closes', ' "a'],
    ['nested brackets', '('],
    ['zero-width characters', '\u200b'],
    ['names', 'Ana Lund, '],
    ['cues', 'he said '],
    ['one endless word', 'a'],
    ['initials', 'A. '],
  ])('%s, 20,000 times over, end', (_name, piece) => {
    expect(analyze({ title: '', text: piece.repeat(20_000) }).paragraphs.length).toBeLessThanOrEqual(1)
  })
})
