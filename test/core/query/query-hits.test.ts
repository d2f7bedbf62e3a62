import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyQuery } from '#core/query/query.ts'
import { findHits } from '#core/query/query-hits.ts'
import { parseQuery } from '#core/query/query-line.ts'

const shown = (line: string, text: string) =>
  findHits(parseQuery(line), text).map(({ start, end }) => text.slice(start, end))

describe('the hits of a search in a text', () => {
  it.each([
    ['negotiate zurich', 'Negotiations in Zürich, negotiated', ['Negotiations', 'Zürich', 'negotiated']],
    ['"general overhaul"', 'A general. A general overhaul. Overhaul', ['general overhaul']],
    ['general "general overhaul"', 'A general overhaul by a general', ['general overhaul', 'general']],
    ['covid-19', 'Covid 19 and covid', ['Covid 19']],
    ['US -tax', 'U.S. tax, us', ['U.S', 'us']],
    ['from:Rahr', 'Rahr', []],
    ['東京', '東京都', ['東京']],
  ])('%j', (line, text, expected) => expect(shown(line, text)).toEqual(expected))

  it('are in order and apart, whatever is looked for where', () => {
    const word = fc.constantFrom('a', 'b', 'a b', 'x-y', '東京', '’')
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (words, text) => {
        let last = 0
        for (const { start, end } of findHits({ ...emptyQuery, words }, text.join(' '))) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
      }),
    )
  })
})
