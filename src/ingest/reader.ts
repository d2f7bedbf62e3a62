import type { Archive } from '#core/ports/archive.ts'
import type { Library } from '#core/ports/library.ts'
import type { FoundSource, Probe, Reader } from '#core/ports/reader.ts'
import { Problem } from '#core/problem.ts'
import { run } from '#core/reply.ts'
import { intervalOf } from '#core/visits/next-visit.ts'
import { newestOf, paceOf, rhythmOf } from '#core/visits/rhythm.ts'
import type { Fetcher, FetchRequest } from './fetch.ts'
import type { Read } from './read.ts'
import { type FoundSitemap, findSitemap } from './sitemaps/find-sitemap.ts'
import { openIndex } from './sitemaps/open-index.ts'
import type { Document, Feed, Reading } from './source.ts'
import { feedOfLinks } from './visits/feed-of-links.ts'
import { articleOfPage } from './visits/item-article.ts'
import { linkKey } from './visits/item-keys.ts'
import type { Recorder } from './visits/recorder.ts'

export interface ReaderParts {
  readonly fetcher: Pick<Fetcher, 'get'>
  readonly read: Read
  readonly recorder: Pick<Recorder, 'store'>
  readonly archive: Pick<Archive, 'known'>
  readonly library: Pick<Library, 'find'>
  now(): Date
}

type Links = Extract<Reading, { kind: 'links' }>

/** More names of feeds than this are no help to choose from. */
const CHOICES = 10

