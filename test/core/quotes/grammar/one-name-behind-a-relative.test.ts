import { describe, expect, test } from 'vitest'
import { lastSpeaker } from '../mentions/last-speaker.ts'

describe('one name behind "her son," at the end of the sentence', () => {
  test.each([
    ['Nomvula Dlezi died in May. “My mother never told us,” said her son, Sipho.', 'Sipho'],
    ['Nomvula Dlezi died in May. “She was kind,” said Nomvula’s son, Sipho. “And brave,” he said.', 'Sipho'],
    ['“It is late,” said the firm’s lawyer, Berg.', 'Berg'],
    ['“He was kind,” recalled his widow, Mandy.', 'Mandy'],
  ])('is who speaks: %s', (text, name) => {
    expect(lastSpeaker(text).name).toBe(name)
  })

  test.each([
    '“She was kind,” said her son, Monday.',
    '“She was kind,” said her son, Paris.',
    '“She was kind,” said her sons, Sipho and Nils.',
    '“We go,” said her team, Kestrel.',
    '“It is late,” said its owner, Tolliver Ltd.',
  ])('is nobody where it is a day, a place or a body, or where they are many: %s', (text) => {
    expect(lastSpeaker(text).name).toBeNull()
  })
})
