import { describe, expect, test } from 'vitest'
import { lastSpeaker } from '../mentions/last-speaker.ts'

describe('an office with what it is for, in front of a name', () => {
  test.each([
    'Ana Lund left. Director of services Eimear Scannell said the fair was full. “It is early,” she said.',
    'Minister for health Eimear Scannell said the fair was full. “It is early,” she said.',
    'Director of customer services Eimear Scannell wants a vote. “It is early,” she said.',
    'Secretary of state Eimear Scannell said the fair was full.',
    '“It is early,” said professor of law Eimear Scannell.',
    'The council’s head of planning Eimear Scannell warned that the fair was full.',
    'Former head of policy Eimear Scannell said the fair was full.',
  ])('leads to who speaks: %s', (text) => {
    expect(lastSpeaker(text).name).toBe('Eimear Scannell')
  })

  test.each([
    'The mother of victim Carl Dahl said it was late.',
    'The owner of restaurant Casa Lund said it was late.',
    'The manager of striker Bo Berg said it was late.',
    'Director of film Blue Tide said it was late.',
    'Head of charity Homeward Care said it was late.',
    'The lawyer for defendant Mary Berg said it was late.',
  ])('is somebody else of whom, or of what, it is not told: %s', (text) => {
    expect(lastSpeaker(text).name).toBeNull()
  })
})
