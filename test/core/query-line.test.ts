import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '#core/problem.ts'
import { emptyQuery } from '#core/query.ts'
import { parseQuery } from '#core/query-line.ts'

describe('a search line', () => {
  it('is read whole', () => {
    const line =
      'budget “exact words” from:Rahr outlet:"The Courier" before:2026-01-31 after:2026-1-1 -draft -"old plan"'
    expect(parseQuery(line)).toEqual({
      words: ['budget'],
      phrases: [['exact', 'words']],
      without: ['draft', 'old plan'],
      from: 'Rahr',
      outlet: 'The Courier',
      before: new Date('2026-01-31T00:00:00Z'),
      after: new Date('2026-01-01T00:00:00Z'),
    })
  })

  it.each([
    ['"exact words to the end', { phrases: [['exact', 'words', 'to', 'the', 'end']] }],
    ['from: Rahr', { from: 'Rahr' }],
    ['FROM:„Alexander Rahr“', { from: 'Alexander Rahr' }],
    ['covid-19 a:b', { words: ['covid-19', 'a:b'] }],
    ['-only', { without: ['only'] }],
    ['"" word', { words: ['word'] }],
  ])('%j is read as it was meant', (line, expected) => expect(parseQuery(line)).toEqual({ ...emptyQuery, ...expected }))

  it.each([
    '',
    '  ',
    '""',
    '!!',
    '-',
    'from:',
    'x before:',
    'before:yesterday',
    'after:2026-02-30',
    'before:31.01.2026',
    '-from:Rahr',
  ])('%j is refused', (line) => expect(() => parseQuery(line)).toThrow(Problem))

  it('says how a date is written', () => {
    expect(() => parseQuery('tax before:31/01/2026')).toThrow(
      expect.objectContaining({ hint: 'Write it like before:2026-01-31.' }),
    )
  })

  it('is a query or a problem, whatever was typed', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('"', '“', 'from:', '-', ' ', 'before:2026-01-01', 'x'))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        try {
          parseQuery(pieces.join(''))
        } catch (error) {
          expect(error).toBeInstanceOf(Problem)
        }
      }),
    )
    expect(() => parseQuery('a '.repeat(40))).toThrow(Problem)
    expect(() => parseQuery('a'.repeat(5000))).toThrow(Problem)
  })
})
