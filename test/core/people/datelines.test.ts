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

test.each([
  ['VARANPUR: A contractor was held on Monday, police said.', 'A contractor was held on Monday'],
  ['NEW VARANPUR: Two people died, police said on Wednesday.', 'Two people died'],
  ['VARANPUR, Nov 25: A contractor was held on Monday, police said.', 'A contractor was held on Monday'],
  ['BREAKING: A bridge fell on Monday, police said.', 'A bridge fell on Monday'],
  ["ST. BRENDAN'S, N.L. - A buoy can drift for years, officials said.", 'A buoy can drift for years'],
  ['ST. BRENDAN’S, N.L. — A buoy can drift for years, officials said.', 'A buoy can drift for years'],
  ['VARANPUR: According to police, the bridge will open in May.', 'the bridge will open in May'],
  ['VARANPUR — According to police, the bridge will open in May.', 'the bridge will open in May'],
  ['The plan: A bridge will open in May, Bo Berg said.', 'The plan: A bridge will open in May'],
])('a dateline is no part of what is reported: %s', (text, reported) => {
  const { quotes } = analyze({ title: '', text })
  expect(quotes.map(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)))).toEqual([[reported]])
})
