import { describe, expect, test } from 'vitest'
import { analyze } from '../../english.ts'

const reported = (text: string) =>
  analyze({ title: '', text })
    .quotes.filter(({ kind }) => kind === 'indirect')
    .flatMap(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)))

describe('“said that” and “told somebody that”', () => {
  test.each([
    [
      'Conway said that she recruited Bosley for his role at the club.',
      'she recruited Bosley for his role at the club',
    ],
    ['Ms Anand told the inquiry on Monday that the wall had no permit.', 'the wall had no permit'],
    ['The ministry told reporters that the dam held.', 'the dam held'],
    ['The coach says that he sleeps badly before finals.', 'he sleeps badly before finals'],
  ])('leave no doubt that what follows is reported: %s', (text, content) => {
    expect(reported(text)).toEqual([content])
  })

  test.each([
    'Conway never said that she recruited Bosley.',
    'If Conway said that she recruited Bosley, nobody heard it.',
    'Did Conway say that she recruited Bosley?',
  ])('report nothing where nobody is reported to have said it: %s', (text) => {
    expect(reported(text)).toEqual([])
  })
})
