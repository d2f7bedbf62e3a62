import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inMarks } from '#core/text/in-marks.ts'

it.each([
  ['flood wall', '“flood wall”'],
  ['"flood wall"', '“flood wall”'],
  ['"“zzz”"', '“zzz”'],
  ['the "big" wall', '“the ‘big’ wall”'],
  ['„dam“ or «wall»', '“‘dam’ or ‘wall’”'],
  ['the big" thing"', '“the big thing”'],
  ['“the “zzz”', '“the zzz”'],
  ['Rahr’s “words”', '“Rahr’s ‘words’”'],
  ['', '“”'],
])('says %j back as %j', (typed, shown) => {
  expect(inMarks(typed)).toBe(shown)
})

it('cuts what is long between two letters, and never has a mark of its own kind within', () => {
  expect(inMarks('👩‍👩‍👧'.repeat(40), 3)).toBe('“👩\u200d👩…”')
  fc.assert(
    fc.property(fc.array(fc.constantFrom('"', '“', '”', '«', ' ', 'a', 'b ')), (parts) => {
      expect(inMarks(parts.join('')).slice(1, -1)).not.toMatch(/["“”„]/)
    }),
  )
})
