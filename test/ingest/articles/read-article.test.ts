import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Article } from '#core/article.ts'
import { Problem } from '#core/problem.ts'
import { readArticle } from '#ingest/articles/read-article.ts'

const NOW = new Date('2026-03-01T12:00:00Z')
const PATH = 'content/articles/x.md'
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string, path = PATH): Article => readArticle(bytes(text), path, NOW)
const file = (fields: string, body = 'Some text.'): string => `---\n${fields}\n---\n\n${body}\n`

function faultOf(source: string | Uint8Array, path = PATH): string {
  try {
    readArticle(typeof source === 'string' ? bytes(source) : source, path, NOW)
  } catch (error) {
    if (error instanceof Problem) return error.message
    throw error
  }
  throw new Error('it was read')
}

describe('a whole article', () => {
  const text = file(
    [
      'title: "Storm: what we know"',
      'outlet: The Harrowmouth Courier',
      'url: https://news.example/storm#top',
      'published: 2026-03-01T08:30:00+01:00',
      'byline: Della Marchbrook',
      'language: en-GB',
      'sample: true',
    ].join('\n'),
    'First paragraph.\n\nSecond.',
  )

  test('is read with every field, the instant in its own zone', () => {
    expect(read(text)).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      title: 'Storm: what we know',
      outlet: 'The Harrowmouth Courier',
      url: 'https://news.example/storm#top',
      published: new Date('2026-03-01T07:30:00Z'),
      byline: 'Della Marchbrook',
      language: 'en-GB',
      sample: true,
      text: 'First paragraph.\n\nSecond.',
    })
  })

  test('reads the same from UTF-8 with a byte order mark, from UTF-16 and with Windows line ends', () => {
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
    expect(readArticle(bytes(`\ufeff${text}`), PATH, NOW)).toEqual(read(text))
    expect(readArticle(utf16, PATH, NOW)).toEqual(read(text))
    expect(readArticle(Buffer.from(utf16).swap16(), PATH, NOW)).toEqual(read(text))
    expect(read(text.replaceAll('\n', '\r\n'))).toEqual(read(text))
  })

  test('has one id for one url, whatever else changes', () => {
    expect(read(text.replace('what we know', 'the toll').replace('#top', '#end')).id).toBe(read(text).id)
    expect(read(text.replace('/storm', '/calm')).id).not.toBe(read(text).id)
  })
})

describe('what a file may leave out', () => {
  test('outlet, language and sample have plain defaults', () => {
    const { outlet, language, sample, url, byline } = read(file('title: A'))
    expect({ outlet, language, sample, url, byline }).toEqual({ outlet: 'Unattributed', language: 'en', sample: false })
  })

  test('the title may be the first heading, which is then no paragraph', () => {
    expect(read('# A *fine* day\n\nText.')).toMatchObject({ title: 'A fine day', text: 'Text.' })
    expect(read(file('outlet: O', '# A day\n\nText.'))).toMatchObject({ title: 'A day', outlet: 'O', text: 'Text.' })
  })

  test('a plain day is that day in UTC', () => {
    const { published, publishedEstimated } = read(file('title: A\npublished: 2026-02-01'))
    expect(published).toEqual(new Date('2026-02-01T00:00:00Z'))
    expect(publishedEstimated).toBeUndefined()
  })

  test('without a date the file’s own stands in, never one in the future, and the id does not hang on it', () => {
    const on = (modified: string): Article => readArticle(bytes(file('title: A')), PATH, NOW, new Date(modified))
    expect(on('2026-02-01T00:00:00Z').published).toEqual(new Date('2026-02-01T00:00:00Z'))
    expect(on('2026-02-01T00:00:00Z').publishedEstimated).toBe(true)
    expect(on('2030-01-01T00:00:00Z').published).toEqual(NOW)
    expect(on('2026-02-01T00:00:00Z').id).toBe(on('2026-02-02T00:00:00Z').id)
  })

  test('without a url the id hangs on outlet, title and stated date', () => {
    const base = read(file('title: A\noutlet: O\npublished: 2026-01-01T00:00:00Z')).id
    expect(read(file('title: A\noutlet: O\npublished: 2026-01-01T01:00:00+01:00', 'Other.')).id).toBe(base)
    expect(read(file('title: B\noutlet: O\npublished: 2026-01-01T00:00:00Z')).id).not.toBe(base)
    expect(read(file('title: A\noutlet: P\npublished: 2026-01-01T00:00:00Z')).id).not.toBe(base)
    expect(read(file('title: A\noutlet: O\npublished: 2026-01-02T00:00:00Z')).id).not.toBe(base)
  })

  test('values are text: a title of 1984, of Yes or of null stays as written', () => {
    for (const title of ['1984', 'Yes', 'null', '2026-01-01', '007', '~'])
      expect(read(file(`title: ${title}`)).title).toBe(title)
  })

  test('fields of other programs are passed over, lists and all', () => {
    expect(read(file('title: A\ntags: [a, b]\nlayout: post\nnote: kept by the desk')).title).toBe('A')
  })
})

