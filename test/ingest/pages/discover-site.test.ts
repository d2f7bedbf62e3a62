import { describe, expect, it } from 'vitest'
import { discoverSite } from '#ingest/pages/discover-site.ts'
import { parsePage } from '#ingest/pages/parse-page.ts'

const BASE = new URL('https://www.harbourpost.example/')
const links = (html: string): readonly string[] =>
  discoverSite(parsePage(html), BASE).map(
    ({ kind, url, title }) => `${kind} ${url}${title === undefined ? '' : ` (${title})`}`,
  )

describe('a site', () => {
  it('names its feeds in its head, each once', () => {
    expect(
      links(`<link rel="alternate" type="application/rss+xml" title="All  news" href="/feed.xml">
        <link rel="alternate" type="application/atom+xml" href="https://feeds.harbourpost.example/atom">
        <link rel="alternate" type="application/feed+json" href="feed.json">
        <link rel="alternate" hreflang="de" href="/de/"><a href="/feed.xml#top">RSS</a>`),
    ).toEqual([
      'feed https://www.harbourpost.example/feed.xml (All news)',
      'feed https://feeds.harbourpost.example/atom',
      'feed https://www.harbourpost.example/feed.json',
    ])
  })

  it.each(['/feed', '/feed/', '/rss', '/rss.xml', '/news/atom.xml', '/sport.rss', '/feeds/news'])(
    'links to its feed at %s',
    (path) => {
      expect(links(`<a href="${path}">Subscribe by feed</a>`)).toEqual([
        `feed https://www.harbourpost.example${path} (Subscribe by feed)`,
      ])
    },
  )

  it('links to its articles, where it has none', () => {
    expect(
      links(`<a href="/news/2026/03/01/bridge-opens"><h3>Bridge opens on Monday</h3><p>Two years late</p></a>
        <a href="/news/2026/03/01/bridge-opens#comments">12 comments on the bridge article</a>
        <a href="/ferry-to-sail-until-summer">Ferry to sail until the end of summer</a>
        <a href="/privacy">How we handle your personal data</a>
        <a href="https://elsewhere.example/2026/03/01/another-site-altogether">An article on another site altogether</a>
        <a href="javascript:void(0)">A button that is written like a headline</a>
        <a href="http://[">A link that is no link at all, is it</a>`),
    ).toEqual([
      'article https://www.harbourpost.example/news/2026/03/01/bridge-opens (Bridge opens on Monday)',
      'article https://www.harbourpost.example/ferry-to-sail-until-summer (Ferry to sail until the end of summer)',
    ])
  })

  it('that has nothing gives nothing', () => {
    expect(links('')).toEqual([])
  })
})
