import { describe, expect, test } from 'vitest'
import { mentionsOf } from '../mentions-of.ts'

describe('a name behind what a description ends with', () => {
  test.each([
    ['A spokesman for the charity, Homeward Trust, said: “We note it.”', 'A spokesman'],
    ['“We note it,” said the boss of the club, Varn Rovers.', 'the boss'],
    ['The owner of the freight firm, Tolliver Freight, told reporters it was late.', 'The owner'],
    ['The widow of the victim, Carl Dahl, said: “He was kind.”', 'The widow'],
    ['“He was kind,” said the sister of the late singer, Carl Dahl.', 'the sister'],
  ])('is not who speaks: %s', (text, speaker) => expect(mentionsOf(text)).toEqual([speaker]))

  test.each([
    ['The mother of the victim, Mary Berg, said: “She was kind.”', 'Mary Berg'],
    ['The head of the union, Ana Lund, said: “We note it.”', 'Ana Lund'],
    ['The union, Unison, said: “We note it.”', 'Unison'],
  ])('is who speaks where it may be: %s', (text, speaker) => expect(mentionsOf(text)).toEqual([speaker]))
})