describe('plain text', () => {
  test('has its title on the first line; blank lines or, without any, lines part paragraphs', () => {
    expect(read('A title\n\nOne, which\nis wrapped.\n\nTwo.\n', 'a.txt')).toMatchObject({
      title: 'A title',
      text: 'One, which is wrapped.\n\nTwo.',
    })
    expect(read('A title\nOne.\nTwo.\n', 'a.TXT')).toMatchObject({ title: 'A title', text: 'One.\n\nTwo.' })
  })

  test('is no Markdown: every sign stays', () => {
    const body = 'It *was* 3 > 2, [he] said: “f**k _it_”, &amp; <b>left</b>.'
    expect(read(`T\n\n${body}`, 'a.txt').text).toBe(body)
  })

  test('that starts at once with a paragraph takes its title from the file and loses no word', () => {
    const first = 'Words and words. '.repeat(30).trim()
    expect(read(`${first}\nMore.`, 'wire/late-night_copy.txt')).toMatchObject({
      title: 'late night copy',
      text: `${first}\n\nMore.`,
    })
  })

  test('may have front matter as well', () => {
    expect(read(file('title: A\noutlet: O', 'Text *here*.'), 'a.txt')).toMatchObject({
      title: 'A',
      outlet: 'O',
      text: 'Text *here*.',
    })
  })
})

