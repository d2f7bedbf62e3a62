import { decodeDocument } from '../feeds/decode-document.ts'
import { finishFeed } from '../feeds/finish-feed.ts'
import { LIMITS } from '../feeds/limits.ts'
import { resolveLink } from '../feeds/links.ts'
import { createNotes, type Notes } from '../feeds/notes.ts'
import { plainTitle } from '../feeds/plain-text.ts'
import { isPossible } from '../feeds/possible-date.ts'
import { readDate } from '../feeds/read-date.ts'
import { mayBeArticle } from '../pages/article-links.ts'
import type { Document, FeedItem, Reading, SourceLink } from '../source.ts'
import { type Entry, MOST_ENTRIES, scanSitemap } from './scan-sitemap.ts'

/** Of a sitemap that is not of news, the pages changed last: more are its whole site, touched by some program. See docs/decisions/0105. */
const CHANGED_LAST = 100
/** Of an index, sitemaps handed on. */
const MOST_SITEMAPS = 50

interface Found {
  readonly item: FeedItem
  /** Published, or else changed. */
  readonly at: number
  readonly isNews: boolean
}

/** A sitemap as a feed of its newest pages (none in a quiet weekend), newest first; an index as links to its sitemaps, the one changed last first. */
export function readSitemap(document: Document): Reading {
  const notes = createNotes()
  const text = decodeDocument(document, notes)
  const pages: Found[] = []
  const sitemaps: { link: SourceLink; at: number }[] = []
  let title: string | undefined
  let entries = 0
  for (const entry of scanSitemap(text)) {
    entries += 1
    title ??= plainTitle({ value: entry.said.get('name') ?? '', is: 'text' })
    const url = resolveLink(entry.said.get('loc'), document.url)
    if (url === undefined)
      notes.add('unusable', '1 entry has no address; left out.', '# entries have no address; left out.')
    else if (entry.is === 'sitemap')
      sitemaps.push({ link: { url, kind: 'sitemap' }, at: timeOf(entry, document.fetchedAt) })
    else pages.push(readEntry(entry, url, document.fetchedAt))
  }
  if (entries >= MOST_ENTRIES) {
    const most = MOST_ENTRIES.toLocaleString('en')
    notes.add('many', `It has more than the ${most} entries that a sitemap may have; the first ones were read.`)
  } else if (!/<\/[\w:-]*(?:urlset|sitemapindex)\s*>\s*$/i.test(text.slice(-200)))
    notes.add('truncated', 'It breaks off in the middle; what came before that was read.')
  if (sitemaps.length > 0) {
    const links = sitemaps.toSorted((a, b) => b.at - a.at).slice(0, MOST_SITEMAPS)
    return { kind: 'links', links: links.map(({ link }) => link) }
  }
  const items = newest(pages, notes).map(({ item }) => item)
  const feed = finishFeed({ items, ...(title !== undefined && { title }) }, document.fetchedAt, notes)
  return { kind: 'feed', feed, sitemap: true }
}

/** All that is news, where anything is; else the articles, as far as one can see, that were changed last. */
function newest(pages: readonly Found[], notes: Notes): readonly Found[] {
  const news = pages.filter(({ isNews }) => isNews)
  const wanted = news.length > 0 ? news : pages.filter(({ item }) => mayBeArticle(new URL(item.url ?? '')))
  const most = news.length > 0 ? LIMITS.items : CHANGED_LAST
  if (wanted.length > most) {
    const [all, taken] = [wanted.length, most].map((count) => count.toLocaleString('en'))
    notes.add('more', `It has ${all} pages; the ${taken} that are newest are looked at.`)
  }
  if (news.length === 0 && wanted.length > 1 && wanted.every(({ at }) => at === 0))
    notes.add('undated', 'It does not say when its pages were changed, so I go by their order.')
  return wanted.toSorted((a, b) => b.at - a.at).slice(0, most)
}

function readEntry({ said }: Entry, url: string, seen: Date): Found {
  const title = plainTitle({ value: said.get('title') ?? '', is: 'text' })
  const published = possible(said.get('publication_date'), seen)
  const modified = possible(said.get('lastmod'), seen)
  const language = said.get('language')
  const item: FeedItem = {
    url,
    ...(title !== undefined && { title }),
    ...(published !== undefined && { published }),
    ...(modified !== undefined && { modified }),
    ...(language !== undefined && /^[a-z]{2,3}(?:-[a-z\d]+)*$/i.test(language) && { language }),
  }
  return { item, at: (published ?? modified)?.getTime() ?? 0, isNews: said.has('publication_date') }
}

const timeOf = ({ said }: Entry, seen: Date): number => possible(said.get('lastmod'), seen)?.getTime() ?? 0

function possible(written: string | undefined, seen: Date): Date | undefined {
  const date = readDate(written)
  return date !== undefined && isPossible(date, seen) ? date : undefined
}
