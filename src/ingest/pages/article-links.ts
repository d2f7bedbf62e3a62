import type { SourceLink } from '../source.ts'
import { type PageDocument, type PageElement, wordsOf } from './dom.ts'

const MOST_LINKS = 60
const HEADLINE = 22
const NOT_ARTICLES =
  /\/(?:tags?|topics?|category|categories|authors?|people|section|sections|search|login|signin|signup|register|subscribe|subscriptions?|account|about|contact|privacy|terms|cookies?|help|faq|newsletters?|podcasts?|video|videos|gallery|galleries|photos?|live|weather|jobs|careers|advertise|shop|store|games|horoscopes?|crosswords?|page)(?:\/|$)/i
const FILE = /\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|zip|xml|rss|css|js)$/i

/** Links whose words read like headlines and whose addresses look like articles of the same site. */
export function findArticleLinks(document: PageDocument, base: URL): readonly SourceLink[] {
  const found = new Map<string, SourceLink>()
  for (const anchor of document.querySelectorAll('a[href]')) {
    if (found.size >= MOST_LINKS) break
    const url = articleAddress(anchor.getAttribute('href') ?? '', base)
    const title = headlineOf(anchor)
    if (url === undefined || title === undefined || found.has(url)) continue
    found.set(url, { url, title, kind: 'article' })
  }
  return [...found.values()]
}

function articleAddress(href: string, base: URL): string | undefined {
  if (!URL.canParse(href, base.href)) return undefined
  const url = new URL(href, base)
  url.hash = ''
  const isOwn = site(url.hostname) === site(base.hostname) && /^https?:$/.test(url.protocol)
  if (!isOwn || url.href === base.href || NOT_ARTICLES.test(url.pathname) || FILE.test(url.pathname)) return undefined
  const slug = url.pathname.split('/').findLast((segment) => segment !== '') ?? ''
  const isArticle =
    slug.split('-').length >= 4 ||
    /\d{5,}/.test(url.pathname) ||
    /\/20\d\d\/\d\d?\//.test(url.pathname) ||
    /^\d{4,}$|[?&](?:id|p)=\d+/.test(slug + url.search)
  return isArticle ? url.href : undefined
}

/** Whether an address that stands among all pages of a site can be one of an article: neither a section nor a file. */
export function mayBeArticle({ pathname }: URL): boolean {
  const segments = pathname.split('/').filter((segment) => segment !== '')
  if (segments.length === 0 || NOT_ARTICLES.test(pathname) || FILE.test(pathname)) return false
  return segments.length > 1 || /[-_\d]/.test(segments[0]!)
}

const site = (host: string): string => host.replace(/^(?:www|m|amp|edition)\./, '')

function headlineOf(anchor: PageElement): string | undefined {
  const words = wordsOf(anchor.querySelector('h1, h2, h3, h4') ?? anchor)
  return words.length >= HEADLINE && words.length <= 300 && words.includes(' ') ? words : undefined
}
