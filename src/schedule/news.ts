import type { Store } from '#core/ports/store.ts'
import type { Subscription } from '#core/ports/subscriptions.ts'
import { Problem } from '#core/problem.ts'
import type { Query } from '#core/query.ts'
import { parseQuery } from '#core/query-line.ts'
import { queryMatcher } from '#core/query-match.ts'
import { candidates, type DigestSource, type Sections } from '#digest/digest.ts'

const DAY = 24 * 60 * 60 * 1000

/** How far back the first digest of a channel goes. */
const FIRST = 7 * DAY

/** What was published longer before the last digest is not news, even if it came in since: an archive, an old feed. */
const STALE = 7 * DAY

/** More than anybody reads; the newest are taken. */
const MOST_ARTICLES = 500

/** Reads what a digest of this subscription would be built from at `now`. */
export async function readNews(
  store: Store,
  sections: Sections,
  subscription: Subscription,
  now: Date,
  lateFrom?: Date,
): Promise<DigestSource> {
  const last = await store.ledger.lastPromise(subscription.id, now)
  const since = last ?? new Date(now.getTime() - FIRST)
  const listed = await store.library.list({
    limit: MOST_ARTICLES,
    addedAfter: since,
    ...(last !== undefined && { since: new Date(last.getTime() - STALE) }),
  })
  const entries = subscription.about === undefined ? listed : listed.filter(queryMatcher(readAbout(subscription.about)))
  const seen = await store.ledger.seen(subscription.place, candidates(sections, subscription, entries))
  return { subscription, entries, seen, since, first: last === undefined, now, ...(lateFrom && { lateFrom }) }
}

/** A filter was read when it was set; if it no longer reads, its words are looked for and the digest still comes. */
function readAbout(about: string): Query {
  try {
    return parseQuery(about)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { words: about.split(/\s+/), phrases: [], without: [] }
  }
}
