import { readFeedDocument } from '#ingest/feeds/read-document.ts'
import type { Document, Feed, FeedItem, SourceLink } from '#ingest/source.ts'

const NOW = new Date('2026-03-10T12:00:00Z')

export function given(content: string | Uint8Array, rest: Partial<Document> = {}): Document {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { url: 'https://harbour.example/news/feed.xml', type: '', bytes, fetchedAt: NOW, ...rest }
}

export function feedOf(content: string | Uint8Array, rest: Partial<Document> = {}): Feed {
  const reading = readFeedDocument(given(content, rest))
  if (reading.kind !== 'feed') throw new Error(`a ${reading.kind} instead of a feed`)
  return reading.feed
}

export function linksOf(content: string | Uint8Array, rest: Partial<Document> = {}) {
  const reading = readFeedDocument(given(content, rest))
  if (reading.kind !== 'links') throw new Error(`a ${reading.kind} instead of links`)
  return reading
}

export const urls = (links: readonly SourceLink[]): readonly string[] => links.map(({ url }) => url)

export const rss = (channel: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour News</title>${channel}</channel></rss>`

/** The one item of an RSS feed with these elements in it. */
export function itemOf(inside: string): FeedItem {
  const [item, ...more] = feedOf(rss(`<item>${inside}</item>`)).items
  if (item === undefined || more.length > 0) throw new Error(`${more.length + 1} items instead of one`)
  return item
}

export const titleOf = (title: string): string | undefined =>
  itemOf(`<link>https://harbour.example/1</link><title>${title}</title>`).title
