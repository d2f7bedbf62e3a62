import { expect, test } from 'vitest'
import { readFeedDocument } from '#ingest/feeds/read-document.ts'
import { feedOf, given, rss } from './given.ts'

const item = (inside: string): string => `<item>${inside}</item>`

test('of 50,000 items the newest 1,000 are taken, in the feed’s order, and this is said', () => {
  const day = (at: number): string => new Date(Date.UTC(2000, 0, 1) + ((at * 7_919) % 50_000) * 3_600_000).toUTCString()
  const feed = feedOf(
    rss(
      Array.from({ length: 50_000 }, (_, at) =>
        item(`<title>${at}</title><guid>${at}</guid><pubDate>${day(at)}</pubDate>`),
      ).join(''),
    ),
  )
  expect(feed.items).toHaveLength(1_000)
  expect(feed.mended).toEqual(['It has 50,000 items; the newest 1,000 were taken.'])
  const newest = Array.from({ length: 50_000 }, (_, at) => at).filter((at) => (at * 7_919) % 50_000 >= 49_000)
  expect(feed.items.map(({ id }) => Number(id))).toEqual(newest)
})

test('without dates, the first are the newest', () => {
  const feed = feedOf(rss(Array.from({ length: 1_200 }, (_, at) => item(`<title>${at}</title>`)).join('')))
  expect(feed.items.map(({ title }) => Number(title))).toEqual(Array.from({ length: 1_000 }, (_, at) => at))
})

test('an impossible date makes no item the newest', () => {
  const items = Array.from({ length: 1_001 }, (_, at) =>
    item(`<title>${at}</title><pubDate>${at < 1_000 ? '2026-03-01' : '2025-01-01'}</pubDate>`),
  )
  const feed = feedOf(rss(`${items.join('')}${item('<title>2090</title><pubDate>2090-01-01</pubDate>')}`))
  expect(feed.items.map(({ title }) => title)).not.toContain('2090')
  expect(feed.items).toHaveLength(1_000)
})

test('a document of millions of elements is read as far as 500,000', () => {
  const feed = feedOf(rss(`${item('<title>a</title>')}${'<b/>'.repeat(1_000_000)}${item('<title>b</title>')}`))
  expect(feed.items.map(({ title }) => title)).toEqual(['a'])
  expect(feed.mended).toContain('It has more than 500,000 elements; what comes after them was not read.')
})

test('dates of 1970 and 2090 are left out, their items are not', () => {
  const feed = feedOf(
    rss(
      item('<title>a</title><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>') +
        item('<title>b</title><pubDate>2090-01-01T00:00:00Z</pubDate>') +
        item('<title>c</title><pubDate>2026-03-11T09:00:00Z</pubDate>'),
    ),
  )
  expect(feed.items).toEqual([
    { title: 'a' },
    { title: 'b' },
    expect.objectContaining({ title: 'c', published: new Date('2026-03-11T09:00:00Z') }),
  ])
  expect(feed.mended).toEqual(['2 items are dated before 1990 or in the future; such dates are left out.'])
})

test('an item without title, link and text is left out, and this is said', () => {
  const feed = feedOf(rss(item('<guid isPermaLink="false">x</guid>') + item('<description>Only text</description>')))
  expect(feed.items).toEqual([{ content: 'Only text', contentIs: 'text', whole: false }])
  expect(feed.mended).toEqual(['1 item has no title, no link and no text; left out.'])
})

test('an item that is there twice is taken in its newest version', () => {
  const twice = (title: string, hour: string) =>
    item(
      `<title>${title}</title><link>https://harbour.example/1</link><guid>1</guid><pubDate>2026-03-09T${hour}:00:00Z</pubDate>`,
    )
  const feed = feedOf(rss(twice('Old', '08') + twice('New', '10') + twice('Middle', '09')))
  expect(feed.items.map(({ title }) => title)).toEqual(['New'])
  expect(feed.mended).toEqual(['2 items are there more than once; the newest versions were taken.'])
})

test('two links under one id are two items, and the id tells nothing', () => {
  const feed = feedOf(
    rss(
      item('<title>a</title><link>https://harbour.example/1</link><guid>home</guid>') +
        item('<title>b</title><link>https://harbour.example/2</link><guid>home</guid>'),
    ),
  )
  expect(feed.items.map(({ id, url }) => [id, url])).toEqual([
    [undefined, 'https://harbour.example/1'],
    [undefined, 'https://harbour.example/2'],
  ])
  expect(feed.mended).toEqual(['2 items share their id with others; told apart by their links.'])
})

test('more than 10 MB is refused with a sentence', () => {
  expect(() => readFeedDocument(given(new Uint8Array(10_000_001)))).toThrow(
    'This has more than 10 MB, which no feed needs.',
  )
})

test('200,000 nested tags are read at a depth of 500, and the items after them too', () => {
  const deep = rss(
    `${item(`<title>a</title><description>${'<b>'.repeat(200_000)}x${'</b>'.repeat(200_000)}</description>`)}${item('<title>b</title>')}`,
  )
  const feed = feedOf(deep)
  expect(feed.items.map(({ title }) => title)).toEqual(['a', 'b'])
  expect(feed.mended).toEqual(['Tags are nested more than 500 deep; deeper ones were read as if at that depth.'])
  const unclosed = `${item(`<title>a</title><description>${'<b>'.repeat(200_000)}</description>`)}${item('<title>b</title>')}`
  expect(feedOf(rss(unclosed)).items.map(({ title }) => title)).toEqual(['a', 'b'])
  expect(feedOf(rss(`${item('<title>a</title>')}${'<b>'.repeat(200_000)}`)).items).toHaveLength(1)
})
