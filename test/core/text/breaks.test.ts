import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findBreaks } from '#core/text/breaks.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
const unicode = (text: string): number[] =>
  [...segmenter.segment(text)].map(({ index, segment }) => index + segment.length)

test.each([
  'He left. She stayed! “Why?” he asked. "No." Then (so it was said.) he wrote 3.5 pages, e.g. on U.S. law... and slept.',
  'One.Two. three.\nFour?! Five… Six. — Seven. 8 nine. 10 Ten. ’til then.',
  'a.b A.B a.B 1.A é.É “A.” ‘B.’ C',
])('ends sentences where Unicode does: %s', (text) => {
  expect(findBreaks(text, 0, text.length)).toEqual(unicode(text))
})

test('ends sentences where Unicode does, whatever marks, letters and blanks follow each other', () => {
  const piece = fc.constantFrom(
    '.',
    '!',
    '?',
    '…',
    '"',
    '”',
    '’',
    '(',
    ')',
    ' ',
    '\u00a0',
    '\n',
    '\r\n',
    'a',
    'B',
    'é',
    '5',
    ',',
    '—',
    ':',
    '日',
    '\u0301',
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join('')),
      (text) => {
        expect(findBreaks(text, 0, text.length)).toEqual(unicode(text))
      },
    ),
    { numRuns: 3000 },
  )
})
