import { describe, expect, it } from 'vitest'
import { Problem } from '#core/problem.ts'
import { NOW, openSite, says } from './fetching/site.ts'
import { openReader } from './open-reader.ts'
import { feed, hours, report, rss } from './visits/desk.ts'

const article = (name: string, words = report(name)) =>
  `<html lang="en"><head><title>On ${name}</title><meta property="og:site_name" content="The Courier"><meta property="article:published_time" content="2026-02-28T08:00:00Z"></head><body><article><h1>On ${name}</h1>${Array.from({ length: 5 }, (_, at) => `<p>Part ${at}. ${words}</p>`).join('')}</article></body></html>`

const sentence = async (asked: Promise<unknown>): Promise<string> => {
  const error = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Problem)) throw new Error(`no problem, but ${String(error)}`)
  return `${error.message} ${JSON.stringify(error.hint ?? '')}`
}

describe('a link that somebody gives', () => {
  it('is read now, and stored once however it is written', async () => {
    const site = await openSite({ '/a': says(article('mills')), '/a?utm_source=x': says(article('mills')) })
    const { reader, store } = openReader()
    const entry = await reader.read(`${site.url}/a`)
    expect(entry.article).toMatchObject({
      title: 'On mills',
      outlet: 'The Courier',
      url: `${site.url}/a`,
      published: new Date('2026-02-28T08:00:00Z'),
    })
    expect(entry.article.text).toContain('Part 4.')
    expect((await reader.read(`${site.url}/a?utm_source=x`)).article.id).toBe(entry.article.id)
    expect(await store.library.count()).toBe(1)
  })

  it('gives what was read before where its site is down', async () => {
    let status = 200
    const site = await openSite({
      '/a': (_, response) => response.writeHead(status, { 'content-type': 'text/html' }).end(article('mills')),
    })
    const { reader } = openReader()
    const before = await reader.read(`${site.url}/a`)
    status = 503
    expect(await reader.read(`${site.url}/a`)).toEqual(before)
  })

  it('that changed is a new version of the article', async () => {
    let words = report('mills')
    const site = await openSite({
      '/a': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(article('mills', words)),
    })
    const { reader, store } = openReader()
    const before = await reader.read(`${site.url}/a`)
    words += ' “We were wrong,” said Mira Novak, the mayor.'
    const after = await reader.read(`${site.url}/a`)
    expect(after.article.id).toBe(before.article.id)
    expect(after.article.text).toContain('We were wrong')
    expect((await store.archive.versions(after.article.id)).map(({ entry }) => entry)).toEqual([before])
  })

  it('is not taken over by a page of another site that calls it its own', async () => {
    const real = await openSite({ '/a': says(article('mills')) })
    const claim = `<link rel="canonical" href="${real.url}/a">`
    const liar = await openSite({ '/b': says(article('lies').replace('<title>', `${claim}<title>`)) })
    const { reader, store } = openReader()
    const before = await reader.read(`${real.url}/a`)
    await reader.read(`${liar.url}/b`)
    expect(await store.library.find(before.article.id)).toEqual(before)
    expect(await store.archive.versions(before.article.id)).toEqual([])
  })

  it('says what is wrong where there is no article, and stores nothing', async () => {
    const site = await openSite({
      '/feed': feed(() => rss([{ id: 'a', title: 'On mills', text: report('mills') }])),
      '/gone': says('', {}, 410),
      '/empty': says('<html><head><title>Nothing</title></head><body></body></html>'),
      '/robots.txt': says('User-agent: *\nDisallow: /closed'),
    })
    const { reader, store } = openReader()
    expect(await sentence(reader.read('nonsense'))).toContain('That is no link I can read.')
    expect(await sentence(reader.read('http://10.1.2.3/'))).toContain('private network')
    expect(await sentence(reader.read(`${site.url}/gone`))).toContain('gone for good (410)')
    expect(await sentence(reader.read(`${site.url}/closed`))).toContain('robots.txt')
    expect(await sentence(reader.read(`${site.url}/feed`))).toContain('That is a feed and not an article.')
    expect(await sentence(reader.read(`${site.url}/empty`))).not.toBe('')
    expect(await store.library.count()).toBe(0)
  })
})

describe('a link that may become a source', () => {
  it('of a feed is shown with its title, its articles and the newest', async () => {
    const items = [2, 1, 3].map((age) => ({
      id: `${age}`,
      title: `Item ${age}`,
      date: hours(-age, NOW),
      text: report('x'),
    }))
    const site = await openSite({ '/feed': feed(() => rss(items)) })
    expect(await openReader().reader.probe(`${site.url}/feed`)).toMatchObject({
      kind: 'source',
      source: { url: `${site.url}/feed`, kind: 'feed', title: 'The Courier' },
      items: 3,
      newest: { title: 'Item 1', published: hours(-1, NOW) },
    })
  })

  const home = (feeds: string) =>
    `<html><head><title>The Courier</title>${feeds}</head><body>${Array.from({ length: 40 }, (_, at) => `<p><a href="/2026/03/01/news-${at}">A headline that is long enough number ${at}</a></p>`).join('')}</body></html>`
  const named = (name: string) => `<link rel="alternate" type="application/rss+xml" href="/${name}" title="${name}">`

  it('of a site with one feed is that feed', async () => {
    const site = await openSite({
      '/': says(home(named('all'))),
      '/all': feed(() => rss([{ id: 'a', title: 'Item', text: report('x') }])),
    })
    expect(await openReader().reader.probe(site.url)).toMatchObject({
      kind: 'source',
      source: { url: `${site.url}/all` },
    })
  })

  it('of a site with several feeds asks which', async () => {
    const site = await openSite({ '/': says(home(named('world') + named('sport'))) })
    expect(await openReader().reader.probe(site.url)).toMatchObject({
      kind: 'choice',
      choices: [
        { url: `${site.url}/world`, title: 'world' },
        { url: `${site.url}/sport`, title: 'sport' },
      ],
    })
  })

  it('of a site whose page is drawn in the browser is the feed that it names', async () => {
    const site = await openSite({
      '/': says(
        `<html><head><title>Home | The Lantern</title>${named('world')}</head><body><div id="app"></div></body></html>`,
      ),
      '/world': feed(() => rss([{ id: 'a', title: 'On mills', text: report('mills') }])),
    })
    expect(await openReader().reader.probe(site.url)).toMatchObject({
      source: { url: `${site.url}/world`, kind: 'feed' },
    })
  })

  it('of a site without a feed is its page of links', async () => {
    const site = await openSite({ '/': says(home('')) })
    const found = await openReader().reader.probe(site.url)
    expect(found).toMatchObject({ kind: 'source', source: { url: `${site.url}/`, kind: 'page' } })
    expect(found.kind === 'source' && found.items).toBeGreaterThan(10)
  })
})
