import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionClosers, escapeText } from '#platforms/discord/escape.ts'
import { plain, write } from '#platforms/discord/text.ts'
import { readAsDiscord } from '../../fakes/discord/reader.ts'
import { nastyText } from './nasty-text.ts'

describe('escapeText', () => {
  it.each([
    ['@everyone and @here', 'a ping of everybody'],
    ['<@123456789012345678> <@&1> <#2>', 'a mention'],
    ['<:smile:123> :smile: <a:wave:9>', 'an emoji'],
    ['<t:1700000000:R>', 'a time'],
    ['</quote:123> <id:customize>', 'a command or a guide'],
    ['https://example.org/a_b_c and http://x.org', 'a link'],
    ['[free money](https://evil.example)', 'a masked link'],
    ['**b** *i* __u__ _i_ ~~s~~ ||secret||', 'a style'],
    ['`code` ``more`` ```\nblock\n```', 'code'],
    ['# heading\n## two\n### three\n-# small', 'a heading'],
    ['- a\n* b\n+ c\n1. one\n  12. twelve', 'a list'],
    ['> quoted\n>>> all quoted', 'a quote'],
    ['¯\\_(ツ)_/¯ C:\\new\\table', 'a backslash'],
  ])('shows %j as it is, not as %s', (literal) => {
    expect(readAsDiscord(escapeText(literal))).toEqual({ text: literal, marks: [] })
  })

  it('leaves ordinary prose as it is', () => {
    const prose = 'Mr. Vale-Ortiz (54) said: “No. Not in 2026 – 3.5 percent, #1 or not, at 10:30 sharp!”'
    expect(escapeText(prose)).toBe(prose)
  })

  it('shows any text at all exactly, with no markup in it', () => {
    fc.assert(
      fc.property(nastyText(), (literal) => {
        expect(readAsDiscord(escapeText(literal))).toEqual({ text: literal.toWellFormed(), marks: [] })
      }),
      { numRuns: 1000 },
    )
  })

  it('shows two texts beside each other exactly, whatever their ends would make together', () => {
    fc.assert(
      fc.property(nastyText(10), nastyText(10), (one, other) => {
        const [chunk = ''] = write([plain(one), plain(other)], 4000)
        const read = readAsDiscord(chunk)
        expect(read.marks).toEqual([])
        expect(withoutClosers(read.text)).toBe(withoutClosers(one.toWellFormed() + other.toWellFormed()))
      }),
      {
        numRuns: 1000,
        examples: [
          ['1', '. one'],
          ['http:', '//e.example'],
          [':smi', 'le:'],
          ['-', '# small'],
        ],
      },
    )
  })
})

describe('directionClosers', () => {
  it('ends an override before anything else stands on its line', () => {
    expect(directionClosers('a\u202Eb')).toBe('\u202C')
    expect(directionClosers('\u2067x\u202Ey')).toBe('\u202C\u2069')
  })

  it('adds nothing to a text that closes what it opens, or whose line ends', () => {
    expect(directionClosers('a\u202Eb\u202C')).toBe('')
    expect(directionClosers('\u2067x\u202Ey\u2069')).toBe('')
    expect(directionClosers('a\u202Eb\nc')).toBe('')
  })
})

const withoutClosers = (text: string): string => text.replace(/[\u202C\u2069]/g, '')
