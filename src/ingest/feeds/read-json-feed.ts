import { z } from 'zod'
import { Problem } from '#core/problem.ts'
import type { Feed, FeedItem } from '../source.ts'
import { absoluteLinks, resolveLink, wholeLink } from './links.ts'
import { newestOf } from './newest-of.ts'
import type { Notes } from './notes.ts'
import { parseJson } from './parse-json.ts'
import { looksLikeHtml, plainTitle } from './plain-text.ts'
import { readDate } from './read-date.ts'
import { languageTag, withoutAbsent } from './read-item.ts'

/** A field of the wrong type is a field that is not there; a number for an id is that number in words. */
const text = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined)
const author = z.looseObject({ name: text })
const authors = z.array(author.catch({})).optional().catch(undefined)
const attachment = z.looseObject({ url: text, mime_type: text })
const item = z.looseObject({
  id: text,
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  banner_image: text,
  date_published: text,
  date_modified: text,
  author: author.optional().catch(undefined),
  authors,
  language: text,
  attachments: z.array(attachment.catch({})).optional().catch(undefined),
})
const dated = item.pick({ date_published: true, date_modified: true })
const feed = z.looseObject({
  title: text,
  home_page_url: text,
  language: text,
  author: author.optional().catch(undefined),
  authors,
  items: z.array(z.unknown()).catch([]),
})
type Item = z.infer<typeof item>
type Signed = Pick<Item, 'author' | 'authors'>

/** JSON Feed 1.0 and 1.1. A fault in one field costs that field, in one item that item. Throws `Problem` where it is no JSON at all. */
export function readJsonFeed(source: string, base: string, seen: Date, notes: Notes): Omit<Feed, 'mended'> {
  const read = feed.safeParse(parseJson(source, notes))
  if (!read.success)
    throw new Problem('This is JSON, but not a JSON Feed.', { hint: 'Give the address of an RSS, Atom or JSON feed.' })
  const { title, home_page_url, language, items } = read.data
  const named = plainTitle(written(title ?? ''))
  const link = wholeLink(home_page_url, base)
  const byline = bylineOf(read.data)
  const spoken = languageTag(language)
  return {
    ...(named === undefined ? {} : { title: named }),
    ...(link === undefined ? {} : { link }),
    ...(spoken ? { language: spoken } : {}),
    items: newestOf(items, dateOf, seen, notes).flatMap((entry) => {
      const one = item.safeParse(entry)
      return one.success ? [readItem(one.data, base, { byline, language: spoken })] : []
    }),
  }
}

function readItem(
  one: Item,
  base: string,
  whole: { byline: string | undefined; language: string | undefined },
): FeedItem {
  const picture =
    one.image ?? one.banner_image ?? one.attachments?.find(({ mime_type }) => mime_type?.startsWith('image/'))?.url
  const modified = readDate(one.date_modified)
  const permanent = /^https?:/i.test(one.id ?? '') ? one.id : undefined
  return withoutAbsent({
    id: one.id?.trim() || undefined,
    url: wholeLink(one.url ?? one.external_url ?? permanent, base),
    title: plainTitle(written(one.title ?? '')),
    published: readDate(one.date_published) ?? modified,
    modified,
    byline: bylineOf(one) ?? whole.byline,
    language: languageTag(one.language) ?? whole.language,
    picture: resolveLink(picture, base),
    ...contentOf(one, base),
  })
}

function contentOf(one: Item, base: string): Pick<FeedItem, 'content' | 'contentIs' | 'whole'> {
  if (one.content_html?.trim())
    return { content: absoluteLinks(one.content_html, base), contentIs: 'html', whole: true }
  if (one.content_text?.trim()) return { content: one.content_text, contentIs: 'text', whole: true }
  return one.summary?.trim() ? { content: one.summary, contentIs: 'text', whole: false } : {}
}

function dateOf(entry: unknown): Date | undefined {
  const read = dated.safeParse(entry)
  return read.success ? readDate(read.data.date_published ?? read.data.date_modified) : undefined
}

/** JSON Feed's titles are plain text; those with references or tags in them were made for a page. */
const written = (value: string): { value: string; is: 'html' | 'text' } => ({
  value,
  is: looksLikeHtml(value) ? 'html' : 'text',
})

function bylineOf({ author, authors }: Signed): string | undefined {
  const names = (authors ?? (author === undefined ? [] : [author]))
    .map(({ name }) => name?.trim())
    .filter((name) => name)
  return names.length > 0 ? names.slice(0, 10).join(', ') : undefined
}