/** Reads single links for people, at once. */
export function createReader(parts: ReaderParts): Reader {
  const { read, recorder, archive, library, now } = parts

  /** Throws `Problem` with the fetcher's sentence where there is nothing. */
  async function get(link: string, kind: FetchRequest['kind']): Promise<{ document: Document; url: string }> {
    const fetched = await parts.fetcher.get(link.trim(), { kind })
    if (fetched.kind === 'failed') throw new Problem(fetched.sentence)
    if (fetched.kind === 'unchanged') throw new Problem('The site did not send the page. Try again later.')
    return { document: fetched.document, url: fetched.movedTo ?? fetched.document.url }
  }

  async function stored(link: string) {
    const id = (await archive.known([linkKey(link)])).get(linkKey(link))
    return id === undefined ? undefined : library.find(id)
  }

  async function probe(link: string, isFollowed: boolean): Promise<Probe> {
    const { document } = await get(link, 'feed')
    const { url } = document
    const reading = await read(document)
    switch (reading.kind) {
      case 'feed':
        return reading.sitemap
          ? found(await named(reading.feed, url), url, 'sitemap', now())
          : found(reading.feed, url, 'feed', now())
      case 'links':
        return chosen(reading, url, isFollowed)
      case 'page':
        throw new Problem('That is a single article, and I see no feed on its page.', {
          hint: [
            'Give the site’s own address or that of a feed. ',
            { typed: `brief link:${link}` },
            ' reads the article.',
          ],
          actions: [run('Brief the article', 'brief', { link })],
        })
      case 'refused': {
        const { site: title, feeds = [] } = reading
        if (feeds.length > 0)
          return chosen({ kind: 'links', links: feeds, ...(title !== undefined && { title }) }, url, isFollowed)
        // A home page that is drawn in the browser, or that asks for consent, has its sitemap all the same.
        const sitemap = await sitemapOf(url)
        if (sitemap !== undefined) return ofSitemap(sitemap, title)
        throw new Problem(reading.sentence, { hint: 'Give the site’s own address or that of a feed.' })
      }
    }
  }

  async function chosen(links: Links, url: string, isFollowed: boolean): Promise<Probe> {
    const feeds = links.links.filter(({ kind }) => kind === 'feed')
    const [only] = feeds
    if (only !== undefined && feeds.length === 1 && !isFollowed) return probe(only.url, true)
    if (feeds.length > 0) {
      const choices = feeds
        .slice(0, CHOICES)
        .map(({ url: address, title }) => ({ url: address, ...(title !== undefined && { title }) }))
      return { kind: 'choice', choices, ...(links.title !== undefined && { title: links.title }) }
    }
    if (links.links.some(({ kind }) => kind === 'sitemap')) {
      const opened = await openIndex(parts.fetcher, read, links.links)
      if ('sentence' in opened) throw new Problem(opened.sentence, { hint: 'Give the address of one of its sitemaps.' })
      return found(await named(opened.feed, url), url, 'sitemap', now())
    }
    const sitemap = await sitemapOf(url)
    if (sitemap !== undefined) return ofSitemap(sitemap, links.site ?? links.title)
    const page = feedOfLinks(links, { url })
    if (page.items.length === 0) {
      throw new Problem(links.sentence ?? 'There is neither a feed nor an article to be found there.', {
        hint: 'Give the address of a feed, or the page of a site that lists its articles.',
      })
    }
    const remark = 'This page names no feed, so I read the articles that it links to.'
    const source = found(page, url, 'page', now())
    return { ...source, remarks: [remark] }
  }

  /** Of a site's own address only: whoever gives a section of it wants no other. */
  const sitemapOf = async (url: string): Promise<FoundSitemap | undefined> =>
    new URL(url).pathname === '/' ? findSitemap(parts.fetcher, read, url) : undefined

  /** A sitemap that does not say whose it is, by what the home page beside it calls the site. */
  async function named(feed: Feed, url: string): Promise<Feed> {
    if (feed.title !== undefined) return feed
    const home = await parts.fetcher.get(new URL('/', url).href, { kind: 'page' })
    if (home.kind !== 'document') return feed
    const title = await read(home.document).then(
      (reading) => ('site' in reading ? reading.site : reading.kind === 'page' ? reading.page.outlet : undefined),
      () => undefined,
    )
    return title === undefined ? feed : { ...feed, title }
  }

  function ofSitemap({ url, feed }: FoundSitemap, title?: string): Probe {
    const named = feed.title ?? title
    const source = found({ ...feed, ...(named !== undefined && { title: named }) }, url, 'sitemap', now())
    const remark = 'This site names no feed, so I read what its sitemap tells search engines is new.'
    return { ...source, remarks: [remark, ...source.remarks] }
  }

  return {
    async read(link) {
      let document: Document
      try {
        document = (await get(link, 'page')).document
      } catch (error) {
        // What was read before is better than a site that is down today.
        const entry = error instanceof Problem ? await stored(link) : undefined
        if (entry !== undefined) return entry
        throw error
      }
      const reading = await read(document)
      switch (reading.kind) {
        case 'page': {
          const draft = articleOfPage(reading.page, document.url, { url: document.url }, undefined, now())
          const entry = await library.find(
            await recorder.store({ ...draft, keys: [...new Set([linkKey(link), ...draft.keys])] }),
          )
          if (entry === undefined) throw new Error('an article that was stored is not there')
          return entry
        }
        case 'feed':
        case 'links':
          throw new Problem(
            reading.kind === 'feed'
              ? 'That is a feed and not an article.'
              : 'That page has links to articles, and no article of its own.',
            {
              hint: [
                { typed: `source add link:${link}` },
                ' has me read it from now on. For a briefing, give the link of one article.',
              ],
              actions: [run('Look at it as a source', 'source test', { link })],
            },
          )
        case 'refused':
          throw new Problem(reading.sentence)
      }
    },
    probe: (link) => probe(link, false),
  }
}

function found(feed: Feed, url: string, kind: FoundSource['source']['kind'], now: Date): FoundSource {
  const dates = feed.items.flatMap(({ published }) => (published === undefined ? [] : [published]))
  const newestDate = newestOf(dates)
  const newest = feed.items.find(({ published }) => published === newestDate) ?? feed.items[0]
  return {
    kind: 'source',
    source: { url, kind, title: feed.title ?? new URL(url).hostname },
    items: feed.items.length,
    ...(newest !== undefined && {
      newest: {
        title: newest.title ?? newest.url ?? 'Without a title',
        ...(newest.url !== undefined && { url: newest.url }),
        ...(newest.published !== undefined && { published: newest.published }),
      },
    }),
    interval: intervalOf(paceOf(rhythmOf(dates, now), newestDate, now)),
    remarks: feed.mended,
  }
}
