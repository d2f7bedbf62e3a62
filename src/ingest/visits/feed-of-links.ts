import type { WatchedSource } from '#core/ports/sources.ts'
import type { Feed, Reading } from '../source.ts'

/** A page of links as a feed of what they lead to: titles, and no dates. */
export function feedOfLinks(
  { links, title }: Extract<Reading, { kind: 'links' }>,
  { url }: Pick<WatchedSource, 'url'>,
): Feed {
  return {
    ...(title !== undefined && { title }),
    link: url,
    // A link's words are not always the headline ("More"), so the page is what names the article.
    items: links.filter(({ kind }) => kind === 'article').map((link) => ({ id: link.url, url: link.url })),
    mended: [],
  }
}
