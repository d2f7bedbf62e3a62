import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cut } from '#platforms/slack/cut.ts'
import { escapeText, typedText } from '#platforms/slack/escape.ts'

it.each([
  ['a &amp; b &lt;c&gt;', 'a & b <c>'],
  ['&amp;lt;', '&lt;'],
  ['<@U1> and <@U1|ann>', '@U1 and @ann'],
  ['<#C1|news>', '#news'],
  ['<!here> <!subteam^S1|@desk>', '@here @desk'],
  ['brief <https://example.com/a?b=1&amp;c=2>', 'brief https://example.com/a?b=1&c=2'],
  ['<https://example.com/a|the page>', 'https://example.com/a'],
  ['<http://example.com|example.com>', 'example.com'],
  ['<mailto:ann@example.com|ann@example.com>', 'ann@example.com'],
  ['“Aldous Venn”', '"Aldous Venn"'],
  ['quote\u00a0Venn', 'quote Venn'],
])('reads %s as it was typed', (received, typed) => {
  expect(typedText(received)).toBe(typed)
})

it('gives back any words that were escaped', () => {
  const words = fc.string({ unit: 'grapheme' }).filter((any) => !/[“”„\u00a0\u202f]/.test(any))
  const back = fc.property(words, (any) => {
    expect(typedText(escapeText(any))).toBe(any.trim())
  })
  fc.assert(back)
})

it('cuts any text into pieces that fit and lose nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), fc.integer({ min: 12, max: 80 }), (any, size) => {
      const pieces = cut(any, size)
      expect(pieces.join('')).toBe(any)
      for (const piece of pieces) {
        expect(JSON.stringify(piece).length - 2).toBeLessThanOrEqual(size)
        expect(piece.isWellFormed()).toBe(true)
      }
    }),
  )
})
