import type { SourceLink } from '../source.ts'
import { findArticleLinks } from './article-links.ts'
import { type PageDocument, wordsOf } from './dom.ts'

const FEED_TYPE = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)$|^(?:application|text)\/(?:xml|rss|atom)$/i
const FEED_PATH =
  /(?:^|\/)(?:feeds?|rss|atom)(?:\.(?:xml|rss|atom|json))?\/?$|\.(?:rss|atom)$|^\/(?:rss|feeds?)\/[^/]+$/i
const MOST_FEEDS = 20

/** Where a site's news is to be had, as far as its page says: feeds that it names or links to, or failing these its articles. */
export function discoverSite(document: PageDocument, base: URL): readonly SourceLink[] {
  const feeds = unique([...namedFeeds(document, base), ...linkedFeeds(document, base)]).slice(0, MOST_FEEDS)
  return feeds.length > 0 ? feeds : findArticleLinks(document, base)
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
