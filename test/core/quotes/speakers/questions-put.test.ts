import { expect, test } from 'vitest'
import { analyze } from '../../english.ts'

test.each([
  'Why did you start?\n\n“I was bored and wanted to do it.”',
  'Why did you tell us so late?\n\n“I was bored and wanted to do it.”',
  'What do you say to rivals?\n\n“I was bored and wanted to do it.”',
])('an answer is not said by the “you” of the question: %s', (text) => {
  expect(analyze({ title: '', text }).quotes).toMatchObject([{ speaker: null, confidence: 0 }])
})

test('and is said by whoever its own sentence names', () => {
  const text = 'Why did you start?\n\n“I was bored and wanted to do it,” Ana Lund said.'
  const { quotes, people } = analyze({ title: '', text })
  expect(people[quotes[0]!.speaker!]!.name).toBe('Ana Lund')
})
