import type { SourceLink } from '../source.ts'
import { findArticleLinks } from './article-links.ts'
import { type PageDocument, wordsOf } from './dom.ts'

const FEED_TYPE = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)$|^(?:application|text)\/(?:xml|rss|atom)$/i
const FEED_PATH =
  /(?:^|\/)(?:feeds?|rss|atom)(?:\.(?:xml|rss|atom|json))?\/?$|\.(?:rss|atom)$|^\/(?:rss|feeds?)\/[^/]+$/i
const MOST_FEEDS = 20

/**
 * Where a site's news is to be had: feeds that its page names or links to; failing these, the news sitemaps of
 * its robots.txt; failing both, the articles that its page links to.
 */
export function discoverSite(document: PageDocument, base: URL, robots = ''): readonly SourceLink[] {
  const feeds = unique([...namedFeeds(document, base), ...linkedFeeds(document, base)]).slice(0, MOST_FEEDS)
  if (feeds.length > 0) return feeds
  const sitemaps = newsSitemaps(robots, base)
  return sitemaps.length > 0 ? sitemaps : findArticleLinks(document, base)
}

function namedFeeds(document: PageDocument, base: URL): readonly SourceLink[] {
  return [...document.querySelectorAll('link[rel~="alternate"][href]')].flatMap((link) =>
    FEED_TYPE.test(link.getAttribute('type')?.trim() ?? '')
      ? toLink(link.getAttribute('href'), base, 'feed', link.getAttribute('title'))
      : [],
  )
}

function linkedFeeds(document: PageDocument, base: URL): readonly SourceLink[] {
  return [...document.querySelectorAll('a[href]')].flatMap((anchor) => {
    const found = toLink(anchor.getAttribute('href'), base, 'feed', wordsOf(anchor))
    return found.filter(({ url }) => FEED_PATH.test(new URL(url).pathname))
  })
}

/** Those called news first: they hold the last two days, where the others hold everything. */
function newsSitemaps(robots: string, base: URL): readonly SourceLink[] {
  const all = [...robots.matchAll(/^\s*sitemap\s*:\s*(\S+)/gim)].flatMap(([, url = '']) => toLink(url, base, 'sitemap'))
  const news = all.filter(({ url }) => /news|latest|recent/i.test(new URL(url).pathname))
  return unique(news.length > 0 ? news : all).slice(0, MOST_FEEDS)
}

function toLink(
  href: string | null,
  base: URL,
  kind: SourceLink['kind'],
  title: string | null = null,
): readonly SourceLink[] {
  if (href === null || !URL.canParse(href, base.href)) return []
  const url = new URL(href, base)
  url.hash = ''
  if (!/^https?:$/.test(url.protocol)) return []
  const words = title?.replace(/\s+/g, ' ').trim().slice(0, 200) ?? ''
  return [{ url: url.href, kind, ...(words !== '' && { title: words }) }]
}

function unique(links: readonly SourceLink[]): readonly SourceLink[] {
  const seen = new Set<string>()
  return links.filter(({ url }) => !seen.has(url) && seen.add(url))
}
