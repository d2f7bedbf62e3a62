import { expect, test } from 'vitest'
import { findParagraphs } from '#core/text/paragraphs.ts'
import { findSentences } from '#core/text/sentences.ts'

const ABBREVIATIONS = new Set(['mr', 'gov', 'inc', 'jan', 'no', 'approx'])

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
  [['The dog was dead.', '$5 million was lost, Ben Strand said.']],
  [['Anna left in spring.', '40 people stayed.']],
  [['Shops were quiet.', 'iPhone sales fell.']],
  [['They met Ben Strand.', '£3 million was gone.']],
  [['Prices rose by 9%.', '12 shops closed.']],
  [['“It is over and dead.”', '40 people left.']],
  [['It is kept in vol. 12 of the papers, at no. 7 of the list, behind approx. 40 files.']],
  [['See Prop. 8 and the file of the U.S. 40 pages were missing.']],
  [['The acid was weak.', 'pH stayed at 5.']],
  [['It cost 3.50 a piece, e.g. $7 for two.']],
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
