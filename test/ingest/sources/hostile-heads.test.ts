import { describe, expect, it } from 'vitest'
import { discover } from '#discover.ts'
import type { Document, Source } from '#ingest/source.ts'

const kinds = await discover<Source>(new URL('../../../src/ingest/sources/', import.meta.url))
const document = (content: string): Document => ({
  url: 'https://courier.example/a',
  type: 'text/html',
  bytes: Buffer.from(content),
  fetchedAt: new Date(0),
})
const surest = (content: string): string =>
  [...kinds]
    .map(([name, kind]) => ({ name, sure: kind.recognises(document(content)) }))
    .sort((a, b) => b.sure - a.sure)[0]!.name

// Where an expression can end each comment in many places, a few dozen of them take longer than anybody lives.
describe('what a document is, is told at once', () => {
  it.each([
    ['hundreds of empty comments', '<!---->'.repeat(250)],
    ['comments in the middle of words', 'a<!-- b -->'.repeat(150)],
    ['instructions that never end', '<?'.repeat(1_000)],
    ['comments that never end', '<!--'.repeat(450)],
  ])('behind %s', (_what, aside) => {
    expect(surest(`${aside}<html><body><p>Words.</p></body></html>`)).toBe('page')
  })

  it.each([
    ['a feed', '<rss version="2.0"><channel/></rss>', 'feed'],
    ['a list of feeds', '<opml version="2.0"><body/></opml>', 'opml'],
    ['a sitemap', '<urlset><url/></urlset>', 'sitemap'],
    ['an index of sitemaps', '<sm:sitemapindex xmlns:sm="x"/>', 'sitemap'],
  ])('%s behind a stylesheet and many comments too', (_what, root, name) => {
    const head = `\ufeff<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?>\n${'<!-- a > b -->\n'.repeat(100)}`
    expect(surest(head + root)).toBe(name)
  })
})
