import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findParagraphs } from '#core/text/paragraphs.ts'
import { findSentences } from '#core/text/sentences.ts'
import { findTokens, type Token } from '#core/text/tokens.ts'
import { english as lexicon } from '../english.ts'

const read = (text: string): readonly Token[] =>
  findTokens(text, findSentences(text, findParagraphs(text), lexicon.abbreviations), lexicon)
const wordsOf = (text: string): readonly string[] => read(text).map((token) => token.text)

/** Short ones of few letters, so that they are often alike, and long ones. */
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'z', 'Z'), minLength: 1, maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('é', 'a', 'n', 'Ø'), minLength: 1, maxLength: 6 }),
)

describe('the words of a text', () => {
  test('are as written, in any order, length and case', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), fc.constantFrom(' ', ', '), (words, joint) => {
        const found = read(words.join(joint)).filter(({ kind }) => kind === 'word')
        expect(found.map(({ text }) => text)).toEqual(words)
      }),
    )
  })

  test('are the same when thousands of others were read in between', () => {
    const text =
      'The harbour board said on Monday, as the mayor had promised, that the gate would hold. “It will,” Ana Lund said.'
    const before = read(text)
    for (let at = 0; at < 60; at += 1)
      read(
        Array.from({ length: 1000 }, (_, word) => `w${(at * 1000 + word).toString(36).replace(/\d/g, 'x')}`).join(' '),
      )
    expect(read(text)).toEqual(before)
  })

  test('are told apart from those they begin or end with', () => {
    expect(wordsOf('say says sayings unsay presidents presidential presidentially')).toEqual([
      'say',
      'says',
      'sayings',
      'unsay',
      'presidents',
      'presidential',
      'presidentially',
    ])
  })

  test('are one word whatever stands behind them', () => {
    const [plain, ...others] = ['said ', 'said, ', 'said.', 'said—', 'said”', 'said\n', 'said'].map(
      (text) => read(text)[0],
    )
    for (const other of others) expect(other).toEqual(plain)
  })
})
