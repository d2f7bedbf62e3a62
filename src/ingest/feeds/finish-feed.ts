import type { Feed, FeedItem } from '../source.ts'
import type { Notes } from './notes.ts'
import { isPossible } from './possible-date.ts'

/**
 * The feed as it is handed on: no empty items, no dates that cannot be, nothing twice.
 * The order is the feed's own. Each change is in `mended`.
 */
export function finishFeed(feed: Omit<Feed, 'mended'>, fetchedAt: Date, notes: Notes): Feed {
  const kept = feed.items.filter((item) => {
    const empty = item.title === undefined && item.url === undefined && item.content === undefined
    if (empty)
      notes.add(
        'empty',
        '1 item has no title, no link and no text; left out.',
        '# items have no title, no link and no text; left out.',
      )
    return !empty
  })
  const dated = kept.map((item) => withPossibleDates(item, fetchedAt, notes))
  const items = withoutRepeats(dated, notes)
  return { ...feed, items, mended: notes.sentences() }
}

function withPossibleDates(item: FeedItem, seen: Date, notes: Notes): FeedItem {
  const possible = (date: Date | undefined): boolean => date === undefined || isPossible(date, seen)
  if (possible(item.published) && possible(item.modified)) return item
  notes.add(
    'dates',
    '1 item is dated before 1990 or in the future; such a date is left out.',
    '# items are dated before 1990 or in the future; such dates are left out.',
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
        '1 item shares its id with another; told apart by their links.',
        '# items share their id with others; told apart by their links.',
      )
    const key = keyOf(known)
    const before = key === undefined ? undefined : seen.get(key)
    if (before === undefined) seen.set(key ?? `#${seen.size}`, known)
    else {
      notes.add(
        'repeated',
        '1 item is there twice; the newest version was taken.',
        '# items are there more than once; the newest versions were taken.',
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
