import { expect, test } from 'vitest'
import { analyze } from '../english.ts'

const speakersOf = (text: string): (string | null)[] => {
  const { quotes, people } = analyze({ title: '', text })
  return quotes.map(({ speaker }) => (speaker === null ? null : people[speaker]!.name))
}

for (const [text, name] of [
  ['“We are glad,” said April Summers.', 'April Summers'],
  ['“We are glad,” May Lund said.', 'May Lund'],
  ['“We are glad,” said Sunday Okoro, a farmer.', 'Sunday Okoro'],
  ['Will Young said: “We are glad.”', 'Will Young'],
] as const)
  test(`a month, day or auxiliary is a first name in: ${text}`, () => expect(speakersOf(text)).toEqual([name]))

for (const [text, name] of [
  ['“We are glad,” said Chief Sunday Olabisi.', 'Sunday Olabisi'],
  ['“We are glad,” Mr Friday Okoro said.', 'Friday Okoro'],
  ['Mayor June Tate said: “We are glad.”', 'June Tate'],
  ['Pastor Monday Eze said: “We are glad.”', 'Monday Eze'],
  ['“We are glad,” said Hon. Friday Itulah.', 'Friday Itulah'],
  ['Chief Sunday Abiodun Olabisi said: “We are glad.”', 'Sunday Abiodun Olabisi'],
  ['Sgt Wednesday Obi told the court: “We are glad.”', 'Wednesday Obi'],
  ['Mrs May said: “We are glad.”', 'May'],
] as const)
  test(`a month or a day behind a title is a name in: ${text}`, () => expect(speakersOf(text)).toEqual([name]))

for (const text of [
  'The Mayor Monday said: “We are glad.”',
  '“We are glad,” the Governor Friday said.',
  'The Chief Sunday night said: “We are glad.”',
])
  test(`behind whom the article means it is a date in: ${text}`, () => expect(speakersOf(text)).toEqual([null]))

test('such a name is found again by the surname', () => {
  const text = 'April Summers came late. “We are glad,” said April Summers. “It was time,” Summers said.'
  expect(speakersOf(text)).toEqual(['April Summers', 'April Summers'])
})

for (const text of [
  '“We are glad,” Lund said on Monday Night Football.',
  '“We are glad,” Lund said in the May Day speech.',
  'Monday Lund said: “We are glad.”',
])
  test(`a date stays a date in: ${text}`, () => expect(speakersOf(text)).toEqual(['Lund']))
