import { withoutAsides } from './without-asides.ts'

export type Kind = 'feed' | 'json' | 'opml' | 'html' | 'other'

/** Enough for a licence in a comment and a doctype with declarations. In characters. */
const HEAD = 20_000
const FEED = /^(?:rss|feed|rdf|channel|redirect|item|entry)$/
const TAG = /<([a-z_][\w.-]*(?::[\w.-]+)?)(?=[\s>/])/gi

/**
 * What a text is, by its first telling tag. Words before it, comments and doctypes do not count, nor does what the
 * server called it: half of the world's feeds are served as text/html, and error pages as feeds.
 */
export function detectKind(text: string): Kind {
  const head = withoutAsides(text.slice(0, HEAD).replace(/^\ufeff/, ''))
  if (/^\s*[{[]/.test(head)) return isJsonFeed(head) ? 'json' : 'other'
  const doctype = /<!doctype\s+(html|opml|rss|rdf|feed)/i.exec(text.slice(0, HEAD))?.[1]?.toLowerCase()
  for (const [, tag = ''] of head.matchAll(TAG)) {
    const name = tag.slice(tag.indexOf(':') + 1).toLowerCase()
    if (FEED.test(name)) return 'feed'
    if (name === 'opml' || name === 'outline') return 'opml'
    if (/^(?:html|head|body|title|meta|script|div|p|table)$/.test(name)) return 'html'
  }
  return doctype === 'html' ? 'html' : 'other'
}

/** Every JSON Feed says its version near its beginning or has items; a `{` alone says nothing. */
const isJsonFeed = (head: string): boolean => /jsonfeed\.org\/version|"items"\s*:\s*\[/.test(head)
