import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdsTerm, terms, termsOnly } from '#core/text/terms.ts'

describe('terms', () => {
  it.each([
    ['Rahr’s ministers’ Ministers', ['rahr', 'minist', 'minist']],
    ["O'Brien don't O’Brien", ['obrien', 'dont', 'obrien']],
    ['U.S. and U.K.', ['us', 'and', 'uk']],
    ['$1.4 billion, 1,475 and 14', ['1·4', 'billion', '1475', 'and', '14']],
    ['Zürich Åland straße', ['zurich', 'aland', 'strass']],
    ['covid-19 e-mail', ['covid', '19', 'e', 'mail']],
    ['東京都 タワー', ['東', '京', '都', 'タ', 'ワ', 'ー']],
    ['Владимир Киев', ['владимир', 'киев']],
    ['ab1 a1b 1ab 2b', ['ab1', 'a1b', '1ab', '2b']],
    ['naïve naiv\u0308e ab東cd', ['naiv', 'naiv', 'ab', '東', 'cd']],
    ["A. B x. a.b it's 'tis rock'n'roll", ['a', 'b', 'x', 'a', 'b', 'it', 'ti', 'rocknrol']],
    ['½ … — “” ﷺ', ['12', 'صلىاللهعليهوسلم']],
  ])('of %j are %j', (text, expected) => expect(termsOnly(text)).toEqual(expected))

  it('stand where the text has them, in order, and hold only letters, digits and the middle dot', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        let last = 0
        for (const { term, start, end } of terms(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(term).toMatch(/^[\p{L}\p{N}·]+$/u)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('finds a term again in the words it was cut from', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 20 }), (text) => {
        for (const { term, start, end } of terms(text)) expect(termsOnly(text.slice(start, end))).toEqual([term])
      }),
    )
  })

  it('are held by a text that has any of them, and by no other', () => {
    const word = fc.oneof(fc.lorem({ maxCount: 1 }), fc.string({ unit: 'grapheme', maxLength: 6 }), fc.constant('U.S.'))
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.array(word, { maxLength: 3 }), (some, others) => {
        const text = some.join(' ')
        const wanted = new Set(others.flatMap(termsOnly))
        expect(holdsTerm(text, wanted)).toBe(termsOnly(text).some((term) => wanted.has(term)))
        for (const term of termsOnly(text)) expect(holdsTerm(text, new Set([term]))).toBe(true)
      }),
    )
  })
})
