import { describe, expect, test } from 'vitest'
import { feedOf, itemOf, rss } from './given.ts'

const PIER = {
  id: 'pier-7',
  url: 'https://harbour.example/pier',
  title: 'Pier reopens',
  published: new Date('2026-03-09T08:30:00Z'),
}

describe('every format gives the same item', () => {
  const formats: Record<string, string> = {
    'RSS 2.0': rss(
      '<item><title>Pier reopens</title><link>https://harbour.example/pier</link><guid isPermaLink="false">pier-7</guid><pubDate>Mon, 09 Mar 2026 09:30:00 +0100</pubDate></item>',
    ),
    'RSS 0.91 in capitals': `<RSS VERSION="0.91"><CHANNEL><TITLE>Harbour News</TITLE><ITEM><TITLE>Pier reopens</TITLE><LINK>https://harbour.example/pier</LINK><GUID>pier-7</GUID><PUBDATE>9 Mar 26 08:30 GMT</PUBDATE></ITEM></CHANNEL></RSS>`,
    'RSS 1.0 (RDF)': `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="x"><title>Harbour News</title></channel>
      <item rdf:about="pier-7"><title>Pier reopens</title><link>https://harbour.example/pier</link><d:date>2026-03-09T08:30Z</d:date></item></rdf:RDF>`,
    'Atom 1.0': `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour News</title><entry><id>pier-7</id><title>Pier reopens</title>
      <link rel="self" href="https://harbour.example/pier.atom"/><link href="https://harbour.example/pier"/><published>2026-03-09T09:30:00+01:00</published></entry></feed>`,
    'Atom 1.0 under a prefix': `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Harbour News</a:title><a:entry><a:id>pier-7</a:id><a:title>Pier reopens</a:title>
      <a:link rel="alternate" href="https://harbour.example/pier"/><a:published>2026-03-09T08:30:00Z</a:published></a:entry></a:feed>`,
    'Atom 0.3': `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Harbour News</title><entry><id>pier-7</id><title mode="escaped">Pier reopens</title>
      <link rel="alternate" type="text/html" href="https://harbour.example/pier"/><issued>2026-03-09T08:30:00Z</issued></entry></feed>`,
    'JSON Feed 1.1': JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Harbour News',
      items: [
        {
          id: 'pier-7',
          url: 'https://harbour.example/pier',
          title: 'Pier reopens',
          date_published: '2026-03-09T08:30:00Z',
        },
      ],
    }),
  }
  test.each(Object.entries(formats))('%s', (_, text) => {
    const feed = feedOf(text)
    expect(feed.title).toBe('Harbour News')
    expect(feed.items).toEqual([PIER])
    expect(feed.mended).toEqual([])
  })
})

test('the whole text is taken before a summary, and says that it is whole', () => {
  const both = itemOf(
    '<description>In short.</description><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>At length.</p>]]></content:encoded>',
  )
  expect(both).toMatchObject({ content: '<p>At length.</p>', contentIs: 'html', whole: true })
  expect(itemOf('<description>In short.</description>')).toMatchObject({
    content: 'In short.',
    contentIs: 'text',
    whole: false,
  })
})

test('a vocabulary is known by its usual prefix where it is not declared', () => {
  expect(
    itemOf('<dc:creator>Ilse Varga</dc:creator><content:encoded>&lt;p&gt;Text&lt;/p&gt;</content:encoded>'),
  ).toMatchObject({
    byline: 'Ilse Varga',
    content: '<p>Text</p>',
  })
})

test('markup of XHTML that stands in an Atom entry is handed on as HTML', () => {
  const { items } = feedOf(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title><content type="xhtml">
    <div xmlns="http://www.w3.org/1999/xhtml"><p>Fish &amp; <b>chips</b><br/>here</p></div></content></entry></feed>`)
  expect(items[0]).toMatchObject({ content: '<p>Fish &amp; <b>chips</b><br>here</p>', contentIs: 'html', whole: true })
})

test('relative links stand to xml:base, in the text too, and to the feed’s own address without one', () => {
  const { items } =
    feedOf(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/a/"><entry xml:base="b/"><title>T</title>
    <link href="c.html"/><content type="html">&lt;a href="../d?x=1&amp;amp;y=2"&gt;d&lt;/a&gt; &lt;img src=e.png&gt; &lt;a href="#f"&gt;</content></entry></feed>`)
  expect(items[0]?.url).toBe('https://other.example/a/b/c.html')
  expect(items[0]?.content).toBe(
    '<a href="https://other.example/a/d?x=1&amp;y=2">d</a> <img src=https://other.example/a/b/e.png> <a href="#f">',
  )
  expect(itemOf('<link>/pier</link>').url).toBe('https://harbour.example/pier')
})

