import { expect, test } from 'vitest'
import { analyze } from '../english.ts'

const speakersOf = (text: string): (string | null)[] => {
  const { quotes, people } = analyze({ title: '', text })
  return quotes.map(({ speaker }) => (speaker === null ? null : people[speaker]!.name))
}

for (const title of ['Cr', 'Garda', 'Grazier', 'Senator-elect', 'Sgt', 'Det Insp', 'Dame'])
  test(`${title} is no part of the name`, () =>
    expect(speakersOf(`Jo Tollund came. “We are glad,” ${title} Jo Tollund said.`)).toEqual(['Jo Tollund']))

for (const suffix of ['BL', 'SC', 'KC'])
  test(`${suffix} behind a name is no part of it`, () =>
    expect(speakersOf(`“We are glad,” said Jo Tollund ${suffix}.`)).toEqual(['Jo Tollund']))

test('a surname with a title is whom the article names in full', () => {
  expect(speakersOf('Barry Tollund came. “We are glad,” Cr Tollund said.')).toEqual(['Barry Tollund'])
})

test('Col behind another title is a first name, behind Lt a rank', () => {
  const text = '“We are glad,” said Cr Col Tollund. “We are,” Lt Col Marr said. “No,” Cr Tollund said.'
  expect(speakersOf(text)).toEqual(['Col Tollund', 'Marr', 'Col Tollund'])
})

test.each([
  ['Chief Executive Karen Voss', 'Karen Voss'],
  ['Deputy Chief Executive Karen Voss', 'Karen Voss'],
  ['Det Con Yvonne Okafor', 'Yvonne Okafor'],
  ['Con Devlin', 'Con Devlin'],
  ['Leader of the Opposition Anjali Deshmukh', 'Anjali Deshmukh'],
  ['Head of State Anna Berg', 'Anna Berg'],
  ['Lord Carrick', 'Lord Carrick'],
  ['Baroness Whitlock', 'Baroness Whitlock'],
  ['Lady Miriam Forsk', 'Miriam Forsk'],
  ['union president Earl Hobbs', 'Earl Hobbs'],
  ['Sir Tom Egan', 'Tom Egan'],
  ['Mr Egan', 'Egan'],
])('of "%s" the name is %s', (written, name) => {
  expect(speakersOf(`“We are glad,” ${written} said.`)).toEqual([name])
  expect(speakersOf(`“We are glad,” said ${written}.`)).toEqual([name])
})

test('a peer named in full is one with "Lord" and the surname', () => {
  const text = 'Alun Carrick came. “We are glad,” Lord Carrick said. “Very,” Carrick said.'
  expect(speakersOf(text)).toEqual(['Alun Carrick', 'Alun Carrick'])
})

test('a title of several is of each', () => {
  const { quotes, people } = analyze({ title: '', text: '“We are going,” Senators Lund and Berg said.' })
  expect(quotes[0]!.with?.map((at) => people[at]!.name)).toEqual(['Berg'])
})
