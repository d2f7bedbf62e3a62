import { describe, expect, test } from 'vitest'
import { lastSpeaker } from './last-speaker.ts'

describe('“the company”', () => {
  test.each([
    [
      'Norvik Chemicals Inc. will shut its plant in Hale. “We have no choice,” the company said.',
      'Norvik Chemicals Inc.',
    ],
    [
      'Norvik Chemicals Inc. posted a loss. The Copenhagen-based company said: “We will go on.”',
      'Norvik Chemicals Inc.',
    ],
    ['Norvik Chemicals Ltd said it would close. “We have no choice,” the Danish firm said.', 'Norvik Chemicals Ltd'],
    ['Tidewell Mining plc met Ana Lund. “It is late,” the London-listed firm said.', 'Tidewell Mining'],
  ])('is the firm that the sentence before is about: %s', (text, name) => {
    expect(lastSpeaker(text).name).toBe(name)
  })

  test.each([
    ['Norvik Chemicals Inc. sued Tidewell Foods Ltd. The Copenhagen-based company said: “We will win.”'],
    ['Norvik Chemicals Inc. lost. Tidewell Foods Ltd. won. The Copenhagen-based company said: “We will win.”'],
    ['Carl Dahl sold the pit. “It is late,” the London-listed firm said.'],
    ['The Tidewell Harbour Board met. “It is late,” the Danish company said.'],
    ['Norvik Chemicals Inc. hired a law firm. “We have no choice,” the firm said.'],
    ['Shares in Norvik Chemicals Inc. fell. “We have no choice,” the Danish company said.'],
    ['Norvik Chemicals Inc. was sued by Vestra. “We have no choice,” the Danish company said.'],
  ])('is nobody with a name where that is not plain: %s', (text) => {
    expect(lastSpeaker(text).name).toBeNull()
  })
})
