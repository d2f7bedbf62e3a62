import { expect, test } from 'vitest'
import { LOW } from '#core/briefing/confidence.ts'
import { slice } from '#core/text/span.ts'
import { analyze } from '../../english.ts'

const who = (opening: string, ...labels: string[]) => {
  const lines = ['When did you start painting?', 'When I was nine.', 'And did you ever stop?', 'Never.']
  const text = [opening, ...lines.map((line, at) => `${labels[at % labels.length]} ${line}`)].join('\n\n')
  const { quotes, people } = analyze({ title: '', text })
  return quotes.map(({ speaker, mention }) =>
    speaker === null ? text.slice(mention!.start, mention!.end) : people[speaker]!.name,
  )
}
const MET = 'Juno Pell met Oona Brask in her studio on Friday.'
const BOTH = ['Juno Pell', 'Oona Brask', 'Juno Pell', 'Oona Brask']

test.each([
  ['initials', 'JP:', 'OB:'],
  ['first names', 'Juno:', 'Oona:'],
  ['surnames', 'Pell:', 'Brask:'],
  ['surnames in capitals', 'PELL:', 'BRASK:'],
  ['full names', 'Juno Pell:', 'Oona Brask:'],
  ['asterisks inside the colon', '**Pell:**', '**Brask:**'],
  ['asterisks outside it', '**Pell**:', '**Brask**:'],
  ['an en dash', 'Pell –', 'Brask –'],
])('a label can be %s', (_kind, ...labels) => {
  expect(who(MET, ...labels)).toEqual(BOTH)
})

test('initials that two share are nobody’s', () => {
  expect(who('Juno Pell met Oona Brask and Otto Berg on Friday.', 'JP:', 'OB:')).not.toContain('Oona Brask')
})

test('Q and A have many forms', () => {
  for (const [q, a] of [
    ['Q:', 'A:'],
    ['Q.', 'A.'],
    ['**Q.**', '**A.**'],
    ['**Q:**', '**A:**'],
  ] as const) {
    const found = who('Oona Brask spoke to us on Friday.', q, a).map((label) => label[0])
    expect(found).toEqual(['Q', 'A', 'Q', 'A'])
  }
})

test('a list with a dash behind each name is no interview', () => {
  const text = 'Juno Pell – I swim every day.\n\nOona Brask – painter.\n\nOtto Berg – sailor.\n'
  expect(analyze({ title: '', text }).quotes).toEqual([])
})

test('an answer goes on in the paragraphs behind it, as far as somebody talks', () => {
  const text = [
    'JP: When did you start painting?',
    'OB: When I was nine. My father gave me his brushes.',
    'I have them still. They are in my studio.',
    'The studio is on the island.',
    'JP: And did you ever stop?',
    'OB: Never.',
    'I would like to thank the town for this prize.',
  ]
  const whole = `Juno Pell met Oona Brask on Friday.\n\n${text.join('\n\n')}\n`
  const said = analyze({ title: '', text: whole }).quotes.map(({ spans }) =>
    spans.map(({ start, end }) => whole.slice(start, end)),
  )
  expect(said).toEqual([
    ['When did you start painting?'],
    ['When I was nine. My father gave me his brushes.', 'I have them still. They are in my studio.'],
    ['And did you ever stop?'],
    ['Never.'],
  ])
})

const ABOUT_IT = [
  'Ms. Lund laughs as she tells us this, and pours me a coffee.',
  'Ana Lund pours me a coffee.',
  'She told us later that it would cost a lot.',
  'Our “pier” will be a long one.',
  'We thank the Harbour Trust, our sponsor, for its support.',
]
const interview = (further: string) =>
  `Lena Falk: What will happen now?\n\nAna Lund: We will build the pier.\n\n${further}\n\nLena Falk: And then?\n\nAna Lund: We wait.\n`

test.each(ABOUT_IT)('a paragraph of the article between two labels is no answer: %s', (further) => {
  const text = interview(further)
  const [, answer] = analyze({ title: '', text }).quotes
  expect(answer!.spans.map((span) => slice(text, span))).toEqual(['We will build the pier.'])
  expect(answer!.confidence).toBeGreaterThanOrEqual(LOW)
})

test.each(['I think that we can do it.', 'My father gave me the land.'])(
  'an answer that goes on without a label is shown with a doubt: %s',
  (further) => {
    const text = interview(further)
    const [, answer] = analyze({ title: '', text }).quotes
    expect(answer!.spans.map((span) => slice(text, span))).toEqual(['We will build the pier.', further])
    expect(answer!.confidence).toBeLessThan(LOW)
  },
)