test('a link that cannot be visited is none', () => {
  expect(itemOf('<title>T</title><link>javascript:alert(1)</link>').url).toBeUndefined()
})

test('a guid that is an address stands in for a missing link, unless it says it is none', () => {
  expect(itemOf('<guid>https://harbour.example/pier</guid>').url).toBe('https://harbour.example/pier')
  expect(itemOf('<title>T</title><guid isPermaLink="false">https://harbour.example/pier</guid>').url).toBeUndefined()
})

describe('bylines', () => {
  test.each([
    ['<author>desk@harbour.example (Ilse Varga)</author>', 'Ilse Varga'],
    ['<author>Ilse Varga &lt;desk@harbour.example&gt;</author>', 'Ilse Varga'],
    ['<author>desk@harbour.example</author><dc:creator>Ilse Varga</dc:creator>', 'Ilse Varga'],
    ['<dc:creator>Ilse Varga</dc:creator><dc:creator>Tom Okeke</dc:creator>', 'Ilse Varga, Tom Okeke'],
    ['<author>desk@harbour.example</author>', undefined],
  ])('%s', (inside, byline) => {
    expect(itemOf(`<title>T</title>${inside}`).byline).toBe(byline)
  })

  test('an entry without one has its feed’s', () => {
    const { items } = feedOf(
      '<feed xmlns="http://www.w3.org/2005/Atom"><author><name>Harbour desk</name></author><entry><title>T</title></entry></feed>',
    )
    expect(items[0]?.byline).toBe('Harbour desk')
  })
})

test('pictures and transcripts of media and podcasts are found', () => {
  const item = itemOf(`<title>T</title>
    <media:group><media:content url="small.jpg" medium="image" width="100"/><media:content url="/large.jpg" medium="image" width="900"/></media:group>
    <podcast:transcript url="https://harbour.example/t.json" type="application/json"/><podcast:transcript url="https://harbour.example/t.vtt" type="text/vtt"/>`)
  expect(item).toMatchObject({
    picture: 'https://harbour.example/large.jpg',
    transcript: 'https://harbour.example/t.vtt',
  })
  expect(itemOf('<title>T</title><itunes:image href="https://harbour.example/i.png"/>').picture).toBe(
    'https://harbour.example/i.png',
  )
  expect(
    itemOf('<title>T</title><enclosure url="https://harbour.example/a.mp3" type="audio/mpeg"/>').picture,
  ).toBeUndefined()
})

test('when a feed asks to be left alone, and where it moved', () => {
  const feed = feedOf(
    rss(`<ttl>90</ttl><skipHours><hour>24</hour><hour>5</hour><hour>x</hour></skipHours><skipDays><day>Sunday</day></skipDays>
    <itunes:new-feed-url>https://new.example/feed</itunes:new-feed-url><language>en_GB</language><link>https://harbour.example/</link>`),
  )
  expect(feed).toMatchObject({
    ttl: 90,
    skipHours: [0, 5],
    skipDays: [0],
    newLocation: 'https://new.example/feed',
    language: 'en-GB',
    link: 'https://harbour.example/',
  })
  const periodic = feedOf(rss('<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>'))
  expect(periodic.ttl).toBe(30)
})

test('a date that cannot be read gives way to one that can, and is never guessed', () => {
  const both = itemOf('<title>T</title><pubDate>03/04/2026</pubDate><dc:date>2026-03-04</dc:date>')
  expect(both.published).toEqual(new Date('2026-03-04T00:00:00Z'))
  expect(itemOf('<title>T</title><pubDate>03/04/2026</pubDate>')).not.toHaveProperty('published')
})

test('an empty feed is a feed', () => {
  expect(feedOf(rss(''))).toEqual({ title: 'Harbour News', items: [], mended: [] })
})

test('in JSON, a field of the wrong type costs that field alone', () => {
  const { items } = feedOf(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1',
      items: [
        { id: 7, title: ['no'], url: '/pier', content_text: 'Words', authors: [{ name: 'Ilse Varga' }, null] },
        'no item',
      ],
    }),
  )
  expect(items).toEqual([
    {
      id: '7',
      url: 'https://harbour.example/pier',
      byline: 'Ilse Varga',
      content: 'Words',
      contentIs: 'text',
      whole: true,
    },
  ])
})
