import { asKnown } from '#core/experts/as-known.ts'
import type { Entry } from '#core/ports/library.ts'
import type { Subscription } from '#core/ports/subscriptions.ts'
import { Problem } from '#core/problem.ts'
import { emptyQuery, type Query } from '#core/query/query.ts'
import { parseQuery } from '#core/query/query-line.ts'
import { isEmptyQuery, queryMatcher } from '#core/query/query-match.ts'
import { reasons } from '#core/query/query-reasons.ts'
import { candidates, type DigestSource } from '#digest/digest.ts'
import { readChanged } from './changed.ts'
import type { ScheduleParts } from './parts.ts'

const DAY = 24 * 60 * 60 * 1000

/** How far back the first digest of a channel goes. */
const FIRST = 7 * DAY

/** What was published longer before the last digest is not news, even if it came in since: an archive, an old feed. */
const STALE = 7 * DAY

/** More than anybody reads; the newest are taken. */
const MOST_ARTICLES = 500

/** Articles of one story, and of all, that are looked at for what the channel was shown: the newest. */
const OLDER_OF_ONE = 8
const MOST_OLDER = 200

type Parts = Pick<ScheduleParts, 'store' | 'sections' | 'outlets' | 'stopWords' | 'people'>

/** Reads what a digest of this subscription would be built from at `now`. */
export async function readNews(
  parts: Parts,
  subscription: Subscription,
  now: Date,
  lateFrom?: Date,
): Promise<DigestSource> {
  const { source } = await readAll(parts, subscription, now)
  return { ...source, ...(lateFrom && { lateFrom }) }
}

/** The same, with the filter and what came in before it. */
async function readAll(parts: Parts, subscription: Subscription, now: Date) {
  const { since, first, entries: listed } = await readNew(parts, subscription, now)
  const filter = subscription.about === undefined ? undefined : readAbout(subscription.about)
  const passes = filter && queryMatcher(filter)
  const { store, sections, outlets, stopWords, people } = parts
  const { place } = subscription
  const changed = await readChanged(store, people(), place, since, listed, passes)
  const fits = changed.entries.filter(({ article }) => article.published.getTime() >= since.getTime() - STALE)
  const entries = [...(passes ? listed.filter(passes) : listed), ...fits]
  const { updates } = changed
  const items = [...candidates(sections, subscription, entries), ...updates.map(({ item }) => item)]
  const seen = await store.ledger.seen(place, items)
  const shown = await readShown(parts, subscription, entries)
  const source: DigestSource = { subscription, entries, updates, shown, seen, outlets, stopWords, since, first, now }
  return { source, listed, filter }
}

/** The same for a preview: with what each article is let through by, and how many were not. */
export async function readPreview(parts: Parts, subscription: Subscription, now: Date): Promise<DigestSource> {
  const { source, listed, filter } = await readAll(parts, subscription, now)
  if (filter === undefined) return source
  const cameIn = new Set([...listed, ...source.entries].map(({ article }) => article.id)).size
  return { ...source, preview: { cameIn, why: (entry) => reasons(filter, entry) } }
}

/** What came in since the last digest, with the operator's word on whom its names mean. */
async function readNew({ store, people }: Parts, { id }: Subscription, now: Date) {
  const last = await store.ledger.lastPromise(id, now)
  const since = last ?? new Date(now.getTime() - FIRST)
  const listed = await store.library.list({
    limit: MOST_ARTICLES,
    addedAfter: since,
    ...(last !== undefined && { since: new Date(last.getTime() - STALE) }),
  })
  const known = people()
  return { since, first: last === undefined, entries: listed.map((entry) => asKnown(entry, known)) }
}

/** Older articles of the same stories that this channel was shown: a copy of one is not new, nor a quote in one. */
async function readShown(
  { store, sections, people }: Parts,
  subscription: Subscription,
  entries: readonly Entry[],
): Promise<readonly Entry[]> {
  const { library, archive, ledger } = store
  const came = new Set(entries.map(({ article }) => article.id))
  const older: string[] = []
  for (const story of new Set(entries.flatMap(({ story = [] }) => story))) {
    const ids = (await archive.stories.articles(story)).filter((id) => !came.has(id))
    older.push(...ids.slice(-OLDER_OF_ONE))
  }
  const found: Entry[] = []
  for (const id of older.slice(0, MOST_OLDER)) {
    const entry = await library.find(id)
    if (entry !== undefined) found.push(entry)
  }
  const seen = await ledger.seen(subscription.place, candidates(sections, subscription, found))
  const known = people()
  return found
    .filter((entry) => candidates(sections, subscription, [entry]).some((item) => seen.has(item)))
    .map((entry) => asKnown(entry, known))
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
