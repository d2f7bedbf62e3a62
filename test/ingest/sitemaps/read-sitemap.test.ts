import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSitemap } from '#ingest/sitemaps/read-sitemap.ts'
import type { Feed, Reading } from '#ingest/source.ts'
import sitemapSource from '#ingest/sources/sitemap.ts'

const NOW = new Date('2026-03-02T12:00:00Z')
const document = (content: string | Uint8Array, type = 'application/xml') => ({
  url: 'https://courier.example/sitemap.xml',
  type,
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
  fetchedAt: NOW,
})
const read = (content: string): Reading => readSitemap(document(content))
function feedOf(content: string): Feed {
  const reading = read(content)
  if (reading.kind !== 'feed') throw new Error(`no feed but ${reading.kind}`)
  expect(reading.sitemap).toBe(true)
  return reading.feed
}
const urls = (content: string): readonly (string | undefined)[] => feedOf(content).items.map(({ url }) => url)

const NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const urlset = (entries: string) => `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${NS}>${entries}</urlset>`
const page = (path: string, lastmod?: string) =>
  `<url><loc>https://courier.example/${path}</loc>${lastmod === undefined ? '' : `<lastmod>${lastmod}</lastmod>`}</url>`
const news = (path: string, title: string, date: string, more = '') =>
  `<url><loc>https://courier.example/${path}</loc><news:news><news:publication><news:name>The Courier</news:name><news:language>de</news:language></news:publication><news:publication_date>${date}</news:publication_date><news:title>${title}</news:title></news:news>${more}</url>`

describe('a sitemap', () => {
  it('is told from feeds and pages by its first element, whatever it is served as', () => {
    const sure = (content: string) => sitemapSource.recognises(document(content, 'text/html'))
    expect(sure(urlset(''))).toBe(1)
    expect(
      sure(`\ufeff<?xml version="1.0"?><!-- <rss> --><?xml-stylesheet href="s.xsl"?>\n<sm:urlset xmlns:sm="x">`),
    ).toBe(1)
    expect(sure(`<sitemapindex ${NS}>`)).toBe(1)
    expect(sure('<rss version="2.0"><channel><title>On urlset</title></channel></rss>')).toBe(0)
    expect(sure('<html><body>&lt;urlset&gt; <urlset ></body></html>')).toBe(0)
  })

  it('of news gives titles, instants of publication and the outlet, newest first', () => {
    const image =
      '<image:image><image:loc>https://courier.example/x.jpg</image:loc><image:title>A bridge</image:title></image:image>'
    const feed = feedOf(
      urlset(
        news('old', 'Old &amp; grey', '2026-03-01') +
          news('new', '<![CDATA[Bridge <opens>]]>', '2026-03-02T09:30:00+01:00', image),
      ),
    )
    expect(feed).toMatchObject({
      title: 'The Courier',
      items: [
        {
          url: 'https://courier.example/new',
          title: 'Bridge <opens>',
          published: new Date('2026-03-02T08:30:00Z'),
          language: 'de',
        },
        { url: 'https://courier.example/old', title: 'Old & grey', published: new Date('2026-03-01T00:00:00Z') },
      ],
    })
  })

  it('of a whole site gives the pages that may be articles, the one changed last first, and takes no change for a publication', () => {
    const content = urlset(
      page('', '2026-03-02') +
        page('sport', '2026-03-02') +
        page('news/bridge', '2026-02-01') +
        page('tag/bridge', '2026-03-02') +
        page('flood-wall-voted', '2026-03-01T10:00:00Z') +
        page('photo.jpg', '2026-03-02'),
    )
    expect(urls(content)).toEqual(['https://courier.example/flood-wall-voted', 'https://courier.example/news/bridge'])
    expect(feedOf(content).items[0]).toEqual({
      url: 'https://courier.example/flood-wall-voted',
      modified: new Date('2026-03-01T10:00:00Z'),
    })
  })

  it('of a whole site is looked at for the hundred pages changed last; one of news for the newest thousand', () => {
    const many = (count: number, one: (at: number) => string) =>
      urlset(Array.from({ length: count }, (_, at) => one(at)).join(''))
    const date = (at: number) => new Date(NOW.getTime() - at * 60_000).toISOString()
    const whole = feedOf(many(300, (at) => page(`a/${at}`, date(at))))
    expect(whole.items).toHaveLength(100)
    expect(whole.mended).toEqual(['It has 300 pages; the 100 that are newest are looked at.'])
    expect(whole.items.at(-1)?.url).toBe('https://courier.example/a/99')
    expect(feedOf(many(1200, (at) => news(`a/${at}`, `T ${at}`, date(at)))).items).toHaveLength(1000)
  })

  it('with more entries than a sitemap may have is read to there', () => {
    const feed = feedOf(`<urlset ${NS}>${page('a/b', '2026-03-01').repeat(50_001)}</urlset>`)
    expect(feed.mended[0]).toContain('more than the 50,000 entries')
  })

  it('of a quiet weekend has nothing in it', () => {
    expect(feedOf(urlset('')).items).toEqual([])
  })

  it('that is damaged gives what can be read, and says what was wrong', () => {
    const cut = feedOf(
      urlset(page('a/one', '2026-03-01') + page('a/two', '1970-01-01') + page('a/three')).slice(0, -30),
    )
    expect(cut.items.map(({ url }) => url)).toEqual(['https://courier.example/a/one', 'https://courier.example/a/two'])
    expect(cut.mended).toContain('It breaks off in the middle; what came before that was read.')
    const unclosed = `<urlset ${NS}><url><loc>https://courier.example/a/one</loc><url><loc>javascript:x</loc></url><url><loc>/a/two</loc></url></urlset>`
    expect(urls(unclosed)).toEqual(['https://courier.example/a/one', 'https://courier.example/a/two'])
    expect(feedOf(unclosed).mended).toContain('1 entry has no address; left out.')
    expect(feedOf(urlset(page('a/one') + page('a/two'))).mended).toEqual([
      'It does not say when its pages were changed, so I go by their order.',
    ])
  })

  it('never throws, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '<url>',
            '</url>',
            '<loc>',
            'https://a.example/b/c',
            '</loc>',
            '<sitemap>',
            '<',
            '&',
            '<news:title>',
            '2026',
            '<![CDATA[',
            '<lastmod>',
          ),
          { maxLength: 30 },
        ),
        (parts) => {
          expect(['feed', 'links']).toContain(read(parts.join('')).kind)
        },
      ),
    )
  })

  it('that is an index gives its sitemaps, the one changed last first', () => {
    const one = (name: string, date: string) =>
      `<sitemap><loc>https://courier.example/${name}.xml.gz</loc><lastmod>${date}</lastmod></sitemap>`
    expect(
      read(`<sitemapindex ${NS}>${one('2026-02', '2026-02-28')}${one('2026-03', '2026-03-02')}</sitemapindex>`),
    ).toEqual({
      kind: 'links',
      links: [
        { kind: 'sitemap', url: 'https://courier.example/2026-03.xml.gz' },
        { kind: 'sitemap', url: 'https://courier.example/2026-02.xml.gz' },
      ],
    })
  })

  it('that is packed is no sitemap before it is unpacked, which the fetcher does', () => {
    expect(sitemapSource.recognises(document(gzipSync(urlset('')), 'application/gzip'))).toBe(0)
  })
})
