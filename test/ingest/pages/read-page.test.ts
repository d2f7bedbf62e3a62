import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPage } from '#ingest/pages/read-page.ts'
import type { Page, Reading } from '#ingest/source.ts'
import { ARTICLE, jsonLd, NOW, PARAGRAPHS, page, URL_OF_PAGE } from './newspaper.ts'

const read = (html: string, url = URL_OF_PAGE): Reading => readPage(html, url, NOW)
function pageOf(html: string, url?: string): Page {
  const reading = read(html, url)
  if (reading.kind !== 'page') throw new Error(`read as ${JSON.stringify(reading)}`)
  return reading.page
}
const TEXT = PARAGRAPHS.join('\n\n')

describe('the text', () => {
  it('is the paragraphs of the article, word for word, a blank line between', () => {
    expect(pageOf(page()).text).toBe(TEXT)
  })

  it.each([
    [
      'captions',
      `<figure><img src="a.jpg"><figcaption>The bridge from the north. Photo: Nils Aker</figcaption></figure>`,
    ],
    [
      'captions in a plain box',
      `<div class="image-box"><p>The bridge, seen from the north shore in February.</p></div>`,
    ],
    [
      'a box of related articles',
      `<div class="related-articles"><h3>More on the bridge</h3><ul><li><a href="/a">Ten years of planning</a></li></ul></div>`,
    ],
    ['a line that is a link', `<p><a href="/a">Read our report on the ferries of the harbour</a></p>`],
    ['a line that leads elsewhere', `<p>Related: <a href="/a">Ten years of planning</a></p>`],
    [
      'a newsletter',
      `<div class="newsletter-signup"><p>Get the morning letter from our newsroom, every day at six.</p></div>`,
    ],
    ['advertising', `<p>Advertisement</p>`],
    ['buttons to share', `<ul class="share-buttons"><li>Share</li><li>Print</li></ul>`],
    ['scripts and styles', `<script>alert("Mira Solberg said")</script><style>p { color: red }</style>`],
    ['what a publishing system forgot to draw', `<p>[button link="/kit" type="big"] Send us your bridge[/button]</p>`],
    ['a heading that calls for attention', `<h3>DON'T MISS</h3>`],
    ['what is hidden', `<p style="display:none">Not for readers: draft of the second edition of this report.</p>`],
  ])('leaves out %s', (_what, html) => {
    const [first, ...rest] = PARAGRAPHS.map((words) => `<p>${words}</p>`)
    expect(pageOf(page({ article: `${first}${html}${rest.join('')}` })).text).toBe(TEXT)
  })

  it.each([
    ['By Anna Berg', '<p>By Anna Berg</p>'],
    ['a date', '<p>Published: 1 March 2026, 20:15</p>'],
    ['a date behind a name', '<p>The Harbour Post Published Sunday, March 1, 2026 8:15PM</p>'],
    ['a date behind a bar', '<p>| UPDATED: 20:15, Sun, Mar 1</p>'],
    ['the headline again', '<h2>Bridge opens on Monday</h2>'],
  ])('does not begin with %s', (_what, html) => {
    expect(pageOf(page({ article: html + ARTICLE })).text).toBe(TEXT)
  })

  it.each([
    '<h3>Related stories</h3><p><a href="/a">Ferry to sail on</a></p>',
    '<h3>More from The Harbour Post</h3><ul><li>Fish prices rise</li><li>A seal in the lock</li></ul>',
    '<p>Follow us on Chatter and sign up for our newsletter.</p>',
    '<p>Copyright 2026 The Harbour Post</p>',
  ])('does not end with %s', (html) => {
    expect(pageOf(page({ article: ARTICLE + html })).text).toBe(TEXT)
  })

  it('keeps names of classes from taking words out of a sentence', () => {
    const words = PARAGRAPHS[1]
      .replace('Mira Solberg', '<a class="tag" href="/t">Mira Solberg</a>')
      .replace('long enough', '<span class="share-highlight">long enough</span>')
    expect(pageOf(page({ article: ARTICLE.replace(PARAGRAPHS[1], words) })).text).toBe(TEXT)
  })

  it('keeps the word that shows a box when pointed at, without the box', () => {
    const box =
      '<span class="rollover-people"><a class="rollover-link" href="/t">Mira Solberg</a><span class="rollover-block">Mira Solberg, head of the council</span></span>'
    const words = PARAGRAPHS[1].replace('Mira Solberg', box)
    expect(pageOf(page({ article: ARTICLE.replace(PARAGRAPHS[1], words) })).text).toBe(TEXT)
  })

  it('keeps a post that the article shows, whatever the frame around it is called, and no quote set large beside the text', () => {
    const words = 'The bridge is open, and I was the first one over it today.'
    const framed = (name: string, post: string) =>
      `<div class="${name}"><div><blockquote class="twitter-tweet"><p>${post}</p>— Oskar Lindqvist (@oskar) <a href="https://t.example/1">March 2</a></blockquote></div></div>`
    const [first, ...rest] = PARAGRAPHS.map((one) => `<p>${one}</p>`)
    const { text } = pageOf(page({ article: `${first}${framed('social-media-embed', words)}${rest.join('')}` }))
    expect(text).toBe(TEXT.replace(PARAGRAPHS[0], `${PARAGRAPHS[0]}\n\n${words}\n\n— Oskar Lindqvist (@oskar) March 2`))
    const pulled = `<aside class="pullquote"><blockquote>${PARAGRAPHS[1]}</blockquote></aside>`
    expect(pageOf(page({ article: `${first}${pulled}${rest.join('')}` })).text).toBe(TEXT)
  })

  it('keeps the article of a page that calls its main column a widget', () => {
    expect(pageOf(page({ article: `<div class="widget">${ARTICLE}</div>` })).text).toBe(TEXT)
  })

  it('reads rows of tables along the row, and lists item by item', () => {
    const table =
      '<table><tr><td>North</td><td>12</td></tr><tr><td>South</td><td>9</td></tr></table><ul><li>Buses cross free of charge</li></ul>'
    expect(pageOf(page({ article: ARTICLE.replace('</p>', `</p>${table}`) })).text).toContain(
      'North 12\n\nSouth 9\n\nBuses cross free of charge',
    )
  })

  it('is taken from what the page tells search engines, where a script is to draw it', () => {
    const head = jsonLd({ '@type': 'NewsArticle', headline: 'Bridge opens', articleBody: PARAGRAPHS.join('\n') })
    expect(pageOf(page({ head, article: '<div id="app"></div>' })).text).toBe(TEXT)
  })

  it('keeps every character of a quote', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aé ü“”"‘’«»—–…&<>\u00a0\u202f漢字ق🙂'), minLength: 1, maxLength: 60 }),
        (quote) => {
          const words = `The council wrote on Sunday that (${quote}) was the answer that it would give to everyone who had asked about it.`
          const html = words.replace(/&/g, '&amp;').replace(/</g, '&lt;')
          const expected = words.replace(/ +/g, ' ')
          expect(pageOf(page({ article: ARTICLE.replace('</p>', `</p><p>${html}</p>`) })).text).toContain(expected)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('what a page says about itself', () => {
  it('is read from JSON-LD in a graph, with meta tags where that says nothing', () => {
    const head = `${jsonLd({
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebPage' },
        {
          '@type': ['NewsArticle', 'Article'],
          headline: 'Bridge opens &amp; ferry stays',
          author: [{ '@type': 'Person', name: 'Anna Berg' }, { name: 'Ida Holm' }, 'Per Vik'],
          publisher: { name: 'Harbour Post Ltd' },
          datePublished: '2026-03-01T20:15:00+01:00',
          dateModified: '2026-03-02T07:00+0100',
        },
      ],
    })}<meta property="og:image" content="/bridge.jpg"><link rel="canonical" href="https://www.harbourpost.example/news/bridge">`
    expect(pageOf(page({ head }))).toEqual({
      title: 'Bridge opens & ferry stays',
      outlet: 'The Harbour Post',
      byline: 'Anna Berg, Ida Holm and Per Vik',
      published: new Date('2026-03-01T19:15:00Z'),
      modified: new Date('2026-03-02T06:00:00Z'),
      language: 'en-GB',
      canonical: 'https://www.harbourpost.example/news/bridge',
      picture: 'https://www.harbourpost.example/bridge.jpg',
      text: TEXT,
    })
  })

  it('is read from meta tags alone', () => {
    const head =
      '<meta name="author" content="By Anna Berg | 1 March"><meta property="article:published_time" content="2026-03-01T19:15:00Z">'
    expect(pageOf(page({ head }))).toMatchObject({
      title: 'Bridge opens on Monday',
      byline: 'Anna Berg',
      published: new Date('2026-03-01T19:15:00Z'),
    })
  })

  it.each([
    ['1970-01-01T00:00:00Z', undefined],
    ['2090-01-01T00:00:00Z', undefined],
    ['yesterday', undefined],
    ['2026-03-01', '2026-03-01T00:00:00.000Z'],
    ['Sun, 01 Mar 2026 19:15:00 GMT', '2026-03-01T19:15:00.000Z'],
    ['1772392500', '2026-03-01T19:15:00.000Z'],
  ])('takes the date %s for %s', (date, expected) => {
    const head = `<meta property="article:published_time" content="${date}">`
    expect(pageOf(page({ head })).published?.toISOString()).toBe(expected)
  })

  it('survives JSON-LD that is none', () => {
    const head =
      '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge\nopens",}</script><script type="application/ld+json">{nothing</script>'
    expect(pageOf(page({ head })).title).toBe('Bridge opens')
  })

  it('keeps titles to one line without scripts, however long they are', () => {
    const title = `<script>steal()</script>Bridge <em>opens</em> ${'very '.repeat(20_000)}soon`
    const reading = pageOf(page({ head: `<meta property="og:title" content="${title.replaceAll('"', '&quot;')}">` }))
    expect(reading.title).toMatch(/^Bridge opens very very .*…$/)
    expect(reading.title.length).toBeLessThanOrEqual(300)
  })

  it('does not call the home page the address of an article', () => {
    expect(pageOf(page({ head: '<link rel="canonical" href="https://www.harbourpost.example/">' }))).not.toHaveProperty(
      'canonical',
    )
  })
})

describe('a page that is no article', () => {
  const TEASER =
    '<p>The new bridge over the harbour of Sundhaven will open to traffic on Monday, two years later than planned, the council said on Sunday. It cost a third more than agreed ...</p>'

  it.each([
    ['paywall', page({ head: jsonLd({ '@type': 'NewsArticle', isAccessibleForFree: 'False' }), article: TEASER })],
    [
      'paywall',
      page({ article: `${TEASER}<div class="box"><p>Already a subscriber? Log in to continue reading.</p></div>` }),
    ],
    [
      'consent',
      '<html><head><title>Before you continue to The Harbour Post</title></head><body><p>We and our 812 partners store cookies on your device.</p><button>Accept all</button></body></html>',
    ],
    [
      'video',
      page({
        head: '<meta property="og:type" content="video.other">',
        article: '<video src="a.mp4"></video><p>Watch the bridge open.</p>',
      }),
    ],
    [
      'missing',
      '<html><head><title>Page not found | The Harbour Post</title></head><body><h1>404</h1><p>We could not find that page.</p></body></html>',
    ],
    ['empty', '<html><head><title>The Harbour Post</title></head><body><div id="root"></div></body></html>'],
    ['empty', ''],
    [
      'empty',
      '<html><head><title>The Harbour Post</title><meta property="article:published_time" content="2026-03-01T19:15:00Z"></head><body><article><h1>The Harbour Post</h1><p>Please enable JavaScript in your browser. This site does not work without it.</p></article></body></html>',
    ],
    ...[
      'We could not find that page. It may have been moved or deleted.',
      'The page you are looking for is not here. Try our home page.',
      'This page is no longer here. Please start again at the top of the site.',
      'The link you followed is out of date. Please look for the story by its headline.',
    ].map((words) => [
      'missing',
      `<html><head><title>The Harbour Post</title><meta property="og:type" content="article"><meta property="article:published_time" content="2026-03-01T19:15:00Z"></head><body><article><h1>Oops!</h1><p>${words}</p></article></body></html>`,
    ]),
  ])('is refused as %s', (why, html) => {
    const reading = read(html)
    expect(reading).toMatchObject({ kind: 'refused', why })
    expect(reading.kind === 'refused' && reading.sentence).toMatch(/\.$/)
  })

  const RELATED = Array.from(
    { length: 6 },
    (_, at) =>
      `<li><a href="/news/2026/03/story-number-${at}-of-today">Story number ${at} of a busy day in the harbour</a></li>`,
  ).join('')
  const FLASH = 'The bridge is closed after a lorry hit its railing. Nobody was hurt, police said.'
  const WHEN = '<meta property="article:published_time" content="2026-03-01T19:15:00Z">'

  it('is not refused for being a flash of two sentences, whatever stands beside it', () => {
    const article = `<p>${FLASH}</p>`
    expect(pageOf(page({ head: WHEN, article }))).toMatchObject({ title: 'Bridge opens on Monday', text: FLASH })
    const head = jsonLd({ '@type': 'NewsArticle', datePublished: '2026-03-01T19:15:00Z' })
    expect(pageOf(page({ head, article, after: `<aside><ul>${RELATED}${RELATED}</ul></aside>` })).text).toBe(FLASH)
    // Nobody says when: it may be anything.
    expect(read(page({ article }))).toMatchObject({ kind: 'refused', why: 'empty' })
  })

  it.each([
    'The rail link is closed until Monday after a storm, the operator Harbour Rail said in a note.',
    'The address was given to the police on Sunday, the mayor of Quillham said. Nobody was there.',
    'Harbour Rail has taken down its home page after an attack. Tickets are sold at the counter.',
    'The front page has a map of the flood for the first time since 1953, the editor said.',
  ])('is a flash, whatever in it is a page, a link or an address: %s', (flash) => {
    expect(pageOf(page({ head: WHEN, article: `<p>${flash}</p>` })).text).toBe(flash)
  })

  it('is a list of articles, however few, with or without what each begins with', () => {
    const teasers = RELATED.replace(
      /<li>(<a.*?<\/a>)<\/li>/g,
      `<article><h2>$1</h2><p>${PARAGRAPHS[0]} ${PARAGRAPHS[2]}</p></article>`,
    )
    for (const list of [`<ul>${RELATED}</ul>`, teasers]) {
      const reading = read(
        `<html lang="en"><head><title>News</title></head><body><main><h1>News</h1>${list}</main></body></html>`,
      )
      expect(reading).toMatchObject({ kind: 'links' })
      expect(reading.kind === 'links' && reading.links).toHaveLength(6)
    }
  })

  const line = (at: number): string =>
    `The council met on Sunday evening and heard for ${at + 2} hours what it will cost, and who is to pay for it.`
  const entryOf = (shape: (link: string, at: number) => string): string =>
    Array.from({ length: 6 }, (_, at) =>
      shape(`<a href="/news/2026/03/story-number-${at}-of-today">Story number ${at} of a busy day</a>`, at),
    ).join('')
  const listPage = (list: string, head = ''): string =>
    `<html lang="en"><head><title>Newsletter</title>${head}</head><body><main><h1>Newsletter</h1><div class="content">${list}</div></main></body></html>`

  it.each<[string, (link: string, at: number) => string]>([
    ['paragraphs that start with the link', (link, at) => `<p>${link}: ${line(at)}</p>`],
    ['paragraphs with the link in bold', (link, at) => `<p><strong>${link}</strong> ${line(at)}</p>`],
    ['a link in a line of its own', (link, at) => `<div><div>${link}</div><p>${line(at)}</p></div>`],
    [
      'a link, a day and a name',
      (link, at) => `<p>${link}</p><p>2 March 2026</p><p>By Mira Solberg</p><p>${line(at)}</p>`,
    ],
    ['list items', (link, at) => `<li>${link}<br><br>${line(at)}</li>`],
    ['a live page', (link, at) => `<section><time>1${at}:05</time><h4>${link}</h4><p>${line(at)}</p></section>`],
    [
      'more than one paragraph each',
      (link, at) => `<p>${link}</p><p>${line(at)}</p>${at % 2 ? `<p>${line(at + 9)}</p>` : ''}`,
    ],
  ])('is a list with %s', (_, shape) => {
    for (const head of ['', jsonLd([1, 2, 3, 4].map(() => ({ '@type': 'BlogPosting', headline: 'Another' })))])
      expect(read(listPage(entryOf(shape), head))).toMatchObject({ kind: 'links' })
  })

  it.each<[string, string, string]>([
    [
      'it says that it is one article',
      jsonLd({ '@type': 'NewsArticle' }),
      entryOf((link, at) => `<p>${link}: ${line(at)}</p>`),
    ],
    ['as much of it is its own', '', entryOf((link, at) => `<p>${line(at + 9)}</p><p>${link}: ${line(at)}</p>`)],
    [
      'links stand between its paragraphs',
      '',
      entryOf((link, at) => `<p>${line(at)}</p>${at % 2 ? `<p>${link}</p>` : ''}`),
    ],
    [
      'people are linked where they are named',
      '',
      entryOf((_, at) => `<p><a href="/people/${at}">Mira Solberg</a>, who leads it, said so. ${line(at)}</p>`),
    ],
    [
      'its parts are linked',
      '',
      entryOf((_, at) => `<h2><a href="#part-${at}">What part ${at} says</a></h2><p>${line(at)}</p>`),
    ],
    [
      'its source is one page',
      '',
      entryOf((_, at) => `<p><a href="/study">The study of the council</a> says more. ${line(at)}</p>`),
    ],
  ])('is an article where %s', (_, head, article) => {
    expect(read(page({ head, article }))).toMatchObject({ kind: 'page' })
  })

  it('is not a list for having as many others behind its text', () => {
    expect(pageOf(page({ after: `<aside>${RELATED.replaceAll('li>', 'h3>')}</aside>` })).text).toBe(TEXT)
  })

  it('is not refused for being for subscribers when all of it is there', () => {
    const head = jsonLd({ '@type': 'NewsArticle', isAccessibleForFree: false })
    expect(pageOf(page({ head, article: ARTICLE.repeat(3) })).text.length).toBeGreaterThan(1_500)
  })

  const LIST = Array.from(
    { length: 12 },
    (_, at) =>
      `<h3><a href="/news/2026/03/story-number-${at}-of-today">Story number ${at} of a busy day in the harbour</a></h3>`,
  ).join('')

  it('leads to its feeds', () => {
    const home = `<html><head><title>The Harbour Post</title><link rel="alternate" type="application/rss+xml" title="News" href="/feed.xml"></head><body>${LIST}</body></html>`
    expect(read(home, 'https://www.harbourpost.example/')).toEqual({
      kind: 'links',
      title: 'The Harbour Post',
      site: 'The Harbour Post',
      links: [{ url: 'https://www.harbourpost.example/feed.xml', kind: 'feed', title: 'News' }],
    })
  })

  it('leads to its articles where there is no feed', () => {
    const reading = read(
      `<html><body>${LIST}<a href="/tag/bridge-and-harbour-news-here">All about the bridge and the harbour</a></body></html>`,
      'https://www.harbourpost.example/news',
    )
    expect(reading.kind === 'links' && reading.links.map(({ url, kind }) => `${kind} ${url}`)).toEqual(
      Array.from(
        { length: 12 },
        (_, at) => `article https://www.harbourpost.example/news/2026/03/story-number-${at}-of-today`,
      ),
    )
  })
})

describe('any page', () => {
  const PIECES = [
    '<div>',
    '</div>',
    '<p>',
    '</p>',
    '<br>',
    '<table>',
    '<td>',
    '<a href="x">',
    '</a>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<html>',
    '</html>',
    '<body>',
    '<head>',
    '<svg>',
    '<template>',
    '<h1 class="share" id="x">',
    '<li>',
    '<',
    '>',
    '&',
    '"',
    '\0',
    '<![CDATA[',
    '<title>',
    '<meta property="og:title" content="',
    '<link rel=canonical href="http://[">',
    PARAGRAPHS[0],
    PARAGRAPHS[2],
    '漢字',
    '\ud800',
  ]

  it('is read as something', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 }),
        (pieces) => {
          expect(['page', 'links', 'refused']).toContain(read(pieces.join('')).kind)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is read as something where a body stands inside a div', () => {
    expect(read(`<div>${'\u{10000}'.repeat(8)}\0${'\u{10000}'.repeat(4)}<body>`).kind).toBe('refused')
  })

  it.each(['<div>', '<b>', '<ul><li>', '<table><tr><td>', '<blockquote><p>', '<svg>'])(
    'of 200,000 nested %s is read as something',
    (tag) => {
      expect(['page', 'refused']).toContain(
        read(`<html><body>${tag.repeat(200_000)}${PARAGRAPHS[0]}</body></html>`).kind,
      )
    },
  )
})