describe('a faulty file is named, with line and reason', () => {
  test.each([
    [
      'a word for a date',
      'title: A\npublished: yesterday',
      `${PATH}, line 3: published should be a day, or a date and time with its zone, such as 2026-03-01 or 2026-03-01T08:30:00Z, not “yesterday”.`,
    ],
    [
      'a date without zone',
      'title: A\npublished: 2026-01-01T08:00:00',
      `${PATH}, line 3: published should be a day, or a date and time with its zone, such as 2026-03-01 or 2026-03-01T08:30:00Z, not “2026-01-01T08:00:00”.`,
    ],
    [
      'a day that does not exist',
      'title: A\npublished: 2026-02-30T08:00:00Z',
      `${PATH}, line 3: published should be a day, or a date and time with its zone, such as 2026-03-01 or 2026-03-01T08:30:00Z, not “2026-02-30T08:00:00Z”.`,
    ],
    [
      'a date in the future',
      'title: A\npublished: 2027-01-01T00:00:00Z',
      `${PATH}, line 3: published is 2027-01-01T00:00:00Z, which is in the future (it is 2026-03-01T12:00Z). Correct it; if it is right, the article appears then.`,
    ],
    [
      'an address that is none',
      'title: A\nurl: javascript:alert(1)',
      `${PATH}, line 3: url should be an address that starts with https:// or http://, not “javascript:alert(1)”.`,
    ],
    [
      'a language that is none',
      'title: A\nlanguage: the Queen’s',
      `${PATH}, line 3: language should be a language code such as en or pt-BR, not “the Queen’s”.`,
    ],
    [
      'a sample that is neither',
      'title: A\nsample: maybe',
      `${PATH}, line 3: sample should be true or false, not “maybe”.`,
    ],
    ['a slip of the pen', 'title: A\nsampel: true', `${PATH}, line 3: sampel is not read here. Call the field sample.`],
    [
      'another program’s name',
      'title: A\ndate: 2026-01-01',
      `${PATH}, line 3: date is not read here. Call the field published.`,
    ],
    ['another case', 'Title: A', `${PATH}, line 2: Title is not read here. Call the field title.`],
    [
      'a list for a word',
      'title: A\noutlet: [a, b]',
      `${PATH}, line 3: outlet should be words on one line, not a list.`,
    ],
    [
      'a second colon',
      'title: Storm: what we know',
      `${PATH}, line 2: this line has a second colon. Put quotation marks around the value: title: "Storm: what we know".`,
    ],
    ['a field given twice', 'title: A\ntitle: B', `${PATH}, line 3: this field is given twice. Keep one of them.`],
    [
      'a mark that is never closed',
      'title: "Storm',
      `${PATH}, line 3: a quotation mark or bracket on this line or before it is never closed. Close it, or take it out: title: The storm.`,
    ],
    [
      'an impossible day',
      'title: A\npublished: 2026-02-30',
      `${PATH}, line 3: published should be a day, or a date and time with its zone, such as 2026-03-01 or 2026-03-01T08:30:00Z, not “2026-02-30”.`,
    ],
    ['a tag', 'title: !!js/function x', `${PATH}, line 2: a value that starts with ! needs quotation marks around it.`],
    ['an alias', 'note: &a x\ntitle: *a', `${PATH}, line 3: title points to another value. Write the value itself.`],
    ['no fields', 'just words', `${PATH}, line 2: the front matter should be lines such as “title: …”.`],
  ])('%s', (_, fields, sentence) => {
    expect(faultOf(file(fields)).split('\n')).toContain(sentence)
  })

  test('with all its faults at once, in the order of lines', () => {
    const lines = faultOf(file('sampel: true\npublished: soon\nurl: nowhere', '')).split('\n')
    expect(lines.map((line) => /line (\d+): (.{12})/.exec(line)?.slice(1).join(' '))).toEqual([
      '1 there is no ',
      '2 sampel is no',
      '3 published sh',
      '4 url should b',
      '5 there is no ',
    ])
  })

  test('no YAML at all', () => {
    expect(faultOf(file('title: A\n- b\n\t{'))).toMatch(
      /^content\/articles\/x\.md, line \d: the front matter is not YAML: /m,
    )
  })

  test('a title too long to show, wherever it stands', () => {
    const words = 'word '.repeat(80).trim()
    expect(faultOf(file(`title: ${words}`))).toContain(
      `${PATH}, line 2: title should be at most 300 characters, not “word`,
    )
    expect(faultOf(`# ${words}\n\nText.`)).toContain('the title has 399 characters, and at most 300 are shown.')
  })

  test('front matter without an end', () => {
    expect(faultOf('---\ntitle: A\n\nText.')).toBe(
      `${PATH}, line 1: the front matter is not closed. Put a line with only --- under its last field.`,
    )
  })

  test('an empty file, a file of blanks, one without title, one without text', () => {
    expect(faultOf('')).toBe(`${PATH}: the file is empty. Write the article into it, or remove it.`)
    expect(faultOf(' \n\n')).toContain('there is no title.')
    expect(faultOf('Just a paragraph.')).toBe(
      `${PATH}, line 1: there is no title. Add “title: …” to the front matter, or start the text with a line “# …”.`,
    )
    expect(faultOf(file('title: A', ''))).toBe(`${PATH}, line 3: there is no text. Write the article below its title.`)
    expect(faultOf('Only a title', 'a.txt')).toBe('a.txt, line 1: there is no text. Write the article below its title.')
  })

  test('a picture, and a text in another encoding, with the byte where it shows', () => {
    expect(faultOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0))).toBe(
      `${PATH}: byte 8 is zero, so this is not a text file. Save the article as UTF-8 text, or keep the file elsewhere.`,
    )
    expect(faultOf(Buffer.from('# Title\n\nThe caf\u00e9 closed.', 'latin1'))).toBe(
      `${PATH}, line 3: byte 16 is not valid UTF-8. Save the file again with the encoding UTF-8.`,
    )
    expect(faultOf(Buffer.concat([bytes('# T\n\nThe caf'), Uint8Array.of(0xc3)]))).toMatch(/byte 12 is not valid UTF-8/)
    expect(faultOf(Uint8Array.of(0xff, 0xfe, 0x41))).toBe(
      `${PATH}: byte 2 is not valid UTF-16. Save the file again with the encoding UTF-8.`,
    )
  })

  test('front matter made to exhaust a parser', () => {
    expect(faultOf(file('['.repeat(15_000)))).toContain('nested too deeply')
    expect(faultOf(file(`a: ${'x'.repeat(20_000)}`))).toContain('at most 16000 are read')
    const laughs = [
      'a: &a [x]',
      ...'bcdefghij'.split('').map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefghij'[i]}`).join(', ')}]`),
    ]
    expect(read(file(`title: A\n${laughs.join('\n')}`)).title).toBe('A')
  })
})

