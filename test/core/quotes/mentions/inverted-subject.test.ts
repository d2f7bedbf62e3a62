import { describe, expect, test } from 'vitest'
import { lastSpeaker } from './last-speaker.ts'

describe('a subject behind its verb', () => {
  test.each([
    ['In walked Mary Berg.', 'Mary Berg'],
    ['Then came Mary Berg.', 'Mary Berg'],
    ['Next up was Mary Berg.', 'Mary Berg'],
    ['At the door stood Mary Berg.', 'Mary Berg'],
    ['Among the crowd was Mary Berg.', 'Mary Berg'],
    ['Behind the counter sits Mary Berg.', 'Mary Berg'],
    ['Standing at the gate was Mary Berg.', 'Mary Berg'],
    ['In London was Mary Berg.', 'Mary Berg'],
    ['With her was her sister Odile.', 'Odile'],
  ])('is whom the sentence is about: %s', (sentence, name) => {
    expect(lastSpeaker(`Ana Lund left. ${sentence} “I am late,” she said.`).name).toBe(name)
  })

  test.each([
    ['On Friday she met Mary Berg.'],
    ['On Friday police walked Mary Berg home.'],
    ['In court was a photo of Mary Berg.'],
    ['Yesterday was Mary Berg’s birthday.'],
    ['In the room where she stood Mary Berg wept.'],
    ['After the fire the firm was Mary Berg’s.'],
    ['There was a pause.'],
  ])('is none where the subject stands in front, or is a thing: %s', (sentence) => {
    expect(lastSpeaker(`Ana Lund left. ${sentence} “I am late,” she said.`).name).toBe('Ana Lund')
  })

  test.each([['At home was her sister.'], ['Among the guests was the mayor.']])(
    'without a name leaves it open: %s',
    (sentence) => {
      expect(lastSpeaker(`Ana Lund left. ${sentence} “I am late,” she said.`).name).toBeNull()
    },
  )
})
