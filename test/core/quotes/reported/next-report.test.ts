import { describe, expect, test } from 'vitest'
import { analyze } from '../../english.ts'

const told = (text: string) => {
  const { quotes, people } = analyze({ title: '', text })
  return quotes.map(({ spans, speaker }) => [
    spans.map(({ start, end }) => text.slice(start, end)).join(' … '),
    speaker === null ? null : people[speaker]!.name,
  ])
}

describe('where a second verb of its teller ends a report', () => {
  test.each([
    [
      'Rob Delaney acknowledged that fees would rise, but said no child would wait.',
      'fees would rise',
      'no child would wait',
    ],
    [
      'Ana Lund warned that the dam was weak but insisted that nobody was at risk.',
      'the dam was weak',
      'nobody was at risk',
    ],
    [
      'Ana Lund confirmed the ship was late and told reporters it would dock on Monday.',
      'the ship was late',
      'it would dock on Monday',
    ],
    [
      'Bo Egan said she had met him twice, and added that neither had paid.',
      'she had met him twice',
      'neither had paid',
    ],
    [
      'Ana Lund told MPs that the work had been poor, but said that ending the deal would cost £40m.',
      'the work had been poor',
      'ending the deal would cost £40m',
    ],
  ])('%s', (text, first, second) => {
    expect(told(text).map(([words]) => words)).toEqual([first, second])
  })

  test('the second is told, where the first has marked words', () => {
    const text =
      'Andrew Selwood told MPs that the work had been “unacceptable”, but said that ending the deal would cost £40m.'
    expect(told(text)).toEqual([
      ['unacceptable', 'Andrew Selwood'],
      ['ending the deal would cost £40m', 'Andrew Selwood'],
    ])
  })

  test.each([
    ['The minister said the plan was dead but that talks would go on.', 'the plan was dead but that talks would go on'],
    ['Ana Lund said Carl Dahl took the money and said nothing.', 'Carl Dahl took the money and said nothing'],
    [
      'Ana Lund said she would look into his affairs and alleged affairs.',
      'she would look into his affairs and alleged affairs',
    ],
  ])('and where nothing does: %s', (text, words) => {
    expect(told(text).map(([first]) => first)).toEqual([words])
  })
})

describe('of two things told the first, where the second is in marks', () => {
  test.each([
    [
      'Bo Egan told the court he had been invited as a guest and had “no inkling” of the plot.',
      'he had been invited as a guest',
      'no inkling',
    ],
    ['Ana Lund said the dam was old and would “not last”.', 'the dam was old', 'not last'],
    ['The mayor said that the dam was old and that it would “not last”.', 'the dam was old', 'not last'],
  ])('is told too: %s', (text, first, second) => {
    expect(told(text).map(([words]) => words)).toEqual([first, second])
  })

  test.each([
    'Ana Lund called the plan of the council “thin” and left.',
    'Ana Lund said the plan of the council was “thin” and costly.',
    'Ana Lund said the old dam had and “would never” hold.',
  ])('is none, where it is not whole: %s', (text) => {
    expect(told(text)).toHaveLength(1)
  })
})

describe('a clause in front of whoever says it', () => {
  test.each([
    ['The bridge will close, the mayor said in a statement. “It is old,” Ana Lund said.', 'The bridge will close'],
    ['If it rains, the bridge will close, the mayor said.', 'If it rains, the bridge will close'],
    ['RAJPURA: The bridge will close in May, the mayor said.', 'The bridge will close in May'],
  ])('is told, whatever is quoted behind it: %s', (text, words) => {
    expect(told(text)[0]).toEqual([words, null])
  })

  test('is none, where what stands in front is who says it', () => {
    expect(
      told('The researcher Peter Bright, who has studied mice for years, said numbers typically crashed in winter.'),
    ).toEqual([['numbers typically crashed in winter', 'Peter Bright']])
  })
})

describe('a clause in front that marked words end', () => {
  test.each([
    ['Rumours that the plan is dead are, Ana Lund said, “nonsense”.', 'nonsense'],
    ['Suggestions that the dam was weak were, the mayor said, “rubbish, total rubbish”.', 'rubbish, total rubbish'],
    ['The dam is, Ana Lund said, “weak”.', 'weak'],
  ])('is no report of its own: %s', (text, words) => {
    expect(told(text).map(([own]) => own)).toEqual([words])
  })
})
