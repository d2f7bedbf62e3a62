import { expect, test } from 'vitest'
import { lastSpeaker } from './last-speaker.ts'

test('an article may open with the “from” of the sentence that brings somebody in', () => {
  const text = 'From there Carl Dahl thanked coach Bo Berg. “He is great,” he said.'
  expect(lastSpeaker(text)).toMatchObject({ name: 'Carl Dahl', confidence: 0.85 })
})
