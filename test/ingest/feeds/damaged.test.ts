import { describe, expect, test } from 'vitest'
import { feedOf, rss } from './given.ts'

const one = (id: number): string => `<item><title>Story ${id}</title><link>https://harbour.example/${id}</link></item>`
const titles = (content: string): readonly (string | undefined)[] => feedOf(content).items.map(({ title }) => title)

test('text before the beginning is passed over, and said', () => {
  const feed = feedOf(`Warning: mysql_connect() in /srv/index.php on line 3\n${rss(one(1))}`)
  expect(feed.items).toHaveLength(1)
  expect(feed.mended).toEqual(['Text stands before its beginning; passed over.'])
})

test('raw ampersands and angle brackets are words', () => {
  const feed = feedOf(
    rss(
      '<item><title>R&D: 3 < 4, profit <5% & more</title><link>https://harbour.example/?a=1&copy=2&lt=3</link></item>',
    ),
  )
  expect(feed.items[0]).toMatchObject({
    title: 'R&D: 3 < 4, profit <5% & more',
    url: 'https://harbour.example/?a=1&copy=2&lt=3',
  })
})

test('a bracket that runs into a closing tag does not swallow it', () => {
  expect(
    feedOf(rss(`<item><title>x <y and z</title><link>https://harbour.example/1</link></item>`)).items[0],
  ).toMatchObject({
    title: 'x <y and z',
    url: 'https://harbour.example/1',
  })
})

describe('what was never closed', () => {
  test('an item ends where the next begins', () => {
    const feed = feedOf(rss('<item><title>Story 1</title><item><title>Story 2</title></item>'))
    expect(feed.items.map(({ title }) => title)).toEqual(['Story 1', 'Story 2'])
    expect(feed.mended).toEqual(['An element was never closed.'])
  })

  test('a title ends where the link begins', () => {
    const feed = feedOf(rss('<item><title>Story 1<link>https://harbour.example/1</link><guid>1</guid></item>'))
    expect(feed.items).toEqual([{ id: '1', url: 'https://harbour.example/1', title: 'Story 1' }])
  })

  test('HTML’s line breaks in a description do not swallow the item', () => {
    const feed = feedOf(
      rss('<item><description>one<br>two<img src="/x.png"></description><title>Story 1</title></item>'),
    )
    expect(feed.items[0]).toMatchObject({
      title: 'Story 1',
      content: 'one<br>two<img src="https://harbour.example/x.png">',
    })
    expect(feed.mended).toEqual([])
  })

  test('a CDATA section does not swallow the items after it', () => {
    expect(
      titles(
        rss(`<item><title><![CDATA[Story 1</title></item><item><title><![CDATA[Story 2]]></title></item>${one(3)}`),
      ),
    ).toEqual(['Story 1', 'Story 2', 'Story 3'])
    expect(titles(rss(`<item><title><![CDATA[Story 1</title></item>${one(2)}`))).toEqual(['Story 1', 'Story 2'])
  })
})

test('closing tags that nothing opened are passed over', () => {
  const feed = feedOf(rss(`</div>${one(1)}</p></p>${one(2)}`))
  expect(feed.items).toHaveLength(2)
  expect(feed.mended).toEqual(['3 closing tags have no beginning.'])
})

test('cut anywhere, a feed gives every item that was whole and no title that was not', () => {
  const whole = rss(
    Array.from(
      { length: 5 },
      (_, at) =>
        `<item><title>Story ${at} of five</title><link>https://harbour.example/${at}</link><description><![CDATA[<p>Text ${at}</p>]]></description></item>`,
    ).join(''),
  )
  const end = whole.lastIndexOf('</item>')
  const seen = new Set<number>()
  for (let cut = whole.indexOf('<item>'); cut < end; cut++) {
    const feed = feedOf(whole.slice(0, cut))
    seen.add(feed.items.length)
    expect(feed.items.length).toBeGreaterThanOrEqual(whole.slice(0, cut).split('</item>').length - 1)
    for (const { title, url, content } of feed.items) {
      expect(title ?? 'Story 0 of five').toMatch(/^Story \d of five$/)
      expect(url ?? 'https://harbour.example/0').toMatch(/^https:\/\/harbour\.example\/\d$/)
      expect(content ?? '<p>Text 0</p>').toMatch(/^<p>Text \d<\/p>$/)
    }
    expect(feed.mended.join(' ')).toMatch(/breaks off/)
  }
  expect([...seen].toSorted()).toEqual([0, 1, 2, 3, 4, 5])
})

test('a JSON feed that breaks off gives the items that were whole', () => {
  const whole = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Harbour News',
    items: [1, 2, 3].map((id) => ({ id, title: `Story "${id}" }]` })),
  })
  const feed = feedOf(whole.slice(0, -8))
  expect(feed.items.map(({ title }) => title)).toEqual(['Story "1" }]', 'Story "2" }]'])
  expect(feed.mended).toEqual(['It breaks off in the middle; what came before that was read.'])
})

test('a declared entity is never put in, neither of a file nor of a bomb', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>`
  expect(feedOf(`${bomb}<rss><channel><item><title>x &b; y &c; z</title></item></channel></rss>`).items[0]?.title).toBe(
    'x &b; y &c; z',
  )
})

test('SVG and other foreign markup lends no item its title', () => {
  const [item] = feedOf(
    rss(
      '<item><title>Story 1</title><svg:svg xmlns:svg="http://www.w3.org/2000/svg"><svg:title>Drawing</svg:title></svg:svg><media:title>Photo</media:title><image><title>Logo</title></image></item>',
    ),
  ).items
  expect(item?.title).toBe('Story 1')
})
