import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMarkdown } from '#ingest/articles/markdown-text.ts'

const text = (source: string): string => readMarkdown(source).paragraphs.join('\n\n')

describe('Markdown becomes plain paragraphs', () => {
  test.each([
    [
      'lines that an editor wrapped are one paragraph',
      'One line\nand the next.\n\nAnother.',
      'One line and the next.\n\nAnother.',
    ],
    [
      'a paragraph a line, when the lines are longer than any editor wraps',
      `${'a '.repeat(90)}\n${'b '.repeat(10)}`,
      `${'a '.repeat(90).trim()}\n\n${'b '.repeat(10).trim()}`,
    ],
    ['Chinese lines are joined without a space', '他说：“我们\n不会离开。”', '他说：“我们不会离开。”'],
    ['headings lose their marks', 'Text.\n\n## What is *next* ##\n\nMore.', 'Text.\n\nWhat is next\n\nMore.'],
    ['underlined headings too', 'Text.\n\nNext\n----\n\nMore.', 'Text.\n\nNext\n\nMore.'],
    ['rules go', 'One.\n\n---\n\n* * *\n\nTwo.', 'One.\n\nTwo.'],
    ['bullets go and every item is a paragraph', '- one\n- two\n  more\n* three', 'one\n\ntwo more\n\nthree'],
    ['numbers of a list go', '1. one\n2. two\n3) three', 'one\n\ntwo\n\nthree'],
    ['block quotes lose their marks', '> One\n> two.\n>\n>> Three.', 'One two.\n\nThree.'],
    ['fences go', '```\nA poem\n```\nText.', 'A poem\n\nText.'],
    [
      'emphasis goes',
      '**Bold**, *slanted*, ***both***, _under_, __line__, ~~gone~~, `code` and **a *b* c**.',
      'Bold, slanted, both, under, line, gone, code and a b c.',
    ],
    [
      'links keep their words',
      'See [the [full] report](https://x.example/a_(b) "Title") and [this][1], <https://y.example>.\n\n[1]: https://z.example',
      'See the [full] report and this, https://y.example.',
    ],
    ['pictures and footnote marks go', 'A![alt](a.png) [![x](b.png)](c) word[^1].', 'A word.'],
    [
      'tags go, comments and scripts with all they hold',
      'A <b class="x">bold</b> word<br>here<!-- no\n\nno --><script>no()</script>.',
      'A bold word\n\nhere.',
    ],
    ['tags of paragraphs part them', '<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
    [
      'entities and escapes are what they stand for',
      'AT&amp;T &ldquo;so&rdquo; &#8212; 2 \\* 3 \\[x\\] &unknown; \\\\',
      'AT&T “so” — 2 * 3 [x] &unknown; \\',
    ],
  ])('%s', (_, source, expected) => {
    expect(text(source)).toBe(expected)
  })
})

describe('no word of a person is changed', () => {
  test.each([
    ['stars for letters', '“What the f**k, this s**t,” he said.'],
    ['a lone star', '“Five* and six* of them,” she said. * Terms apply.'],
    ['products', '2*3*4 and 2 * 3 * 4'],
    ['a name with underscores', 'the file my_old_name and snake_case_'],
    ['an editor’s insertion', '“He [the minister] lied,” [sic] she said.'],
    ['an insertion after another', '“It [the bill][sic] failed,” he said.'],
    ['comparison signs', '“If x <y and z> w, and a < b,” he said.'],
    ['a figure that opens a paragraph', '1997. It was a bad year.'],
    ['a day that opens a paragraph', '3. Oktober 1990.'],
    ['an ʻokina typed as a backquote', 'Hawai`i and O`ahu'],
    ['a hash in a line', 'Platform #3 and #hashtag'],
  ])('%s', (_, source) => {
    expect(text(source)).toBe(source)
  })

  test('a figure that wraps to the start of a line is no list', () => {
    expect(text('It happened in the year\n2009. Nobody knew.')).toBe('It happened in the year 2009. Nobody knew.')
  })

  test('words between quotation marks, of any letters and signs of prose, are stored as they were', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'abcXYZéßñ019’,;:?!%$€().-–—…'.split('')),
      minLength: 1,
      maxLength: 9,
    })
    const quoted = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
    const isKept = (words: string): boolean => text(`He said: “${words}”`) === `He said: “${words}”`
    fc.assert(fc.property(quoted, isKept))
  })
})

describe('the heading', () => {
  test('above the text is the title and no paragraph; a later one is both', () => {
    expect(readMarkdown('# T\n\nText.')).toEqual({ heading: 'T', paragraphs: ['Text.'] })
    expect(readMarkdown('T\n===\n\nText.')).toEqual({ heading: 'T', paragraphs: ['Text.'] })
    expect(readMarkdown('Text.\n\n# T')).toEqual({ heading: 'T', paragraphs: ['Text.', 'T'] })
    expect(readMarkdown('## Sub\n\nText.')).toEqual({ paragraphs: ['Sub', 'Text.'] })
  })
})

test('texts made to take for ever are read', () => {
  for (const piece of [
    '[',
    '[a](',
    '![',
    '*a ',
    '_a',
    '**',
    '`a',
    '<a ',
    '<!--',
    '<script',
    '> ',
    '\\',
    '&#',
    '[x][',
    '](',
    '~~a',
    '(',
    '[[a]',
    '***a',
    '- ',
    '1. ',
    '- - ',
    '_ _',
    '" ',
    '[](x "',
    "[](x '",
  ]) {
    expect(readMarkdown(piece.repeat(40_000)).paragraphs).toBeDefined()
    expect(readMarkdown(`${piece}\n`.repeat(20_000)).paragraphs).toBeDefined()
  }
})
