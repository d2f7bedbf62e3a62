import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '#core/problem.ts'
import { emptyQuery } from '#core/query/query.ts'
import { parseQuery } from '#core/query/query-line.ts'

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
    ['Minister: tax', { words: ['minister', 'tax'] }],
    ['https://a.example/b', { words: ['https://a.example/b'] }],
    ['dams - and rivers', { words: ['dams', '-', 'and', 'rivers'] }],
    ['quote:dam quote:"full up"', { quoted: ['dam', 'full up'] }],
    ['lang:de', { language: 'de' }],
    ['LANG:German', { language: 'de' }],
    ['lang:pt-BR', { language: 'pt-br' }],
    ['story:s-a12', { story: 's-a12' }],
    [
      '-from:"Mira Novak" -from:Rahr -outlet:loom -lang:fr -tax',
      { without: ['tax'], notFrom: ['Mira Novak', 'Rahr'], notOutlet: ['loom'], notLanguage: ['fr'] },
    ],
    ['tax -story:s-a1 -story:s-b2', { words: ['tax'], notStory: ['s-a1', 's-b2'] }],
    [
      'dam from:Rahr OR "flood wall" OR or',
      {
        words: ['dam'],
        from: 'Rahr',
        or: [
          { ...emptyQuery, phrases: [['flood', 'wall']] },
          { ...emptyQuery, words: ['or'] },
        ],
      },
    ],
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
    '-before:2026-01-31',
    '-quote:dam',
    'from:Rahr from:Novak',
    'after:2026-02-01 before:2026-02-01',
    'lang:klingonese',
    'OR dam',
    'dam OR',
    'dam OR OR flood',
    'dam OR !!',
    'x '.repeat(33),
    'x OR '.repeat(20).concat('x'),
  ])('%j is refused', (line) => expect(() => parseQuery(line)).toThrow(Problem))

  it('says how a date is written', () => {
    expect(() => parseQuery('tax before:31/01/2026')).toThrow(
      expect.objectContaining({ hint: 'Write it like before:2026-01-31.' }),
    )
  })

  it.each([
    ['form:Rahr', /no form: to search by\. Did you mean from:Rahr\?/],
    ['dam speaker:"Mira Novak"', /Did you mean from:"Mira Novak"\?/],
    ['dam since:2026-01-01', /Did you mean after:2026-01-01\?/],
    ['-outlets:loom', /Did you mean outlet:loom\?/],
    ['dam from:', /from: needs something after it/],
    ['from:Rahr tax from:Novak', /from: is there twice/],
    ['tax -quote:dam', /quote: cannot/],
    ['lang:xq', /“xq” is none I know/],
    ['dam OR', /both sides/],
  ])('explains the slip in %j', (line, said) => expect(() => parseQuery(line)).toThrow(said))

  it('takes marks round what looks like a slip for the words themselves', () => {
    expect(parseQuery('"form:Rahr"').phrases).toEqual([['form:Rahr']])
  })

  it('is a query or a problem, whatever was typed', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('"', '“', 'from:', '-', ' ', 'before:2026-01-01', 'x', ' OR ', 'lang:', 'quote:'),
    )
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
