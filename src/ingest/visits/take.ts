import type { Archive, Mark } from '#core/ports/archive.ts'
import type { WatchedSource } from '#core/ports/sources.ts'
import type { Feed, FeedItem } from '../source.ts'
import type { FetchPage } from './fetch-page.ts'
import { type ArticleDraft, articleOfItem, articleOfPage, itemText, wholeText } from './item-article.ts'
import { type ItemKeys, itemKeys, linkKey } from './item-keys.ts'
import { sayRefusals } from './refusals.ts'

/** See docs/decisions/0078. */
const TAKING = {
  /** Items of a source that is new, the newest; what came before it was added is not news. */
  first: 30,
  /** Pages got in one visit; the others follow in the next. */
  pages: 20,
  /** Articles taken from one visit, pages or not. */
  articles: 200,
  /** Times a page is tried before what the feed has of it must do. */
  tries: 5,
  /** A report that short is believed to be one only then. In characters. */
  short: 250,
} as const

/** One item on its way to the archive. */
export interface Taken {
  readonly marked: readonly string[]
  readonly print: string
  readonly tries: number
  /** Absent where no article was made of it. */
  readonly draft?: ArticleDraft
  /** The article that is known by the item's link, or that the item was before. */
  readonly article?: string
}

export interface Takings {
  readonly taken: readonly Taken[]
  readonly fresh: number
  /** Some are left for the next visit, which must not be answered with "unchanged". */
  readonly unfinished: boolean
  /** Some could not be got and will be tried again. */
  readonly owing: boolean
  readonly note?: string
}

export interface TakeParts {
  readonly archive: Pick<Archive, 'known' | 'marks'>
  readonly fetchPage: FetchPage
  /** Items published before this are of no use any more. */
  oldest(now: Date): Date | undefined
}

type Candidate = { readonly item: FeedItem; readonly keys: ItemKeys; readonly mark: Mark | undefined }

/** What is new or changed in a feed, as articles to be. */
export async function take(
  { archive, fetchPage, oldest }: TakeParts,
  source: WatchedSource,
  feed: Pick<Feed, 'title' | 'language' | 'items' | 'link'>,
  now: Date,
): Promise<Takings> {
  const isFirst = source.state.lastRead === undefined
  const limit = oldest(now)
  const all = ownLinks(feed).map((item) => ({ item, keys: itemKeys(item) }))
  const marks = await archive.marks(
    source.id,
    all.flatMap(({ keys }) => [keys.item, ...(keys.alias === undefined ? [] : [keys.alias])]),
  )
  const candidates = all
    .map(({ item, keys }): Candidate => ({ item, keys, mark: markOf(keys, marks) }))
    .filter(({ keys, mark }) => !isDone(keys, mark))
  const byAge = isFirst ? newestFirst(candidates) : candidates
  const tooOld = ({ item }: Candidate): boolean =>
    limit !== undefined && item.published !== undefined && item.published < limit
  const wanted = byAge.filter((one, at) => !tooOld(one) && (!isFirst || at < TAKING.first))
  const chosen = new Set(wanted)
  const links = await archive.known(wanted.flatMap(({ item }) => (item.url === undefined ? [] : [linkKey(item.url)])))

  const taken: Taken[] = byAge
    .filter((one) => !chosen.has(one))
    .map(({ keys }) => ({ marked: marked(keys), print: keys.print, tries: 0 }))
  const refusals: string[] = []
  let pages = 0
  let articles = 0
  let left = 0
  for (const { item, keys, mark } of wanted) {
    const known = item.url === undefined ? undefined : links.get(linkKey(item.url))
    const base = { marked: marked(keys), print: keys.print, tries: 0, ...pick(mark?.article ?? known) }
    const text = wholeText(item)
    // Another source, or a link that somebody gave, has had it: its own visits notice what changes in it.
    if (mark === undefined && known !== undefined && text === undefined) {
      taken.push(base)
      continue
    }
    const needsPage = text === undefined && item.url !== undefined
    if (articles >= TAKING.articles || (needsPage && pages >= TAKING.pages)) {
      left += 1
      continue
    }
    articles += 1
    const origin = { feed, url: source.url }
    if (!needsPage) {
      const words = text ?? itemText(item)
      taken.push(words === '' ? base : { ...base, draft: articleOfItem(item, words, origin, now) })
      continue
    }
    pages += 1
    const page = await fetchPage(item.url)
    switch (page.kind) {
      case 'page':
        taken.push({ ...base, draft: articleOfPage(page.page, page.url, origin, item, now) })
        break
      case 'refused':
        refusals.push(page.why)
        taken.push(base)
        break
      case 'failed': {
        const tries = (mark?.article === undefined ? (mark?.tries ?? 0) : 0) + 1
        // An edit whose page does not come keeps its old print, and so is noticed again.
        if (mark?.article !== undefined) break
        taken.push(tries < TAKING.tries ? { ...base, tries } : { ...base, ...shortReport(item, origin, now) })
      }
    }
  }
  const note = sayRefusals(refusals)
  return {
    taken,
    fresh: candidates.filter(({ mark }) => mark === undefined).length,
    unfinished: left > 0,
    owing: taken.some(({ tries }) => tries > 0),
    ...(note !== undefined && { note }),
  }
}

/** A link that several items share, or that is the site's own, leads to none of them. */
function ownLinks({ items, link }: Pick<Feed, 'items' | 'link'>): readonly FeedItem[] {
  const times = new Map<string, number>(link === undefined ? [] : [[linkKey(link), 1]])
  const keys = items.map(({ url }) => (url === undefined ? '' : linkKey(url)))
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1)
  return items.map(({ url, ...item }, at) =>
    url !== undefined && times.get(keys[at]!) === 1 ? { ...item, url } : item,
  )
}

const markOf = ({ item, alias }: ItemKeys, marks: ReadonlyMap<string, Mark>): Mark | undefined => {
  const own = marks.get(item)
  const other = alias === undefined ? undefined : marks.get(alias)
  return own ?? other
}

const isDone = ({ print }: ItemKeys, mark: Mark | undefined): boolean => mark?.print === print && mark.tries === 0

const marked = ({ item, alias }: ItemKeys): readonly string[] => (alias === undefined ? [item] : [item, alias])

/** A short report that its feed calls whole is one, when its page cannot be had. */
function shortReport(item: FeedItem, origin: Parameters<typeof articleOfItem>[2], now: Date): Pick<Taken, 'draft'> {
  const text = wholeText(item, TAKING.short)
  return text === undefined ? {} : { draft: articleOfItem(item, text, origin, now) }
}

/** Items without a date stay in the feed's order, behind those that have one. */
const newestFirst = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.toSorted((a, b) => (b.item.published?.getTime() ?? 0) - (a.item.published?.getTime() ?? 0))

const pick = (article: string | undefined): { readonly article?: string } => (article === undefined ? {} : { article })
