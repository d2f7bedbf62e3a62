import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Analysis } from '#core/analysis.ts'
import { findMarked } from '#core/quotes/marks/marks.ts'
import { findParagraphs } from '#core/text/paragraphs.ts'
import { plainOf } from '#core/text/plain.ts'
import { analyze } from './english.ts'

const read = (text: string): Analysis => analyze({ title: '', text })

/** Who is named for a quote, and as what it was written. */
function said(text: string): readonly (readonly [string, string | null])[] {
  const { quotes, people } = read(text)
  return quotes.map(({ spans, speaker }) => [
    spans.map(({ start, end }) => text.slice(start, end)).join(' … '),
    speaker === null ? null : people[speaker]!.name,
  ])
}

const SPOKEN = '“The gate will hold until the spring,” said Ana Lund, who leads the harbour board.'
const QUOTE = 'The gate will hold until the spring,'

describe('text that came to harm on its way', () => {
  test.each([
    ['a lone first half of a pair', `\ud83d ${SPOKEN}`],
    ['a lone second half of a pair', `${SPOKEN} \udc00`],
    ['halves at the marks', `\udc00${SPOKEN}\ud83d`],
    ['NUL bytes between the sentences', `The dam is old.\0 ${SPOKEN}\0`],
    ['a byte order mark in front', `\ufeff${SPOKEN}`],
    ['a carriage return alone', `The dam is old.\r${SPOKEN}\rIt rained.`],
    ['all line endings at once', `The dam is old.\r\n\r\n${SPOKEN}\n\rIt rained.\r`],
    ['HTML pasted as text', `<p class="lead">The dam is old.</p>\n<p>${SPOKEN}</p><script>alert("no")</script>`],
  ])('is read in spite of %s', (_harm, text) => {
    expect(said(text)).toEqual([[QUOTE, 'Ana Lund']])
  })

  test('keeps what is said word for word where a half of a pair or a NUL stands in it', () => {
    expect(said('“The gate \ud83d will\0 hold until the spring,” said Ana Lund.')).toEqual([
      ['The gate \ud83d will\0 hold until the spring,', 'Ana Lund'],
    ])
  })

  test.each([
    'The head of “Brand Ost” liked it.',
    'The mayor of “Ost” wanted a bridge.',
    'Former editor of “Ost” plans said it would hold.',
  ])('is read where marks stand in the place of a noun: %s', (text) => {
    expect(said(`${text} ${SPOKEN}`)).toContainEqual([QUOTE, 'Ana Lund'])
  })

  test('names nobody whom it does not name', () => {
    const harm = fc.constantFrom(
      '\0',
      '\ud83d',
      '\udc00',
      '\r',
      '\r\n',
      '\n',
      '<b>',
      '</b>',
      '&quot;',
      '“',
      '”',
      '"',
      '\u200b',
    )
    const piece = fc.oneof(harm, fc.constantFrom(SPOKEN, ' Erik Brandt ', 'He said so. ', 'the mayor ', 'SAID ', ', '))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const { quotes, people } = read(text)
        for (const { name } of people) expect(text).toContain(name)
        for (const { spans, speaker } of quotes) {
          expect(speaker === null || people[speaker] !== undefined).toBe(true)
          for (const { start, end } of spans) expect(start < end && end <= text.length).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('text in which nobody speaks', () => {
  test.each([
    ['a list of names, one a line', 'Ana Lund\nErik Brandt\nMara Osten\nDr. Ivo Quill\nHarbour Board of Ostrel'],
    ['a list of names with commas', 'Ana Lund, Erik Brandt, Mara Osten, Dr. Ivo Quill, Harbour Board of Ostrel'],
    ['nothing', ''],
    ['blanks', ' \t\r\n\u00a0\u200b'],
    ['one mark', '“'],
    ['NUL bytes', '\0\0\0'],
    ['lone halves of pairs', '\ud83d\ud83d\udc00'],
    ['empty tags', '<p></p><div class="a"></div>'],
  ])('has no quote: %s', (_what, text) => {
    expect(said(text)).toEqual([])
  })
})

describe('text that names cannot be told in says why', () => {
  const why = (text: string) => {
    const { quotes, people, unread } = read(text)
    expect(people).toEqual([])
    expect(quotes.every(({ speaker }) => speaker === null)).toBe(true)
    return unread
  }
  test.each([
    [
      'Spanish',
      '«No tenemos otra salida», dijo Ana Lund el lunes ante el consejo. El puente se cerrará en invierno y todos tendrán que ir por el camino largo.',
    ],
    ['Russian', '«У нас нет выбора», — сказала Анна Лунд в понедельник на заседании совета. Мост закроют зимой.'],
    ['Japanese', '「選択肢はありません」と月曜日にアンナ・ルンドは述べた。橋は冬に閉鎖される。'],
  ])('in %s', (_language, text) => {
    expect(why(text)).toMatch(/^not English \(\d+ % sure\)/)
  })

  test('in capitals, with line endings mixed and halves of pairs', () => {
    const text =
      '“WE HAVE NO CHOICE,” SAID ANA LUND OF THE BOARD.\r\nTHE BRIDGE CLOSES IN WINTER. \ud83d\rTHE COUNCIL AGREED TO IT.'
    expect(why(text)).toContain('capitals only')
  })
})

/** So many that a reader who takes n² for n lines or tags, or hands n marks to one call, does not come to the end. */
const MANY = 200_000

describe(`a text of ${MANY} pieces is read to its end`, () => {
  const marked = (text: string): number => findMarked(text, findParagraphs(text)).length

  test('lines without a mark', () => {
    expect(marked('it rained\n'.repeat(MANY))).toBe(0)
  })

  test('marks in one paragraph', () => {
    expect(marked('“aye” '.repeat(MANY))).toBe(MANY)
  })

  test('tags that nothing closes', () => {
    const text = `</a>${'<script '.repeat(MANY)}`
    expect(plainOf(text)).toHaveLength(text.length)
  })
})
