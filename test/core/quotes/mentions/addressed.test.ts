import { describe, expect, test } from 'vitest'
import { lastSpeaker } from './last-speaker.ts'

describe('“the witness replied”', () => {
  test.each([
    ['Mr Peake had been dismissed. “You are a liar, Mr Peake?” asked Mr Thole. “I was,” the witness replied.', 'Peake'],
    ['“Where were you, Mr Peake?” asked Ana Lund, prosecuting. “At home,” the defendant answered.', 'Peake'],
    ['“Mr Peake, where were you?” Ms Lund asked.\n“At home,” the claimant replied.', 'Peake'],
    ['“Did he hit you, Ana Berg, or not?” asked Carl Dahl. “He did,” the witness responded.', 'Ana Berg'],
  ])('is whom the question calls by name, with a doubt: %s', (text, name) => {
    const found = lastSpeaker(text)
    expect(found.name).toBe(name)
    expect(found.confidence).toBeLessThanOrEqual(0.85)
  })

  test.each([
    ['“Where was Mr Peake?” asked Mr Thole. “I do not know,” the witness replied.'],
    ['“You lied, Mr Peake?” asked Mr Thole. “He did,” the witness replied.'],
    ['“You lied, Mr Peake?” asked Mr Thole. “Enough,” the judge replied.'],
    ['“You lied, Mr Peake.” said Mr Thole. “I did not see it,” the witness said.'],
    ['“Was it Dahl, or Berg, who lied?” asked Mr Thole. “Neither,” the witness replied.'],
    ['“You lied, Mr Peake?” asked Mr Thole. A second witness wept. “No,” the witness replied.'],
  ])('is nobody with a name where it may be another: %s', (text) => {
    expect(lastSpeaker(text).name).toBeNull()
  })
})
