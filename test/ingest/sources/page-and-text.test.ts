import { describe, expect, it } from 'vitest'
import type { Document, Reading } from '#ingest/source.ts'
import pageSource from '#ingest/sources/page.ts'
import textSource from '#ingest/sources/text.ts'
import { buildPdf } from '../pages/build-pdf.ts'
import { NOW, PARAGRAPHS, page, URL_OF_PAGE } from '../pages/newspaper.ts'

const document = (content: string | Uint8Array, type: string, url = URL_OF_PAGE): Document => ({
  url,
  type,
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
  fetchedAt: NOW,
})
const textOf = (reading: Reading): string => (reading.kind === 'page' ? reading.page.text : JSON.stringify(reading))

describe('which source reads', () => {
  it.each([
    ['a page', document(page(), 'text/html'), 'page'],
    ['a page called plain text', document(page(), 'application/octet-stream'), 'page'],
    ['an HTML file', document(page(), '', 'file:///articles/bridge.html'), 'page'],
    ['pasted words', document('The bridge opens.', 'text/plain', 'text:pasted'), 'text'],
    ['Markdown', document('# Bridge', 'text/markdown'), 'text'],
    ['a PDF, whatever it is called', document('%PDF-1.7', 'text/html'), 'text'],
    ['a feed', document('<?xml version="1.0"?><rss version="2.0"><channel/></rss>', 'text/html'), 'neither'],
  ])('%s', (_what, given, expected) => {
    const [asPage, asText] = [pageSource.recognises(given), textSource.recognises(given)]
    expect(asPage === 0 && asText === 0 ? 'neither' : asPage > asText ? 'page' : 'text').toBe(expected)
  })
})

describe('a page', () => {
  it('is read in its own thread', async () => {
    expect(textOf(await pageSource.read(document(page(), 'text/html')))).toBe(PARAGRAPHS.join('\n\n'))
  })

  it('that is a picture is refused', async () => {
    expect(await pageSource.read(document(new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'image/png'))).toMatchObject({
      kind: 'refused',
      why: 'not-html',
    })
  })
})

describe('a text', () => {
  it.each([
    [
      'with a title line',
      `Bridge opens on Monday\n\n${PARAGRAPHS.join('\n\n')}`,
      'Bridge opens on Monday',
      PARAGRAPHS.join('\n\n'),
    ],
    ['without one', PARAGRAPHS.join('\r\n\r\n'), PARAGRAPHS[0], PARAGRAPHS.join('\n\n')],
    ['of one sentence', 'The bridge opens.', 'The bridge opens.', 'The bridge opens.'],
  ])('%s', async (_what, content, title, text) => {
    expect(await textSource.read(document(content, 'text/plain', 'text:pasted'))).toEqual({
      kind: 'page',
      page: { title, text },
    })
  })

  it('in Markdown gives its words', async () => {
    const reading = await textSource.read(
      document(`# Bridge opens\n\nIt **opens** on [Monday](http://x.example).`, '', 'file:///a/bridge.md'),
    )
    expect(reading).toEqual({ kind: 'page', page: { title: 'Bridge opens', text: 'It opens on Monday.' } })
  })

  it('without words is refused', async () => {
    expect(await textSource.read(document(' \n\t\n', 'text/plain', 'text:pasted'))).toMatchObject({
      kind: 'refused',
      why: 'empty',
    })
  })

  it('that is no text says so', async () => {
    await expect(
      textSource.read(document(new Uint8Array([0, 1, 2, 0xff]), 'text/plain', 'text:pasted')),
    ).rejects.toThrow('not a text file')
  })
})

describe('a PDF', () => {
  it('is read to paragraphs, its hyphens at line ends undone', async () => {
    const pdf = buildPdf([
      ['Bridge opens on Monday'],
      [
        'The new bridge over the harbour of Sundhaven will open to traf-',
        'fic on Monday, two years later than planned, the council said on',
        'Sunday.',
        'It cost a third more than agreed, and the ferry sails on until autumn',
        'comes.',
      ],
    ])
    const reading = await textSource.read(document(pdf, 'application/pdf', 'file:///a/bridge.pdf'))
    expect(textOf(reading)).toContain(
      'will open to traffic on Monday, two years later than planned, the council said on Sunday.',
    )
    expect(textOf(reading)).toContain('until autumn comes.')
  })

  it('that is a picture is refused with a sentence', async () => {
    expect(await textSource.read(document(buildPdf([[]]), 'application/pdf'))).toEqual({
      kind: 'refused',
      why: 'empty',
      sentence: 'The PDF holds pictures of its pages and no words. Give the text, or a PDF with text.',
    })
  })

  it('by name alone is refused', async () => {
    expect(await textSource.read(document('hello', 'application/pdf'))).toMatchObject({
      kind: 'refused',
      why: 'not-html',
    })
  })
})
