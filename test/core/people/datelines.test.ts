import { expect, test } from 'vitest'
import { analyze } from '../english.ts'

const read = (text: string) => {
  const { quotes, people } = analyze({ title: '', text })
  return {
    speakers: quotes.map(({ speaker }) => (speaker === null ? null : people[speaker]!.name)),
    people: people.map(({ name }) => name),
  }
}

for (const dateline of [
  'LANNOCH, Scotland, March 3 /NewsLine/ --',
  'LANNOCH, Scotland, March 3, 2026 (NewsLine) –',
  'LANNOCH, Scotland —',
  'LANNOCH (NewsLine) -',
  'Lannoch, Scotland (AP) —',
])
  test(`the dateline "${dateline}" names nobody`, () => {
    const { speakers, people } = read(`${dateline} Fiona Kessock said: “We are glad.”`)
    expect(speakers).toEqual(['Fiona Kessock'])
    expect(people).toEqual(['Fiona Kessock'])
  })

test('capitals and a dash with no sentence behind are no dateline', () => {
  expect(read('UNESCO — the agency of schools — said: “We are glad.”').people).toContain('UNESCO')
})
