import { Problem } from '#core/problem.ts'
import type { Fetcher } from '../fetch.ts'
import type { Read } from '../read.ts'
import type { Feed, SourceLink } from '../source.ts'

/** Sitemaps of an index that are looked at in one visit: today's, and yesterday's or the one beside it. */
const AT_ONCE = 2
const NEWS = /news|latest|recent/i
/** What else a site has pages of. */
const NOT_NEWS = /image|video|tag|categor|author|topic|section|page|static/i

/**
 * The newest of what an index of sitemaps leads to, as one feed; or why none of it can be had. `links` are in the
 * order of their last change.
 */
export async function openIndex(
  fetcher: Pick<Fetcher, 'get'>,
  read: Read,
  links: readonly SourceLink[],
): Promise<{ readonly feed: Feed } | { readonly sentence: string }> {
  const feeds: Feed[] = []
  let sentence = 'The sitemaps of its index have no page in them.'
  for (const { url } of chosen(links)) {
    const got = await one(fetcher, read, url)
    if (typeof got === 'string') sentence = got
    else feeds.push(got)
  }
  const [first, ...others] = feeds
  if (first === undefined) return { sentence }
  const items = [first, ...others].flatMap((feed) => feed.items)
  return { feed: { ...first, items: items.toSorted((a, b) => time(b) - time(a)) } }
}

function chosen(links: readonly SourceLink[]): readonly SourceLink[] {
  const sitemaps = links.filter(({ kind }) => kind === 'sitemap')
  const news = sitemaps.filter(({ url }) => isNews(url))
  const pages = sitemaps.filter(({ url }) => !NOT_NEWS.test(pathOf(url)))
  const pool = [news, pages, sitemaps].find((some) => some.length > 0) ?? []
  return pool.slice(0, AT_ONCE)
}

async function one(fetcher: Pick<Fetcher, 'get'>, read: Read, url: string): Promise<Feed | string> {
  const fetched = await fetcher.get(url, { kind: 'feed' })
  if (fetched.kind === 'failed') return fetched.sentence
  if (fetched.kind === 'unchanged') return 'The site did not send its sitemap.'
  try {
    const reading = await read(fetched.document)
    return reading.kind === 'feed' ? reading.feed : 'Its index leads to something that is no sitemap.'
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.message
  }
}

/** Whether a sitemap's name says that it is of news. */
export const isNews = (url: string): boolean => NEWS.test(pathOf(url))

const pathOf = (url: string): string => new URL(url).pathname

const time = ({ published, modified }: Feed['items'][number]): number => (published ?? modified)?.getTime() ?? 0
