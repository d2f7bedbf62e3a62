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
    ['Anna Berg’s report pointed out that the dam was unsafe.', 'the dam was unsafe'],
    ['It was echoed by Halima Duale, who said that farmers had lost a season.', 'farmers had lost a season'],
    ['Anna Berg, who said that farmers had lost a season, left.', 'farmers had lost a season'],
    ['The plan was opposed by Bo Berg, who demanded that the council think again.', 'the council think again'],
    ['The union, which said that the road was unsafe, will strike.', 'the road was unsafe'],
    ['Mr Peake accepted that he had once been dismissed.', 'he had once been dismissed'],
    ['Carl Dahl admitted to taking the money.', 'taking the money'],
    ['The plan was backed by Mary Berg, who said the pub was full.', 'the pub was full'],
    ['Mayor Ana Lund, who told MPs the fair was full, left.', 'the fair was full'],
    ['Ben Strand said -5C was the lowest they had seen.', '-5C was the lowest they had seen'],
    ['Ben Strand denied it was his car.', 'it was his car'],
    ['Ana Lund said the plant was shut; police declined to comment.', 'the plant was shut'],
    ['Ana Lund said the plant was shut; it would open in May.', 'the plant was shut; it would open in May'],
    ['Ana Lund, asked whether the council had bought the land, said it had not.', 'it had not'],
    ['Ana Lund, the mayor, asked whether the council had bought the land.', 'whether the council had bought the land'],
  ])('leave no doubt that what follows is reported: %s', (text, content) => {
    expect(reported(text)).toEqual([content])
  })

  test.each([
    'Conway never said that she recruited Bosley.',
    'If Conway said that she recruited Bosley, nobody heard it.',
    'Did Conway say that she recruited Bosley?',
    'The man who said that the road was unsafe was Carl Dahl.',
    'Conway pointed out the house that she had sold.',
    'Conway accepted the plan that the council had made.',
    'Conway did not accept that she recruited Bosley.',
  ])('report nothing where nobody is reported to have said it: %s', (text) => {
    expect(reported(text)).toEqual([])
  })
})
