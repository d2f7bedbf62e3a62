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
  expect(reportsIn('Ben Strand said the mayor denied stealing the car.')).toEqual([
    ['the mayor denied stealing the car', 'Ben Strand'],
  ])
})

test('a denial ends where the same speaker says something else', () => {
  const text = 'Ilse Mulconry denied it was her car and said she had been at home all night.'
  expect(reportsIn(text)).toEqual([['she had been at home all night', 'Ilse Mulconry']])
})
