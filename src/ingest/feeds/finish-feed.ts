import type { Feed, FeedItem } from '../source.ts'
import { LIMITS } from './limits.ts'
import { counted, type Notes } from './notes.ts'

/** Before this nobody published on the Web: a date there is the zero of some clock, not a time of publication. */
const EARLIEST = Date.UTC(1990, 0, 1)
/** Zones that are missing or wrong put an item up to 14 hours ahead; more is no slip of a zone. In milliseconds. */
const AHEAD = 2 * 24 * 3_600_000

/**
 * The feed as it is handed on: no empty items, no dates that cannot be, nothing twice, the newest of too many.
 * The order is the feed's own. Each change is in `mended`.
 */
export function finishFeed(feed: Omit<Feed, 'mended'>, fetchedAt: Date, notes: Notes): Feed {
  const latest = fetchedAt.getTime() + AHEAD
  const kept = feed.items.filter((item) => {
    const empty = item.title === undefined && item.url === undefined && item.content === undefined
    if (empty)
      notes.add('empty', (times) => `${counted(times, 'item', 'has', 'have')} no title, no link and no text; left out.`)
    return !empty
  })
  const dated = kept.map((item) => withPossibleDates(item, latest, notes))
  const items = newest(withoutRepeats(dated, notes), notes)
  return { ...feed, items, mended: notes.sentences() }
}

function withPossibleDates(item: FeedItem, latest: number, notes: Notes): FeedItem {
  const possible = (date: Date | undefined): boolean =>
    date === undefined || (date.getTime() >= EARLIEST && date.getTime() <= latest)
  if (possible(item.published) && possible(item.modified)) return item
  notes.add(
    'dates',
    (times) =>
      `${counted(times, 'item is', 'dated', 'dated').replace(/items is/, 'items are')} before 1990 or in the future; such dates are left out.`,
  )
  const { published, modified, ...rest } = item
  return {
    ...rest,
    ...(published !== undefined && possible(published) ? { published } : {}),
    ...(modified !== undefined && possible(modified) ? { modified } : {}),
  }
}

/**
 * An item with the id and link of another is that item again: the one modified last stays. Two links under one id are
 * two items, and the id, which tells nothing, goes.
 */
function withoutRepeats(items: readonly FeedItem[], notes: Notes): readonly FeedItem[] {
  const byId = new Map<string, FeedItem[]>()
  for (const item of items) {
    if (item.id === undefined) continue
    const same = byId.get(item.id)
    if (same === undefined) byId.set(item.id, [item])
    else same.push(item)
  }
  const reused = new Set([...byId].flatMap(([id, same]) => (new Set(same.map(({ url }) => url)).size > 1 ? [id] : [])))
  const seen = new Map<string, FeedItem>()
  for (const item of items) {
    const shared = item.id !== undefined && reused.has(item.id)
    const { id, ...without } = item
    const known = shared ? without : item
    if (shared)
      notes.add(
        'reused',
        (times) =>
          `${counted(times, 'item shares its id', 'with', 'with').replace('items shares its', 'items share their')} others; told apart by their links.`,
      )
    const key = keyOf(known)
    const before = key === undefined ? undefined : seen.get(key)
    if (before === undefined) seen.set(key ?? `#${seen.size}`, known)
    else {
      notes.add(
        'repeated',
        (times) =>
          `${counted(times, 'item is', 'there twice', 'there twice').replace('items is', 'items are')}; the newest version was taken.`,
      )
      if (time(known) > time(before)) seen.set(key!, known)
    }
  }
  return [...seen.values()]
}

/** Without an id, a link and a title together: some feeds link every item to their home page. */
function keyOf({ id, url, title }: FeedItem): string | undefined {
  if (id !== undefined) return JSON.stringify([id])
  return url === undefined ? undefined : JSON.stringify([url, title])
}

const time = ({ modified, published }: FeedItem): number => (modified ?? published)?.getTime() ?? 0

/** An item without a date is as new as the one before it. */
function newest(items: readonly FeedItem[], notes: Notes): readonly FeedItem[] {
  if (items.length <= LIMITS.items) return items
  const total = items.length.toLocaleString('en')
  notes.add('many', () => `It has ${total} items; the newest ${LIMITS.items.toLocaleString('en')} were taken.`)
  let last = Number.POSITIVE_INFINITY
  const ranked = items.map((item, index) => {
    const at = (item.published ?? item.modified)?.getTime()
    if (at !== undefined) last = at
    return { index, at: last }
  })
  const chosen = new Set(
    ranked
      .toSorted((one, other) => (one.at === other.at ? one.index - other.index : other.at - one.at))
      .slice(0, LIMITS.items)
      .map(({ index }) => index),
  )
  return items.filter((_, index) => chosen.has(index))
}
