import { describe, expect, test } from 'vitest'
import { whoSaid } from '../speakers/who-said.ts'

const speakerOf = (text: string) => whoSaid(text).at(-1)![1]

describe('"it" in a sentence about a body without a name', () => {
  test.each([
    ['The union issued a notice over what it called “a collapse of care”.', 'The union'],
    ['On Monday, the ministry rejected what it described as “a lie”.', 'the ministry'],
    ['The company, which makes tyres, closed the plant because of what it called “weak sales”.', 'The company'],
    ['“It is late,” said the Nurses Union. The hospital cut pay over what it called “weak sales”.', 'The hospital'],
  ])('is that body: %s', (text, who) => {
    expect(speakerOf(text)).toBe(who)
  })

  test.each([
    [
      'The Nurses Union met on Monday. The union wants more pay for what it called “a collapse of care”.',
      'Nurses Union',
    ],
    ['The Drivers Alliance issued a notice over what it called “a collapse of care”.', 'Drivers Alliance'],
  ])('is the one that the article names: %s', (text, who) => {
    expect(speakerOf(text)).toBe(who)
  })

  test('stays open where another body acts in between', () => {
    expect(speakerOf('The police said the firm had said sorry for what it called “a slip”.')).toBe('it')
  })
})
