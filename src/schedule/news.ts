import type { Store } from '#core/ports/store.ts'
import type { Subscription } from '#core/ports/subscriptions.ts'
import { Problem } from '#core/problem.ts'
import { emptyQuery, type Query } from '#core/query.ts'
import { parseQuery } from '#core/query-line.ts'
import { isEmptyQuery, queryMatcher } from '#core/query-match.ts'
import { reasons } from '#core/query-reasons.ts'
import { candidates, type DigestSource, type Sections } from '#digest/digest.ts'
import { readChanged } from './changed.ts'

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
  const filter = subscription.about === undefined ? undefined : readAbout(subscription.about)
  const passes = filter && queryMatcher(filter)
  const changed = await readChanged(store, subscription, since, listed, passes)
  const fits = changed.entries.filter(({ article }) => article.published.getTime() >= since.getTime() - STALE)
  const entries = [...(passes ? listed.filter(passes) : listed), ...fits]
  const items = [...candidates(sections, subscription, entries), ...changed.updates.map(({ item }) => item)]
  return {
    subscription,
    entries,
    updates: changed.updates,
    seen: await store.ledger.seen(subscription.place, items),
    since,
    first: last === undefined,
    now,
    ...(lateFrom && { lateFrom }),
  }
}

/** The same for a preview: with what each article is let through by, and how many were not. */
export async function readPreview(
  store: Store,
  sections: Sections,
  subscription: Subscription,
  now: Date,
): Promise<DigestSource> {
  const { about, ...unfiltered } = subscription
  const source = await readNews(store, sections, subscription, now)
  const filter = about === undefined ? undefined : readAbout(about)
  if (filter === undefined) return source
  const { entries } = await readNews(store, sections, unfiltered, now)
  const cameIn = new Set([...entries, ...source.entries].map(({ article }) => article.id)).size
  return { ...source, preview: { cameIn, why: (entry) => reasons(filter, entry) } }
}

/** A filter was read when it was set; if it no longer reads, its words are looked for and the digest still comes. */
function readAbout(about: string): Query | undefined {
  try {
    return parseQuery(about)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const query = { ...emptyQuery, words: about.split(/\s+/) }
    return isEmptyQuery(query) ? undefined : query
  }
}
