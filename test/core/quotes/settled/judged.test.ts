import { describe, expect, test } from 'vitest'
import { whoSaid } from '../speakers/who-said.ts'

describe('what somebody’s words are called', () => {
  test.each([
    ['Ana Lund’s warning that the dam was unsafe was “nonsense”, said Carl Dahl.', 'Carl Dahl'],
    ['Ana Lund’s comments were “deeply unhelpful,” Carl Dahl said.', 'Carl Dahl'],
    ['Carl Dahl said that Ana Lund’s remarks were “nonsense”.', 'Carl Dahl'],
    ['The union said Mr Okafor’s report is “not worth the paper”.', 'The union'],
    ['According to Carl Dahl, Ana Lund’s statement was “a lie from start to finish”.', 'Carl Dahl'],
    ['Ana Lund’s speech had been “vile”, Kofi Mensah insisted.', 'Kofi Mensah'],
    ['Priya Nair’s claim that the fund was empty was “simply not true”, said a spokesman.', 'a spokesman'],
    ['Ana Lund’s remarks were “nonsense”.', null],
  ])('is whose who tells it: %s', (text, who) => {
    expect(whoSaid(text).map(([, speaker]) => speaker)).toEqual([who])
  })

  test.each([
    ['Ana Lund’s answer was “no”.', 'Ana Lund'],
    ['Ana Lund’s statement said the plan was “dead”.', 'Ana Lund'],
    ['Ana Lund’s message was: “Vote for us.”', 'Ana Lund'],
    ['Carl Dahl said that in her statement Ana Lund had called it “nonsense”.', 'Ana Lund'],
    ['Ana Lund’s last words were “let me go”, said Carl Dahl.', 'Ana Lund'],
  ])('is not the words themselves: %s', (text, who) => {
    expect(whoSaid(text).map(([, speaker]) => speaker)).toEqual([who])
  })
})
