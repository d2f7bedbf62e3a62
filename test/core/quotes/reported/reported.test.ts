import { expect, test } from 'vitest'
import { analyze } from '../../english.ts'

const reportsIn = (text: string) => {
  const { quotes, people } = analyze({ title: '', text })
  return quotes.map(({ spans, speaker }) => [
    spans.map(({ start, end }) => text.slice(start, end)).join(' … '),
    speaker === null ? null : people[speaker]!.name,
  ])
}

test('what somebody is said to have denied is not laid to who says so', () => {
  const text = 'The mayor Ilse Mulconry left at noon. Ben Strand said the mayor denied stealing the car.'
  expect(reportsIn(text)).toContainEqual(['the mayor denied stealing the car', 'Ben Strand'])
  expect(reportsIn(text)).not.toContainEqual(['stealing the car', 'Ben Strand'])
})

test('a denial ends where the same speaker says something else', () => {
  const text = 'Ilse Mulconry denied it was her car and said she had been at home all night.'
  expect(reportsIn(text)).toEqual([
    ['it was her car', 'Ilse Mulconry'],
    ['she had been at home all night', 'Ilse Mulconry'],
  ])
})

test.each([
  [
    'Ben Strand said the bill was wrong, but Ilse Mulconry said it was right.',
    [
      ['the bill was wrong', 'Ben Strand'],
      ['it was right', 'Ilse Mulconry'],
    ],
  ],
  [
    'Ben Strand said he had left; Ilse Mulconry said he had stayed.',
    [
      ['he had left', 'Ben Strand'],
      ['he had stayed', 'Ilse Mulconry'],
    ],
  ],
])('a report ends where another speaker begins: %s', (text, reports) => {
  expect(reportsIn(text)).toEqual(reports)
})

test.each([
  'The bill was wrong, Ben Strand said, and it was right, Ilse Mulconry said.',
  'Nobody had come, the mayor said, and the dog stayed, Ilse Mulconry said.',
])('no report holds another speaker and their cue: %s', (text) => {
  for (const [words] of reportsIn(text)) expect(words).not.toContain('said')
})
