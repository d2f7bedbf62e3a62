import { expect, test } from 'vitest'
import { analyze } from '../../english.ts'

const who = (text: string) => {
  const { quotes, people } = analyze({ title: '', text })
  return quotes.map(({ speaker }) => (speaker === null ? null : people[speaker]!.name))
}

test.each([
  ['Prime Minister Ana Lund opened it.\n“It is fine,” the Prime Minister said.', ['Ana Lund']],
  ['Ana Lund, the chief executive of Tidewell, left.\n“It is fine,” the Chief Executive said.', ['Ana Lund']],
  ['Chief Minister Ana Lund met Mayor Ben Strand.\n“It is fine,” the Chief Minister said.', ['Ana Lund']],
  ['Ana Lund is the mayor of Tidewell.\nBen Strand left.\n“It is fine,” the mayor said.', ['Ana Lund']],
])('a description means the only one who bears that office: %s', (text, names) => {
  expect(who(text)).toEqual(names)
})

test.each([
  ['Prime Minister Ana Lund met Prime Minister Ben Strand.\n“It is fine,” the Prime Minister said.'],
  ['Deputy Prime Minister Ana Lund left.\n“It is fine,” the Prime Minister said.'],
  ['Ben Strand, a developer, left.\n“It is fine,” the mayor said.'],
])('and nobody where two bear it, or none does: %s', (text) => {
  expect(who(text)).toEqual([null])
})

test('what Strand reports the mayor to have said is not Strand’s', () => {
  const text = 'Ben Strand, a developer, left. Strand said the mayor had told him: “We will sue.”'
  expect(who(text)).not.toContain(undefined)
  expect(who(text).at(-1)).toBeNull()
})

test.each([
  ['Tidewell Group said it would close the plant. “We will pay,” it said.', 'Tidewell Group'],
  ['Tidewell Group said it would close the plant. Ana Lund said it was sad. “We will pay,” it said.', null],
])('"it" is the body that spoke just before: %s', (text, name) => {
  expect(who(text).at(-1)).toBe(name)
})
