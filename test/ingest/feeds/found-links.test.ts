import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFeedDocument } from '#ingest/feeds/read-document.ts'
import { writeOpml } from '#ingest/feeds/write-opml.ts'
import type { SourceLink } from '#ingest/source.ts'
import { given, linksOf, urls } from './given.ts'

describe('a page in a feed’s place', () => {
  const page = `<!DOCTYPE html><html><head><title>Harbour &amp; News</title><base href="/en/">
    <script>document.write('<link rel="alternate" type="application/rss+xml" href="/no">')</script>
    <!-- <link rel="alternate" type="application/rss+xml" href="/no2"> -->
    <link rel="alternate" type="application/rss+xml" title="All" href="all.xml"><LINK REL='alternate feed' TYPE=application/atom+xml HREF=/atom.xml>
    <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2"><link rel="alternate" hreflang="de" href="/de/"><link rel="stylesheet" href="x.css">`

  test('is told from a feed, and gives the feeds that it names', () => {
    expect(linksOf(page, { type: 'application/rss+xml' })).toEqual({
      kind: 'links',
      title: 'Harbour & News',
      links: [
        { url: 'https://harbour.example/en/all.xml', kind: 'feed', title: 'All' },
        { url: 'https://harbour.example/atom.xml', kind: 'feed' },
      ],
      sentence: 'This is a web page and not a feed; it names 2 feeds.',
    })
  })

  test('that names none is refused with what to do', () => {
    expect(() => readFeedDocument(given('<html><body>Gone</body></html>'))).toThrow(
      'This is a web page and not a feed, and it names no feed of its own.',
    )
  })
})

test.each([
  ['', 'There is nothing in this document.'],
  ['just words', 'This is no feed and no page.'],
  ['{"a": 1}', 'This is no feed and no page.'],
  ['{"version": "https://jsonfeed.org/version/1", "items": [', 'This JSON feed is damaged and cannot be read.'],
  ['<opml><body></body></opml>', 'There are no feeds in this OPML file.'],
])('%s is refused with a sentence', (text, message) => {
  expect(() => readFeedDocument(given(text))).toThrow(message)
})

describe('OPML', () => {
  test('folders are opened, each feed is taken once, sites and odd spellings are understood', () => {
    const found = linksOf(`<?xml version="1.0"?><opml version="1.1"><head><title>My feeds</title></head><body>
      <outline text="Press"><outline text="Abroad"><outline type="rss" text="Coast &amp; Port" xmlUrl="https://coast.example/feed?a=1&amp;b=2" htmlUrl="https://coast.example/"/></outline>
      <outline title="Again" xmlurl="https://coast.example/feed?a=1&amp;b=2"/></outline>
      <outline text="Feed scheme" XMLURL="feed://port.example/rss"/><outline text="Site" htmlUrl="https://site.example/"/>
      <outline text="Broken" xmlUrl="not a link:"/></body></opml>`)
    expect(found.title).toBe('My feeds')
    expect(found.links).toEqual([
      { url: 'https://coast.example/feed?a=1&b=2', kind: 'feed', title: 'Coast & Port' },
      { url: 'https://port.example/rss', kind: 'feed', title: 'Feed scheme' },
      { url: 'https://site.example/', kind: 'site', title: 'Site' },
    ])
    expect(found.sentence).toBe(
      '1 entry is there twice; taken once. 1 entry has an address that is no web link; left out.',
    )
  })

  test('entries whose address is none are told apart from folders, with what they are called', () => {
    const found = linksOf(`<opml><body>
      <outline text="No scheme" xmlUrl="news.example:8080/feed"/><outline text="Half" xmlUrl="//port.example/rss"/>
      <outline text="Handed" xmlUrl="feed:https://coast.example/feed"/>
      <outline text="Disk" xmlUrl="file:///srv/feed.xml"/><outline text="Empty" type="rss" xmlUrl=""/>
      <outline text="Folder" xmlUrl=""><outline xmlUrl="gopher://old.example/"/></outline><outline text="Note"/></body></opml>`)
    expect(urls(found.links)).toEqual([
      'https://news.example:8080/feed',
      'https://port.example/rss',
      'https://coast.example/feed',
    ])
    expect(found.unusable).toEqual([
      { address: 'file:///srv/feed.xml', title: 'Disk' },
      { address: '', title: 'Empty' },
      { address: 'gopher://old.example/' },
    ])
  })

  test('5,000 entries of a file that breaks off are read', () => {
    const entries = Array.from(
      { length: 5_000 },
      (_, at) => `<outline text="R&D ${at}" xmlUrl="https://site${at}.example/feed">\n`,
    ).join('')
    const found = linksOf(`<opml><body>${entries}<outline text="cut" xmlUr`)
    expect(found.links).toHaveLength(5_000)
    expect(found.links[4_999]).toEqual({ url: 'https://site4999.example/feed', kind: 'feed', title: 'R&D 4999' })
    expect(found.sentence).toMatch(/breaks off/)
  })

  test('what is written is read back', () => {
    const list: readonly SourceLink[] = [
      { url: 'https://coast.example/feed?a=1&b="2"', kind: 'feed', title: '<Coast> & "Port"' },
      { url: 'https://site.example/', kind: 'site', title: 'Site' },
      { url: 'https://port.example/rss', kind: 'feed' },
    ]
    expect(urls(linksOf(writeOpml(list)).links)).toEqual([
      'https://coast.example/feed?a=1&b=%222%22',
      'https://site.example/',
      'https://port.example/rss',
    ])
    expect(linksOf(writeOpml(list, 'Mine & yours'))).toMatchObject({
      title: 'Mine & yours',
      links: [{ title: '<Coast> & "Port"' }, {}, {}],
    })
    expect(writeOpml([{ url: 'https://a.example/x', kind: 'article' }])).not.toContain('outline')
  })

  test('whatever titles are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 1, maxLength: 5 }), (titles) => {
        const list = titles.map((title, at): SourceLink => ({ url: `https://site.example/${at}`, kind: 'feed', title }))
        expect(urls(linksOf(writeOpml(list)).links)).toEqual(urls(list))
      }),
    )
  })
})
