import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Problem } from '#core/problem.ts'
import { readFeedDocument } from '#ingest/feeds/read-document.ts'
import { scanMarkup } from '#ingest/feeds/scan-markup.ts'
import type { Document } from '#ingest/source.ts'
import feed from '#ingest/sources/feed.ts'
import opml from '#ingest/sources/opml.ts'
import { given } from './given.ts'

const PIECES = [
  '<rss>',
  '<channel>',
  '<item>',
  '</item>',
  '<title>',
  '</title>',
  '<link>',
  '<entry>',
  '<feed xmlns="http://www.w3.org/2005/Atom">',
  '<content type="xhtml">',
  '<div>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<!DOCTYPE x [',
  '<?xml encoding="',
  '"?>',
  '<',
  '>',
  '&',
  '&amp;',
  '&#x110000;',
  '&#0;',
  '"',
  "'",
  '/',
  '=',
  ' xml:base="',
  ' xmlns:a="',
  '<a:b',
  '<opml>',
  '<outline xmlUrl="',
  'https://',
  '[::1',
  '<html>',
  '<script>',
  '</script',
  '{"version":"https://jsonfeed.org/version/1","items":[',
  '{"id":',
  '}',
  ']',
  '\0',
  '\ud800',
  '٠',
  '<pubDate>',
  '9 Mar 2026',
  '\ufeff',
]
const soup = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 60 })
  .map((pieces) => pieces.join(''))
const anything = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  soup.map((text) => new TextEncoder().encode(text)),
)
const charsets = fc.constantFrom(
  '',
  'utf-8',
  'utf-16',
  'utf-32',
  'iso-2022-jp',
  'gb18030',
  'replacement',
  'x-user-defined',
  '\0',
)

async function read(document: Document): Promise<void> {
  for (const source of [feed, opml]) {
    const sure = source.recognises(document)
    expect(sure >= 0 && sure <= 1).toBe(true)
    try {
      const reading = await source.read(document)
      expect(() => JSON.stringify(reading)).not.toThrow()
    } catch (error) {
      expect(error).toBeInstanceOf(Problem)
    }
  }
}

test('any bytes are read or refused with a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(
      anything,
      charsets,
      fc.constantFrom('https://harbour.example/', 'text:', 'file:///srv/x', ''),
      (bytes, charset, url) => read(given(bytes, { charset, url })),
    ),
    { numRuns: 1_000 },
  )
})

test('the pieces of any markup are the whole of it, in order', () => {
  fc.assert(
    fc.property(soup, (text) => {
      let at = 0
      for (const token of scanMarkup(text)) {
        if (token.kind === 'text') expect(text.startsWith(token.text, at)).toBe(true)
        if (token.kind === 'open' || token.kind === 'close') {
          expect(token.start).toBeGreaterThanOrEqual(at)
          expect(text[token.start]).toBe('<')
          expect(token.end).toBeGreaterThan(token.start)
        }
        at =
          token.kind === 'text'
            ? at + token.text.length
            : token.kind === 'open' || token.kind === 'close'
              ? token.end
              : text.indexOf('<', at) === -1
                ? at
                : at
        if (token.kind === 'cdata' || token.kind === 'aside' || token.kind === 'broken') return
      }
      expect(at).toBe(text.length)
    }),
  )
})

/** Pairs of sizes: what takes four times as long for twice the text would never end on ten megabytes. */
test.each([
  '<',
  '<a ',
  '<a x="',
  `<a x='<a x="`,
  '</a',
  '</x>',
  '<![CDATA[',
  '<!--',
  '<!DOCTYPE x [',
  '<item><title>',
  '<a xmlns:b="c">',
  '&#',
  '{},',
  '"a\\"',
])(
  'two megabytes of %s are read at once',
  (piece) => {
    for (const begin of [
      '<rss><channel><item><title>a ',
      '<html><body>',
      '{"version":"https://jsonfeed.org/version/1","items":[',
    ]) {
      try {
        readFeedDocument(given(begin + piece.repeat(2_000_000 / piece.length)))
      } catch (error) {
        expect(error).toBeInstanceOf(Problem)
      }
    }
  },
  // Quadratic time would take minutes; this is a net for that, not a measure.
  60_000,
)

test('each source knows its own', () => {
  const sure = (text: string, rest: Partial<Document> = {}) => [
    feed.recognises(given(text, rest)),
    opml.recognises(given(text, rest)),
  ]
  expect(sure('<rss><channel/></rss>')).toEqual([1, 0])
  expect(sure('<!-- <html> --><?xml version="1.0"?><feed>', { type: 'text/html' })).toEqual([1, 0])
  expect(sure('{"version": "https://jsonfeed.org/version/1.1"}')).toEqual([1, 0])
  expect(sure('<opml version="2.0">')).toEqual([0, 1])
  expect(sure('words')).toEqual([0, 0])
  const page = '<!DOCTYPE html><html>'
  expect(sure(page, { url: 'https://harbour.example/', type: 'text/html' })).toEqual([0.1, 0])
  expect(sure(page, { url: 'https://harbour.example/feed/', type: 'text/html' })).toEqual([0.6, 0])
  expect(sure(page, { type: 'application/rss+xml' })).toEqual([0.9, 0])
})
