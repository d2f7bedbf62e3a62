import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { memoryStore } from '#store/memory.ts'
import { openSite, says } from '../fetching/site.ts'
import { openReader } from '../open-reader.ts'
import { hours, NOON, openDesk, report } from '../visits/desk.ts'

const xml = { 'content-type': 'application/xml' }
const urlset = (...entries: readonly string[]) =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>`
const news = (url: string, date: Date) =>
  `<url><loc>${url}</loc><news:news><news:publication><news:name>The Courier</news:name></news:publication><news:publication_date>${date.toISOString()}</news:publication_date><news:title>For search engines: ${url.split('/').at(-1)}</news:title></news:news></url>`
const page = (name: string) =>
  says(
    `<html lang="en"><head><title>On ${name}</title></head><body><article><h1>On ${name}</h1>${Array.from({ length: 6 }, (_, at) => `<p>Paragraph ${at} about ${name}. ${report(name)}</p>`).join('')}</article></body></html>`,
  )
const home = (links = 40) =>
  says(
    `<html><head><title>The Courier | Home</title></head><body>${Array.from({ length: links }, (_, at) => `<p><a href="/2026/03/01/news-${at}">A headline that is long enough number ${at}</a></p>`).join('')}</body></html>`,
  )

it('a site without a feed is read by the news sitemap that its robots.txt names', async () => {
  const site = await openSite({
    '/': home(),
    '/robots.txt': (_, response) =>
      response.end(`User-agent: *\nSitemap: ${site.url}/sitemap.xml\nSITEMAP:/news.xml\n`),
    '/sitemap.xml': says(urlset('<url><loc>/a/other</loc><lastmod>2026-03-01</lastmod></url>'), xml),
    '/news.xml': (_, response) => response.end(urlset(news(`${site.url}/a/mills`, NOON))),
  })
  expect(await openReader().reader.probe(site.url)).toMatchObject({
    kind: 'source',
    source: { url: `${site.url}/news.xml`, kind: 'sitemap', title: 'The Courier' },
    items: 1,
    newest: { title: 'For search engines: mills', published: NOON },
    remarks: ['This site names no feed, so I read what its sitemap tells search engines is new.'],
  })
})

it('a site whose page nobody can read is read by the sitemap at its usual place, an index, packed', async () => {
  const site = await openSite({
    '/': says('<html><head><title>Courier</title></head><body><div id="app"></div></body></html>'),
    '/sitemap.xml': (_, response) =>
      response.end(
        gzipSync(
          `<sitemapindex><sitemap><loc>${site.url}/tags.xml</loc></sitemap><sitemap><loc>/2026-03.xml.gz</loc></sitemap></sitemapindex>`,
        ),
      ),
    '/2026-03.xml.gz': (_, response) =>
      response
        .writeHead(200, { 'content-type': 'application/x-gzip' })
        .end(gzipSync(urlset(`<url><loc>${site.url}/a/mills</loc><lastmod>${NOON.toISOString()}</lastmod></url>`))),
  })
  expect(await openReader().reader.probe(site.url)).toMatchObject({
    source: { url: `${site.url}/sitemap.xml`, kind: 'sitemap', title: 'Courier' },
    items: 1,
    newest: { title: `${site.url}/a/mills` },
  })
  expect(site.asked).not.toContain('/tags.xml')
})

it('a sitemap that does not say whose it is has the name that the site’s home page gives it', async () => {
  const plain = says(urlset(`<url><loc>/a/mills</loc><lastmod>${NOON.toISOString()}</lastmod></url>`), xml)
  const named = async (front: string, path = '/sitemap.xml') => {
    const site = await openSite({ '/': says(front), '/sitemap.xml': plain })
    const probe = await openReader().reader.probe(`${site.url}${path}`)
    return probe.kind === 'source' && probe.source.title
  }
  expect(await named('<title>Home | The Lantern Ledger – News</title><div id="app"></div>')).toBe('The Lantern Ledger')
  expect(await named('<title>News</title><meta property="og:site_name" content="Fathom Weekly">')).toBe('Fathom Weekly')
  expect(await named('<title>News</title><meta property="og:site_name" content="Fathom Weekly">', '/')).toBe(
    'Fathom Weekly',
  )
  expect(await named('<title></title>')).toBe('127.0.0.1')
})

it('a site without either is read for its links, and so is a section whose site has a sitemap', async () => {
  const bare = await openSite({ '/': home() })
  expect(await openReader().reader.probe(bare.url)).toMatchObject({ source: { kind: 'page' } })
  const site = await openSite({ '/sport': home(), '/sitemap.xml': says(urlset(news('/a/mills', NOON)), xml) })
  expect(await openReader().reader.probe(`${site.url}/sport`)).toMatchObject({ source: { kind: 'page' } })
})

it('visits take what is new in a sitemap, from its pages, and an edit that it tells of as a version', async () => {
  const entries = new Map([['mills', hours(-1)]])
  const changed = new Map<string, string>()
  let words = ''
  const site = await openSite({
    '/news.xml': (_, response) =>
      response
        .writeHead(200, xml)
        .end(
          urlset(
            ...[...entries].map(([name, date]) =>
              news(`${site.url}/${name}`, date).replace(
                '<news:news>',
                `<lastmod>${changed.get(name) ?? ''}</lastmod><news:news>`,
              ),
            ),
          ),
        ),
    '/mills': (request, response) => page(`mills${words}`)(request, response),
    '/canal': page('canal'),
  })
  const desk = openDesk(memoryStore())
  await desk.add(`${site.url}/news.xml`, { kind: 'sitemap' })
  await desk.visit()
  const [entry] = await desk.store.library.list({ limit: 9 })
  expect(entry?.article).toMatchObject({ title: 'On mills', outlet: 'The Courier', published: hours(-1) })
  entries.set('canal', NOON)
  words = ' and more'
  changed.set('mills', NOON.toISOString())
  const { state } = await desk.visit()
  expect(state.health).toEqual({ kind: 'ok' })
  expect(await desk.titles()).toEqual(['On canal', 'On mills and more'])
  expect(await desk.store.archive.versions(entry!.article.id)).toHaveLength(1)
  await desk.visit()
  expect(site.asked.filter((path) => path === '/canal')).toHaveLength(1)
})

it('visits of an index look into its newest sitemaps each time, though the index itself stays the same', async () => {
  const asked: (string | undefined)[] = []
  const entries = ['mills']
  const site = await openSite({
    '/index.xml': (request, response) => {
      asked.push(request.headers['if-none-match'])
      response
        .writeHead(200, { ...xml, etag: '"same"' })
        .end(`<sitemapindex><sitemap><loc>/today.xml</loc></sitemap></sitemapindex>`)
    },
    '/today.xml': (_, response) => response.end(urlset(...entries.map((name) => news(`${site.url}/${name}`, NOON)))),
    '/mills': page('mills'),
    '/canal': page('canal'),
  })
  const desk = openDesk(memoryStore())
  await desk.add(`${site.url}/index.xml`, { kind: 'sitemap' })
  await desk.visit()
  entries.push('canal')
  await desk.visit()
  expect(asked).toEqual([undefined, undefined])
  expect(await desk.titles()).toEqual(['On canal', 'On mills'])
})

it('a sitemap whose index leads nowhere is failing, not parked', async () => {
  const site = await openSite({
    '/index.xml': says('<sitemapindex><sitemap><loc>/today.xml</loc></sitemap></sitemapindex>', xml),
  })
  const desk = openDesk(memoryStore())
  await desk.add(`${site.url}/index.xml`, { kind: 'sitemap' })
  expect((await desk.visit()).state.health).toMatchObject({ kind: 'failing', why: expect.stringContaining('(404)') })
})
