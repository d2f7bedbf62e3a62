import { describe, expect, it } from 'vitest'
import { memoryStore } from '#store/memory.ts'
import { openSite, says } from '../fetching/site.ts'
import { openReader } from '../open-reader.ts'
import { feed, hours, type Item, openDesk, report, rss } from './desk.ts'

const open = () => openDesk(memoryStore())
const item = (link: string, more: Partial<Item> = {}): Item => ({
  id: link,
  link,
  title: 'On mills',
  date: hours(-1),
  text: report('mills'),
  ...more,
})

/** What is stored of two feeds, the second visited after the first. */
async function stored(first: Item, second: Item): Promise<readonly string[]> {
  const site = await openSite({ '/a': feed(() => rss([first])), '/b': feed(() => rss([second])) })
  const desk = open()
  await desk.add(`${site.url}/a`)
  await desk.add(`${site.url}/b`)
  await desk.visit('s1')
  await desk.visit('s2')
  return desk.titles()
}

describe('one article under two links, from two feeds, is stored once', () => {
  const link = 'https://www.courier.example/news/mills?id=7'
  it.each([
    ['with tracking parameters', 'https://www.courier.example/news/mills?utm_source=rss&id=7&fbclid=abc#top'],
    ['without https', 'http://www.courier.example/news/mills?id=7'],
    ['without www', 'https://courier.example/news/mills/?id=7'],
    ['for telephones', 'https://m.courier.example/news/mills?id=7'],
    ['in AMP, by host', 'https://amp.courier.example/news/mills?id=7'],
    ['in AMP, by path', 'https://www.courier.example/news/mills/amp/?id=7'],
    ['in AMP, by parameter', 'https://www.courier.example/news/mills?id=7&amp;amp=1'],
    ['in the AMP cache', 'https://www-courier-example.cdn.ampproject.org/c/s/www.courier.example/news/mills?id=7'],
    ['in the AMP viewer', 'https://www.google.com/amp/s/www.courier.example/news/mills?id=7'],
  ])('%s', async (_how, other) => {
    // The twins' texts differ by a word, so that nothing but the link joins them.
    expect(await stored(item(link), item(other, { text: `${report('mills')} More.` }))).toEqual(['On mills'])
  })

  it('but two articles that differ in a parameter of their own are two', async () => {
    const other = item('https://www.courier.example/news/mills?id=8', { title: 'On weirs', text: report('weirs') })
    expect(await stored(item(link), other)).toEqual(['On mills', 'On weirs'])
  })
})

const page = (name: string, canonical: string, words = '', body = report(name)) =>
  says(
    `<html lang="en"><head><title>On ${name}</title><link rel="canonical" href="${canonical}"></head><body><article><h1>On ${name}</h1>${Array.from({ length: 6 }, (_, at) => `<p>Paragraph ${at} about ${name}. ${body}</p>`).join('')}${words}</article></body></html>`,
  )

const RAIN = 'Rain is coming from the west and will stay until Friday, forecasters expect, with strong winds. '.repeat(
  4,
)

describe('pages that say where they belong', () => {
  it('are one article, by whichever of its links it was found, by a visit or by somebody', async () => {
    const site = await openSite({
      '/a': feed(() => rss([item(`${site.url}/mills?view=list`, { text: 'A teaser.' })])),
      '/b': feed(() => rss([item(`${site.url}/mills?view=grid`, { text: 'A teaser.', title: 'Mills, seen' })])),
      '/mills?view=list': page('mills', '/mills'),
      '/mills?view=grid': page('mills', '/mills'),
      '/mills': page('mills', '/mills'),
    })
    const desk = open()
    await desk.add(`${site.url}/a`)
    await desk.add(`${site.url}/b`)
    await desk.visit('s1')
    await desk.visit('s2')
    expect(await desk.titles()).toEqual(['On mills'])
    const { reader } = openReader(desk.store)
    const entry = await reader.read(`${site.url}/mills`)
    expect(entry.article.url).toBe(`${site.url}/mills`)
    expect(await desk.store.library.count()).toBe(1)
  })

  it('of another site are the copy that they say they are, and change nothing in what was copied', async () => {
    const original = await openSite({
      '/a': feed(() => rss([item(`${original.url}/mills`, { text: 'A teaser.' })])),
      '/mills': page('mills', '/mills'),
    })
    const copier = await openSite({
      '/b': feed(() => rss([item(`${copier.url}/copied`, { text: 'A teaser.' })])),
      '/copied': (request, response) =>
        page('mills', `${original.url}/mills`, '<p>Brought to you by the Copier.</p>')(request, response),
    })
    const desk = open()
    await desk.add(`${original.url}/a`)
    await desk.add(`${copier.url}/b`)
    await desk.visit('s1')
    const [before] = await desk.store.library.list({ limit: 9 })
    await desk.visit('s2')
    expect(await desk.store.library.list({ limit: 9 })).toEqual([before])
  })

  it('and lie are articles of their own', async () => {
    const original = await openSite({
      '/a': feed(() => rss([item(`${original.url}/mills`, { text: 'A teaser.' })])),
      '/mills': page('mills', '/mills'),
    })
    const liar = await openSite({
      '/b': feed(() => rss([item(`${liar.url}/weirs`, { title: 'On weirs', text: 'A teaser.' })])),
      '/weirs': (request, response) => page('weirs', `${original.url}/mills`, '', RAIN)(request, response),
    })
    const desk = open()
    await desk.add(`${original.url}/a`)
    await desk.add(`${liar.url}/b`)
    await desk.visit('s1')
    await desk.visit('s2')
    expect(await desk.titles()).toEqual(['On mills', 'On weirs'])
  })
})
