import type { SourceLink } from '../source.ts'
import { decodeAttribute, decodeEntities } from './decode-entities.ts'
import { resolveLink } from './links.ts'
import { plainTitle } from './plain-text.ts'
import { type Attribute, scanMarkup } from './scan-markup.ts'

const FEED_TYPE = /^application\/(?:rss|atom|rdf|feed)(?:\+xml|\+json)|^application\/json$|^text\/(?:rss|atom)/i
/** A page that names more is no home page. */
const MOST = 50

/** The feeds that a page names as its own (`<link rel=alternate>`), in its order, and its title. */
export function findFeedLinks(
  html: string,
  url: string,
): { readonly links: readonly SourceLink[]; readonly title?: string } {
  const links = new Map<string, SourceLink>()
  let base = url
  let title: string | undefined
  let naming = false
  for (const token of scanMarkup(html, { html: true })) {
    if (token.kind === 'text' && naming) title = plainTitle({ value: decodeEntities(token.text), is: 'text' })
    naming = token.kind === 'open' && token.name.toLowerCase() === 'title' && title === undefined
    if (token.kind !== 'open') continue
    const attributes = valuesOf(token.attributes)
    if (/^base$/i.test(token.name)) base = resolveLink(attributes.get('href'), url) ?? base
    if (!/^link$/i.test(token.name) || !isFeedLink(attributes) || links.size >= MOST) continue
    const found = resolveLink(attributes.get('href'), base)
    // A page that is its own feed's address would be asked again and again.
    if (found === undefined || found === url) continue
    const named = plainTitle({ value: attributes.get('title') ?? '', is: 'text' })
    if (!links.has(found))
      links.set(found, { url: found, kind: 'feed', ...(named === undefined ? {} : { title: named }) })
  }
  return { links: [...links.values()], ...(title === undefined ? {} : { title }) }
}

const valuesOf = (attributes: readonly Attribute[]): ReadonlyMap<string, string> =>
  new Map(attributes.map(({ name, value }) => [name.toLowerCase(), decodeAttribute(value)]))

function isFeedLink(attributes: ReadonlyMap<string, string>): boolean {
  const relations = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/)
  if (relations.includes('feed')) return true
  const type = attributes.get('type') ?? ''
  // WordPress names its API's own document `application/json`; JSON feeds served so say "feed" in address or title.
  const vague =
    /^application\/json$/i.test(type) && !/feed/i.test(`${attributes.get('href')} ${attributes.get('title')}`)
  return relations.includes('alternate') && FEED_TYPE.test(type.trim()) && !vague
}
