import type { WatchedSource } from '#core/ports/sources.ts'
import { Problem } from '#core/problem.ts'
import type { Outcome } from '#core/visits/outcome.ts'
import type { Fetcher } from '../fetch.ts'
import type { Fetched, Served } from '../fetching/fetched.ts'
import type { Read } from '../read.ts'
import { openIndex } from '../sitemaps/open-index.ts'
import type { Document, Feed } from '../source.ts'
import { digestOf } from './digest.ts'
import { feedOfLinks } from './feed-of-links.ts'
import { outcomeOf } from './outcome-of.ts'
import { type Taken, type TakeParts, type Takings, take } from './take.ts'

type Failed = Extract<Outcome, { kind: 'failed' }>

export interface VisitParts extends TakeParts {
  readonly fetcher: Pick<Fetcher, 'get'>
  readonly read: Read
  now(): Date
}

/** What came of one visit; undefined where it did not come about, for reasons of this program alone. */
export interface Visited {
  readonly outcome: Outcome
  readonly taken: readonly Taken[]
  /** The feed's own title. */
  readonly title?: string
}

/** Visits one source once: asks, reads, takes what is new. Nothing is stored. */
export async function visit(parts: VisitParts, source: WatchedSource): Promise<Visited | undefined> {
  const { state, kind, url } = source
  const fetched = await parts.fetcher.get(url, {
    kind: kind === 'page' ? 'page' : 'feed',
    ...(state.etag !== undefined && { etag: state.etag }),
    ...(state.lastModified !== undefined && { lastModified: state.lastModified }),
  })
  if (fetched.kind === 'failed') {
    const outcome = outcomeOf(fetched)
    return outcome && { outcome, taken: [] }
  }
  if (fetched.kind === 'unchanged') return { outcome: fetched, taken: [] }
  const print = fetched.truncated ? undefined : digestOf(fetched.document.bytes)
  if (print !== undefined && print === state.print) return { outcome: asUnchanged(fetched), taken: [] }
  const found = await readFeed(parts, fetched.document, source)
  if ('outcome' in found) return { outcome: found.outcome, taken: [] }
  const { feed, isIndex } = found
  const takings = await take(parts, source, feed, parts.now())
  return {
    outcome: read(feed, { ...takings, owing: takings.owing || isIndex }, fetched, print),
    taken: takings.taken,
    ...(feed.title !== undefined && { title: feed.title }),
  }
}

interface Found {
  readonly feed: Feed
  /** Its sitemaps change while it does not, so it must not be answered with "unchanged" either. */
  readonly isIndex: boolean
}

/** The feed in a document, or what came of the visit for want of one. */
async function readFeed(
  { read, fetcher }: VisitParts,
  document: Document,
  source: WatchedSource,
): Promise<Found | { readonly outcome: Failed }> {
  try {
    const reading = await read(document)
    switch (reading.kind) {
      case 'feed':
        return { feed: reading.feed, isIndex: false }
      case 'links': {
        if (reading.links.some(({ kind }) => kind === 'sitemap')) {
          const opened = await openIndex(fetcher, read, reading.links)
          return 'feed' in opened ? { feed: opened.feed, isIndex: true } : { outcome: failing(opened.sentence) }
        }
        if (source.kind === 'page') return { feed: feedOfLinks(reading, source), isIndex: false }
        return parked(reading.links.filter((link) => link.kind === 'feed').map((link) => link.url))
      }
      case 'page':
      case 'refused':
        return parked([])
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return {
      outcome: {
        kind: 'failed',
        why: 'parked',
        sentence: `There is no feed at its address any more. ${error.message}`,
      },
    }
  }
}

const failing = (sentence: string): Failed => ({ kind: 'failed', why: 'failing', sentence })

const parked = ([first]: readonly string[]): { readonly outcome: Failed } => ({
  outcome: {
    kind: 'failed',
    why: 'parked',
    sentence:
      first === undefined
        ? 'There is a web page at its address now, and no feed. Look on the site for the new address and add that.'
        : `There is a web page at its address now, which names the feed ${first}. Add that if it is the same.`,
  },
})

/** Many feeds know no conditions and send the same thing every time. */
function asUnchanged({ movedTo, etag, lastModified, freshUntil }: Served): Outcome {
  return {
    kind: 'unchanged',
    ...(movedTo !== undefined && { movedTo }),
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    ...(freshUntil !== undefined && { freshUntil }),
  }
}

function read(
  feed: Feed,
  takings: Takings,
  fetched: Extract<Fetched, { kind: 'document' }>,
  print: string | undefined,
): Outcome {
  const { etag, lastModified, freshUntil } = fetched
  // The feed's own word for where it is to be had counts where it is an address at all.
  const said = feed.newLocation !== undefined && /^https?:\/\//i.test(feed.newLocation) ? feed.newLocation : undefined
  const movedTo = fetched.movedTo ?? said
  // With a validator, what was left for the next visit would be "unchanged" then.
  const isOver = !takings.unfinished && !takings.owing
  return {
    kind: 'read',
    published: feed.items.flatMap(({ published }) => (published === undefined ? [] : [published])),
    fresh: takings.fresh,
    unfinished: takings.unfinished,
    asks: {
      ...(feed.ttl !== undefined && { ttl: feed.ttl }),
      ...(feed.skipHours !== undefined && { skipHours: feed.skipHours }),
      ...(feed.skipDays !== undefined && { skipDays: feed.skipDays }),
    },
    ...(isOver && etag !== undefined && { etag }),
    ...(isOver && lastModified !== undefined && { lastModified }),
    ...(isOver && print !== undefined && { print }),
    ...(freshUntil !== undefined && { freshUntil }),
    ...(movedTo !== undefined && { movedTo }),
    ...(takings.note !== undefined && { note: takings.note }),
  }
}
