import { Temporal } from 'temporal-polyfill'
import { headline } from '#core/briefing/credit.ts'
import type { Entry } from '#core/ports/library.ts'
import type { Subscription } from '#core/ports/subscriptions.ts'
import { type Block, heading, type Inline, type Reply, reply, text } from '#core/reply.ts'
import type { Outlets } from '#core/story/outlets.ts'
import { createContentTerms } from '#core/story/story-points.ts'
import type { Update } from '#core/story/updates.ts'
import { groupNews } from './news-stories.ts'
import type { News, Section } from './section.ts'
import { showUpdates } from './updates.ts'

export type Sections = ReadonlyMap<string, Section>

export interface Digest {
  readonly reply: Reply
  readonly items: readonly string[]
  /** One item for each article that it shows anything of: what its outlet changes in it from now on is told here too. */
  readonly told: readonly string[]
  /** Nothing is new, and the reply says so. */
  readonly empty: boolean
}

/** What a digest is built from; nothing else changes what it says. */
export interface DigestSource {
  readonly subscription: Subscription
  /** What came in since the last one and fits the filter, newest first. */
  readonly entries: readonly Entry[]
  /** Of their items, those this channel was shown. */
  readonly seen: ReadonlySet<string>
  /** What changed in articles that this channel was shown before. */
  readonly updates?: readonly Update[]
  /** Older articles of the same stories that this channel was shown. */
  readonly shown: readonly Entry[]
  readonly outlets: Outlets
  /** Folded words too common to be what anything is about. */
  readonly stopWords: ReadonlySet<string>
  /** What came in after this is in it; and whether that is because there was no digest yet. */
  readonly since: Date
  readonly first: boolean
  readonly now: Date
  /** When it should have come, if it comes too late. */
  readonly lateFrom?: Date
  /** Of a digest with a filter that somebody looks at before it is sent. */
  readonly preview?: {
    /** How many articles came in, before the filter. */
    readonly cameIn: number
    /** What the filter lets an article through by. */
    why(entry: Entry): readonly string[]
  }
}

export function buildDigest(sections: Sections, source: DigestSource): Digest {
  const { subscription, entries, shown: before, seen, updates = [], outlets, stopWords, preview } = source
  const about = subscription.about
  const news: News = {
    stories: groupNews(entries, before, outlets),
    content: createContentTerms(stopWords),
    isNew: (item) => !seen.has(item),
    ...(about !== undefined && { about }),
    ...(preview !== undefined && { why: preview.why }),
  }
  const wanted = chosen(sections, subscription)
  const shown = [
    showUpdates(updates.filter(({ item }) => news.isNew(item))),
    ...wanted.map((section) => section.build(news)),
  ]
  const blocks = shown.flatMap((part) => part.blocks)
  const items = shown.flatMap((part) => part.items)
  const showing = new Set(items)
  const empty = blocks.length === 0
  return {
    reply: reply(
      heading(title(source)),
      ...remarks(source),
      ...(wanted.some(({ showsWhy }) => showsWhy) ? [] : whyEach(source)),
      ...(empty ? [nothingNew(source)] : blocks),
    ),
    items,
    told: entries
      .filter((entry) => wanted.some((section) => section.items(entry).some((item) => showing.has(item))))
      .map(({ article }) => toldItem(article.id)),
    empty,
  }
}

export const toldItem = (article: string): string => `told:${article}`

/** Every item that these sections could show of these articles, to ask the ledger about. */
export const candidates = (
  sections: Sections,
  subscription: Subscription,
  entries: readonly Entry[],
): readonly string[] =>
  chosen(sections, subscription).flatMap((section) => entries.flatMap((entry) => section.items(entry)))

/** As the channel ordered them; a section that is no longer there is left out, and none at all means every one. */
function chosen(sections: Sections, { sections: names }: Subscription): readonly Section[] {
  const found = names.flatMap((name) => sections.get(name) ?? [])
  return found.length > 0 ? found : [...sections.values()].sort((a, b) => a.order - b.order)
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

function title({ subscription, now, lateFrom }: DigestSource): string {
  const { timezone } = subscription.schedule
  const instant = Temporal.Instant.fromEpochMilliseconds((lateFrom ?? now).getTime())
  const { dayOfWeek, day, month, year } = instant.toZonedDateTimeISO(timezone)
  const about = subscription.about === undefined ? '' : ` · ${short(subscription.about)}`
  return `News digest${about} · ${DAYS[dayOfWeek - 1]} ${day} ${MONTHS[month - 1]} ${year}`
}

/** A heading is read at a glance; `/digest list` has the whole filter. */
const LONGEST_FILTER = 80

const short = (about: string): string =>
  about.length <= LONGEST_FILTER ? about : `${about.slice(0, LONGEST_FILTER).replace(/\s\S*$/, '')} …`

function remarks({ subscription, entries, since, first, lateFrom, preview }: DigestSource): readonly Block[] {
  const zone = subscription.schedule.timezone
  const all: Inline[][] = []
  if (lateFrom !== undefined) {
    all.push([{ italic: 'Late: this was due ' }, { time: lateFrom.toISOString(), zone }, { italic: '.' }])
  }
  if (first) {
    all.push([
      { italic: 'The first digest here: what came in since ' },
      { time: since.toISOString(), zone },
      { italic: '.' },
    ])
  }
  if (preview !== undefined) {
    all.push([{ italic: `In this preview only: ${passed(entries.length, preview.cameIn)} the filter, and why.` }])
  }
  return all.map((line) => text(...line))
}

/** As many as a digest has headlines. */
const MOST_WHY = 10

/** Where no section says by what an article passes, a list in front does. */
function whyEach({ entries, preview }: DigestSource): readonly Block[] {
  if (preview === undefined) return []
  const rest = entries.length - MOST_WHY
  return [
    ...entries
      .slice(0, MOST_WHY)
      .map((entry) => text(...headline(entry.article), ' · ', { italic: `passes: ${preview.why(entry).join(', ')}` })),
    ...(rest > 0 ? [text({ italic: `and ${rest} more` })] : []),
  ]
}

const passed = (count: number, of: number): string =>
  `${count} of ${of} ${of === 1 ? 'article' : 'articles'} that came in ${count === 1 ? 'passes' : 'pass'}`

function nothingNew({ subscription, since, first }: DigestSource): Block {
  const about = subscription.about === undefined ? '' : ` about ${short(subscription.about)}`
  if (first) return text(`Nothing${about} came in.`)
  return text(`Nothing new${about} since `, { time: since.toISOString(), zone: subscription.schedule.timezone }, '.')
}
