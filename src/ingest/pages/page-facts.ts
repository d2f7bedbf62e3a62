import type { PageDocument } from './dom.ts'
import { wordsOf } from './dom.ts'
import { isArticle, readJsonLd, type Thing, typesOf, wordsIn } from './json-ld.ts'
import { readInstant } from './read-instant.ts'
import { plainTitle, siteIn, withoutOutlet } from './titles.ts'

export interface PageFacts {
  readonly title: string
  readonly outlet: string
  /** What the page calls its site: its outlet where that is named, of a home page else what its title begins with. */
  readonly site?: string
  readonly byline?: string
  readonly published?: Date
  readonly modified?: Date
  readonly language?: string
  readonly canonical?: string
  readonly picture?: string
  /** What the page says it is (og:type and schema.org's types), lower case. */
  readonly kinds: readonly string[]
  /** The page says that it is for subscribers. */
  readonly isPaid: boolean
  /** The whole text where the page repeats it for search engines. */
  readonly body?: string
}

const LONGEST_BYLINE = 200
const MOST_AUTHORS = 8

/** What a page says about itself in JSON-LD and meta tags; of several, what is meant for machines first. */
export function readPageFacts(document: PageDocument, url: URL, now: Date): PageFacts {
  const things = readJsonLd(document)
  const article: Thing = things.find(isArticle) ?? {}
  const meta = readMeta(document)
  const link = (text: string | undefined): string | undefined => readAddress(text, url)

  const named =
    meta('og:site_name') ??
    first(wordsIn(article['publisher'], 'name')) ??
    meta('application-name', 'dc.publisher', 'publisher')
  const outlet = named ?? url.hostname.replace(/^www\./, '')
  const headings = [...document.querySelectorAll('h1')]
    .slice(0, 5)
    .map(wordsOf)
    .filter((words) => words !== '')
  const title = [
    first(wordsIn(article['headline'])),
    meta('og:title', 'twitter:title', 'dc.title'),
    headings.length === 1 ? headings[0] : undefined,
    wordsIn(document.querySelector('title')?.textContent)[0],
    headings[0],
  ]
    .map((candidate) => withoutOutlet(plainTitle(candidate ?? ''), outlet))
    .find((candidate) => candidate !== '')
  const site = plainTitle(named ?? '') || (url.pathname === '/' ? siteIn(title ?? '') : undefined)
  const byline = readByline(wordsIn(article['author'], 'name'), [
    meta('author', 'byl', 'dc.creator', 'article:author', 'parsely-author'),
    bylineOf(document),
  ])
  const published =
    readInstant(
      first(wordsIn(article['datePublished'])) ??
        meta(
          'article:published_time',
          'og:published_time',
          'datepublished',
          'dc.date.issued',
          'dc.date',
          'date',
          'pubdate',
          'parsely-pub-date',
          'sailthru.date',
        ),
      now,
    ) ?? readInstant(timeOf(document), now)
  const modified = readInstant(
    first(wordsIn(article['dateModified'])) ??
      meta('article:modified_time', 'og:updated_time', 'datemodified', 'dc.date.modified', 'last-modified'),
    now,
  )
  const language = readLanguage([
    first(wordsIn(article['inLanguage'], 'alternateName', 'name')),
    document.documentElement?.getAttribute('lang') ?? undefined,
    meta('content-language', 'og:locale', 'dc.language'),
  ])
  const canonical = link(
    document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ??
      meta('og:url') ??
      first(wordsIn(article['url'])),
  )
  const picture = link(
    meta('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src') ??
      first(wordsIn(article['image'], 'url', 'contentUrl')),
  )
  const body = first(wordsIn(article['articleBody']))
  return {
    title: title ?? '',
    outlet: plainTitle(outlet),
    ...(site !== undefined && { site }),
    ...(byline !== undefined && { byline }),
    ...(published !== undefined && { published }),
    ...(modified !== undefined && (published === undefined || modified > published) && { modified }),
    ...(language !== undefined && { language }),
    ...(canonical !== undefined && isForThisPage(canonical, url) && { canonical }),
    ...(picture !== undefined && { picture }),
    kinds: [meta('og:type') ?? '', ...things.flatMap(typesOf)]
      .map((kind) => kind.toLowerCase())
      .filter((kind) => kind !== ''),
    isPaid:
      things.some(
        (thing) => isArticle(thing) && /^(?:false|no|0)$/i.test(String(thing['isAccessibleForFree'] ?? '')),
      ) || /^(?:locked|metered)$/i.test(meta('article:content_tier') ?? ''),
    ...(body !== undefined && { body }),
  }
}

const first = <Value>(values: readonly Value[]): Value | undefined => values[0]

/** Reads meta tags by name or property, whatever the case; the first that has words, in the order asked for. */
function readMeta(document: PageDocument): (...names: readonly string[]) => string | undefined {
  const values = new Map<string, string>()
  for (const element of document.querySelectorAll('meta')) {
    const name =
      element.getAttribute('property') ??
      element.getAttribute('name') ??
      element.getAttribute('itemprop') ??
      element.getAttribute('http-equiv')
    const content = element.getAttribute('content')?.trim() ?? ''
    const key = name?.trim().toLowerCase() ?? ''
    if (key !== '' && content !== '' && !values.has(key)) values.set(key, content)
  }
  return (...names) => names.map((name) => values.get(name)).find((value) => value !== undefined)
}

function readByline(authors: readonly string[], others: readonly (string | undefined)[]): string | undefined {
  const named = [...new Set(authors.map(plainTitle))]
    .filter((name) => name !== '' && !/^https?:/.test(name))
    .slice(0, MOST_AUTHORS)
  const joined = named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${named.at(-1)}` : named[0]
  const byline = [joined, ...others].find(
    (words) => words !== undefined && words !== '' && !/^https?:|^\S+@\S+$/.test(words),
  )
  const bare = plainTitle(byline ?? '')
    .replace(/^(?:by|von|par|por|di)\s+/i, '')
    // Dates and buttons stand in the same line on some pages.
    .replace(/\s*(?:[|•·]|\d).*$/, '')
  return bare === '' || bare.length > LONGEST_BYLINE ? undefined : bare
}

function bylineOf(document: PageDocument): string | undefined {
  const element = document.querySelector('[rel~="author"], [itemprop~="author"], .byline, .author-name')
  const words = element === null ? '' : wordsOf(element)
  return words === '' || words.length > 100 ? undefined : words
}

const timeOf = (document: PageDocument): string | undefined =>
  document
    .querySelector('article time[datetime], time[itemprop~="datePublished"], time[pubdate], h1 ~ time[datetime]')
    ?.getAttribute('datetime') ?? undefined

function readLanguage(candidates: readonly (string | undefined)[]): string | undefined {
  for (const candidate of candidates) {
    try {
      const [language] = Intl.getCanonicalLocales((candidate ?? '').split(/[,;]/)[0]?.trim().replaceAll('_', '-') || [])
      if (language !== undefined) return language
    } catch {
      // A name in words ("English"), or none that anybody knows: the next one may be better.
    }
  }
  return undefined
}

function readAddress(text: string | undefined, base: URL): string | undefined {
  if (text === undefined || text.length > 4_000 || !URL.canParse(text, base.href)) return undefined
  const url = new URL(text, base)
  return /^https?:$/.test(url.protocol) ? url.href : undefined
}

/** Sites that call their home page the canonical address of everything would make one article of all. */
const isForThisPage = (canonical: string, url: URL): boolean =>
  new URL(canonical).pathname !== '/' || url.pathname === '/'
