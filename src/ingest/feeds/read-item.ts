import type { FeedItem } from '../source.ts'
import { type Index, indexOf } from './element-index.ts'
import { wordsOf, writtenIn } from './element-text.ts'
import { absoluteLinks, resolveLink, wholeLink } from './links.ts'
import { pictureOf } from './picture.ts'
import { plainTitle } from './plain-text.ts'
import { readAuthors } from './read-authors.ts'
import { readDate } from './read-date.ts'
import type { Element } from './read-tree.ts'

/** In the order of trust: what says it is the whole text, then what may be, then summaries. */
const WHOLE = ['content:encoded', 'content', 'xhtml:body', 'body', 'fullitem']
const SUMMARY = [
  'description',
  'summary',
  'abstract',
  'itunes:summary',
  'dcterms:abstract',
  'media:description',
  'dc:description',
  'itunes:subtitle',
]
const PUBLISHED = ['published', 'pubdate', 'issued', 'dcterms:issued', 'dc:date', 'created', 'dcterms:created', 'date']
const MODIFIED = ['updated', 'modified', 'dcterms:modified']
/** The first is the easiest to read as text. */
const TRANSCRIPTS = [
  'text/vtt',
  'application/x-subrip',
  'application/srt',
  'text/srt',
  'text/plain',
  'text/html',
  'application/json',
]

/**
 * An item of RSS, RDF or Atom, or an entry that mixes them; the vocabularies are told apart by their elements and not
 * by the document's claim. `authors` are the feed's own, which Atom gives to entries without any.
 */
export function readItem(element: Element, authors: string | undefined): FeedItem {
  const index = indexOf(element)
  const groups = index.all('media:group').map(indexOf)
  const title = index.one('title', 'dc:title', 'media:title', 'itunes:title') ?? groups[0]?.one('media:title')
  const id = index.words('guid', 'id') ?? element.attributes.get('rdf:about') ?? index.words('dc:identifier')
  const modified = firstDate(index, MODIFIED) ?? readDate(element.attributes.get('lastmod'))
  const published = firstDate(index, PUBLISHED) ?? modified
  const language = index.words('language', 'dc:language') ?? element.language
  return withoutAbsent({
    id: id?.trim() || undefined,
    url: articleLink(index),
    title: title === undefined ? undefined : plainTitle(writtenIn(title)),
    published,
    modified,
    byline: readAuthors(index) ?? authors,
    language: languageTag(language),
    picture: pictureOf(index),
    ...contentOf(index, groups),
    transcript: transcriptOf(index),
  })
}

/** When an item was published, as far as it says. */
export function dateOf(element: Element): Date | undefined {
  const index = indexOf(element)
  return firstDate(index, PUBLISHED) ?? firstDate(index, MODIFIED) ?? readDate(element.attributes.get('lastmod'))
}

/** One that cannot be read gives way to the next. */
function firstDate(index: Index, keys: readonly string[]): Date | undefined {
  for (const key of keys) {
    const date = readDate(index.words(key))
    if (date !== undefined) return date
  }
  return undefined
}

/** `en_GB` is how some programs spell `en-GB`. */
export const languageTag = (written: string | undefined): string | undefined =>
  written?.trim().replaceAll('_', '-') || undefined

/** `link` in any of its forms, else a guid that is an address. A feed's counting detour gives way to the article's own address. */
function articleLink(index: Index): string | undefined {
  const own = index.one('feedburner:origlink')
  if (own !== undefined) return wholeLink(wordsOf(own), own.base)
  const link = pageLink(index)
  if (link !== undefined) return link
  const guid = index.one('guid')
  if (
    guid !== undefined &&
    guid.attributes.get('ispermalink')?.toLowerCase() !== 'false' &&
    /^\s*https?:/i.test(wordsOf(guid))
  )
    return wholeLink(wordsOf(guid), guid.base)
  const about = index.element.attributes.get('rdf:about') ?? index.element.attributes.get('href')
  return wholeLink(about, index.element.base)
}

/** The page that an item or a feed stands for: Atom's `alternate`, or RSS's link of plain words. */
export function pageLink(index: Index): string | undefined {
  const links = index.all('link')
  const related = (wanted: RegExp): Element | undefined =>
    links.find((link) => link.attributes.has('href') && wanted.test(link.attributes.get('rel') ?? 'alternate'))
  const alternates = links.filter((link) => link.attributes.has('href') && isAlternate(link))
  const alternate = alternates.find((link) => /html|^$/.test(link.attributes.get('type') ?? '')) ?? alternates[0]
  const plain = links.findLast((link) => wordsOf(link) !== '')
  const text = plain === undefined ? undefined : wholeLink(wordsOf(plain), plain.base)
  if (text !== undefined) return text
  const found = alternate ?? related(/^(?:via|related)$/)
  if (found !== undefined) return wholeLink(found.attributes.get('href'), found.base)
  const resource = links.find((link) => link.attributes.has('rdf:resource'))
  return resource === undefined ? undefined : wholeLink(resource.attributes.get('rdf:resource'), resource.base)
}

const isAlternate = (link: Element): boolean =>
  /^(?:.*\/)?alternate$/i.test(link.attributes.get('rel')?.trim() || 'alternate')

function contentOf(index: Index, groups: readonly Index[]): Pick<FeedItem, 'content' | 'contentIs' | 'whole'> {
  const whole = index.one(...WHOLE)
  const found = whole ?? index.one(...SUMMARY) ?? groups[0]?.one('media:description')
  if (found === undefined) return {}
  const { value, is } = writtenIn(found)
  if (value === '') return {}
  return {
    content: is === 'html' ? absoluteLinks(value, found.base) : value,
    contentIs: is,
    whole: whole !== undefined,
  }
}

function transcriptOf(index: Index): string | undefined {
  const rank = (element: Element): number => {
    const at = TRANSCRIPTS.indexOf(element.attributes.get('type')?.toLowerCase() ?? '')
    return at === -1 ? TRANSCRIPTS.length : at
  }
  const [best] = index.all('podcast:transcript').toSorted((one, other) => rank(one) - rank(other))
  return best === undefined ? undefined : resolveLink(best.attributes.get('url'), best.base)
}

type Loose = { readonly [Key in keyof FeedItem]: FeedItem[Key] | undefined }

/** Without the keys that have nothing: absent is how an item says that the feed gave none. */
export const withoutAbsent = (item: Loose): FeedItem =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined))
