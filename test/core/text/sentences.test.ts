import { expect, test } from 'vitest'
import { findParagraphs } from '#core/text/paragraphs.ts'
import { findSentences } from '#core/text/sentences.ts'

const ABBREVIATIONS = new Set(['mr', 'gov', 'inc', 'jan', 'no'])

const split = (text: string) =>
  findSentences(text, findParagraphs(text), ABBREVIATIONS).map(({ start, end }) => text.slice(start, end))

test.each([
  [['Mr. Orrin Vale met Gov. Tessa Brink.', 'They spoke at noon.']],
  [['The report was sent to the U.S. Senate on Jan. 6.', 'It was No. 3.']],
  [['He lives in the U.S.', 'She does not.']],
  [['Shares of Oakfell Inc. Chief Executive Ana Lund fell.', 'Then they rose.']],
  [['“Is it over?” he asked.', 'Nobody answered.']],
  [['“We won’t stop,” said J. K. Moss.', '“This is a start.”']],
  [['Doors close at 5 p.m. EST on Friday.', 'Results follow.']],
  [['Prices rose 3.5 percent (Mr. Vale had said 4.2).', 'Nobody knows why.']],
])('splits %j', (sentences) => {
  expect(split(sentences.join(' '))).toEqual(sentences)
})

test('a sentence never crosses a paragraph and carries its number', () => {
  const text = 'One line\nand another. And more.\r\n\r\nThe third.'
  const sentences = findSentences(text, findParagraphs(text), ABBREVIATIONS)
  expect(sentences.map(({ start, end, paragraph }) => [paragraph, text.slice(start, end)])).toEqual([
    [1, 'One line'],
    [2, 'and another.'],
    [2, 'And more.'],
    [3, 'The third.'],
  ])
})