test('a date a little ahead is the clocks’ difference, and one of today is read', () => {
  expect(read(file('title: A\npublished: 2026-03-01T12:04:00Z')).title).toBe('A')
  expect(faultOf(file('title: A\npublished: 2026-03-01T12:06:00Z'))).toContain('in the future')
})

test('characters that nobody can see and a terminal would obey are not stored', () => {
  expect(read(file('title: A', 'One\u001b[31m red\u0007 word\u0085Next')).text).toBe('One[31m red word Next')
})

describe('whatever the bytes', () => {
  const outcome = (source: Uint8Array, path: string): Article | Problem => {
    try {
      return readArticle(source, path, NOW)
    } catch (error) {
      if (error instanceof Problem) return error
      throw error
    }
  }
  const holds = (source: Uint8Array, path: string): void => {
    const result = outcome(source, path)
    if (result instanceof Problem) {
      for (const line of result.message.split('\n')) expect(line.startsWith(path)).toBe(true)
      return
    }
    expect(result.title.trim()).not.toBe('')
    expect(result.text.trim()).toBe(result.text)
    expect(result.text).not.toMatch(/\n\n\n|[^\n]\n[^\n]/)
    expect(result.published.getTime()).toBeLessThanOrEqual(NOW.getTime() + 300_000)
    expect(outcome(source, path)).toEqual(result)
  }
  const path = fc.constantFrom('a.md', 'a.txt')

  test('there is an article or a Problem that names the file', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), path, holds))
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), path, (text, at) => holds(bytes(text), at)))
  })

  test('and so for front matter and Markdown put together from their own signs', () => {
    const sign = fc.constantFrom(
      '---',
      '\n',
      '\n\n',
      ': ',
      'title',
      'published',
      '“',
      '”',
      '"',
      '#',
      ' ',
      '*',
      '_',
      '[',
      '](',
      ')',
      '<',
      '>',
      '&',
      '!',
      '`',
      '~~~',
      '\\',
      '- ',
      '1. ',
      '|',
      '{',
      '}',
      '%',
      '@',
      'x',
      '2026-01-01T00:00:00Z',
    )
    const text = fc.array(sign, { maxLength: 60 }).map((signs) => signs.join(''))
    fc.assert(
      fc.property(text, path, (source, at) => holds(bytes(source), at)),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(text, text, path, (fields, body, at) => holds(bytes(file(fields, body)), at)),
      { numRuns: 500 },
    )
  })
})
