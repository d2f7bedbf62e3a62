import { Problem } from '#core/problem.ts'
import { resolveLink } from '../feeds/links.ts'
import type { Fetcher } from '../fetch.ts'
import type { Read } from '../read.ts'
import type { Feed } from '../source.ts'
import { isNews, openIndex } from './open-index.ts'

/** Where sites put them that name none in their robots.txt. */
const USUAL = ['/news-sitemap.xml', '/sitemap-news.xml', '/sitemap.xml', '/sitemap_index.xml']
/** Tried at most: somebody is waiting for the answer, and a host is asked once a second. */
const MOST = 5

export interface FoundSitemap {
  readonly url: string
  readonly feed: Feed
}

/** A site's sitemap that says when its pages came, one of news if there is one; undefined where there is none that can be read. */
export async function findSitemap(
  fetcher: Pick<Fetcher, 'get'>,
  read: Read,
  site: string,
): Promise<FoundSitemap | undefined> {
  const robots = await fetcher.get(new URL('/robots.txt', site).href, { kind: 'feed' })
  const named = robots.kind === 'document' ? namedSitemaps(new TextDecoder().decode(robots.document.bytes), site) : []
  const places = named.length > 0 ? named : USUAL.map((path) => new URL(path, site).href)
  for (const place of places.slice(0, MOST)) {
    const found = await openSitemap(fetcher, read, place)
    if (found?.feed.items.some(({ published, modified }) => published ?? modified)) return found
  }
  return undefined
}

/** Those called news first: they hold the last two days, where the others hold everything. */
function namedSitemaps(robots: string, site: string): readonly string[] {
  const all = [...robots.matchAll(/^[ \t]*sitemap[ \t]*:[ \t]*(\S+)/gim)].flatMap(
    ([, url]) => resolveLink(url, site) ?? [],
  )
  return [...new Set(all)].toSorted((a, b) => Number(isNews(b)) - Number(isNews(a)))
}

async function openSitemap(
  fetcher: Pick<Fetcher, 'get'>,
  read: Read,
  place: string,
): Promise<FoundSitemap | undefined> {
  const fetched = await fetcher.get(place, { kind: 'feed' })
  if (fetched.kind !== 'document') return undefined
  const { url } = fetched.document
  try {
    const reading = await read(fetched.document)
    if (reading.kind === 'feed') return { url, feed: reading.feed }
    if (reading.kind !== 'links' || !reading.links.some(({ kind }) => kind === 'sitemap')) return undefined
    const opened = await openIndex(fetcher, read, reading.links)
    return 'feed' in opened ? { url, feed: opened.feed } : undefined
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return undefined
  }
}
