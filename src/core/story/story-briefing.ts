import { checkBlocks } from '../briefing/briefing.ts'
import { credit, publishedDay, undatedHeadline } from '../briefing/credit.ts'
import { figureBlocks } from '../figures/figure-blocks.ts'
import type { Entry } from '../ports/library.ts'
import { actions, type Block, divider, fields, heading, type Inline, open, text } from '../reply.ts'
import { count } from '../text/in-words.ts'
import { foldCopies, type Told } from './fold-copies.ts'
import type { Seen } from './last-read.ts'
import { leadOf } from './lead.ts'
import type { Outlets } from './outlets.ts'
import { findDisagreements } from './story-figures.ts'
import { findNews, newBlocks } from './story-news.ts'
import {
  type ContentTerms,
  choosePoints,
  createContentTerms,
  ownPoints,
  type Point,
  pointBlock,
  pointsOf,
} from './story-points.ts'
import { storyVoices, type Voice, voiceBlock } from './story-voices.ts'

const POINTS = 6
/** Fewer that several outlets bear out do not tell what happened; then all may. */
const FEWEST_SHARED = 2
const VOICES = 6
const FIGURES = 6
const DISAGREEMENTS = 4
const OWN_POINTS = 3
const TIMELINE = 8
const SOURCES = 12
const LINKS = 5

export interface StoryToBrief {
  /** The articles of the story, at least one, in any order. */
  readonly entries: readonly Entry[]
  /** What this reader was shown of them before; absent or empty for a first briefing. */
  readonly seen?: Seen
  /** What outlets changed, for a reader of a first briefing. */
  readonly changes?: readonly Block[]
  readonly outlets: Outlets
  readonly stopWords: ReadonlySet<string>
  /** For instants where the platform cannot use the reader’s own. */
  readonly zone: string
}

/** A story in short. Every sentence, quote and figure is a slice of an article with its outlet beside it; only the labels are ours. */
export function storyBriefing({
  entries,
  seen = new Map(),
  changes = [],
  outlets,
  stopWords,
  zone,
}: StoryToBrief): readonly Block[] {
  const all = foldCopies(entries, outlets)
  const ordered = all.flatMap(({ copies }) => copies).sort(byPublication)
  if (all.length === 0) return []
  const content = createContentTerms(stopWords)
  const points = all.flatMap((told) => pointsOf(told, content))
  const lead = leadOf(all, content)
  const voices = storyVoices(ordered)
  const news = seen.size === 0 ? undefined : findNews({ all, points, voices, seen, content })
  const told = without(points, news?.points)
  const own = ownPoints(told, all, content)
  const shared = without(told, own)
  const happened = choosePoints(shared.length >= FEWEST_SHARED ? shared : told, all, content, POINTS)
  return [
    heading(lead.entry.article.title),
    text(...extent(ordered)),
    ...(news === undefined ? changes : [...newBlocks(news, zone), divider()]),
    ...pointBlocks('What happened', happened),
    ...voiceBlocks(without(voices, news?.voices)),
    ...(lead.entry.analysis.figures.length > 0 ? [divider(), ...figureBlocks(lead.entry, FIGURES)] : []),
    ...checkBlocks(lead.entry.analysis.checks),
    ...disagreementBlocks(all, content),
    ...ownBlocks(without(own, happened)),
    ...timeline(all, zone),
    ...sources(all),
  ]
}

const without = <One>(list: readonly One[], taken: readonly One[] = []): readonly One[] =>
  list.filter((one) => !taken.includes(one))

const byPublication = (a: Entry, b: Entry): number =>
  a.article.published.getTime() - b.article.published.getTime() || (a.article.id < b.article.id ? -1 : 1)

function extent(ordered: readonly Entry[]): readonly Inline[] {
  const outlets = new Set(ordered.map(({ article }) => article.outlet)).size
  const [first, last] = [publishedDay(ordered[0]!.article), publishedDay(ordered.at(-1)!.article)]
  const invented = ordered.filter(({ article }) => article.sample).length
  const sample: readonly Inline[] =
    invented === 0
      ? []
      : [
          ' · ',
          { italic: invented === ordered.length ? 'sample (invented)' : `${invented} of them samples (invented)` },
        ]
  return [
    `${count(ordered.length, 'article')} from ${count(outlets, 'outlet')} · ${first === last ? first : `${first} to ${last}`}`,
    ...sample,
  ]
}

const pointBlocks = (label: string, points: readonly Point[]): readonly Block[] =>
  points.length === 0 ? [] : [text({ bold: label }), ...points.map(pointBlock)]

/** One quote of each speaker first, then second ones, as far as there is room. */
function voiceBlocks(voices: readonly Voice[]): readonly Block[] {
  if (voices.length === 0) return []
  const firsts = voices.filter(
    (voice, at) => voices.findIndex((other) => other.statement.person.name === voice.statement.person.name) === at,
  )
  const shown = [...firsts, ...voices.filter((voice) => !firsts.includes(voice))].slice(0, VOICES)
  const rest = voices.length - shown.length
  return [
    divider(),
    text({ bold: 'Voices' }),
    ...shown.map(voiceBlock),
    ...(rest > 0 ? [text({ italic: `and ${count(rest, 'more quote')}` })] : []),
  ]
}

function disagreementBlocks(all: readonly Told[], content: ContentTerms): readonly Block[] {
  const found = findDisagreements(all, content).slice(0, DISAGREEMENTS)
  if (found.length === 0) return []
  return [
    divider(),
    text({ bold: 'Figures that differ between outlets' }),
    ...found.map(({ claims }) =>
      fields(
        ...claims.map(({ told, written, sentence }) => ({
          name: `${written} · ${told.entry.article.outlet}`,
          value: [`${sentence} `, { italic: publishedDay(told.entry.article) }],
        })),
      ),
    ),
  ]
}

function ownBlocks(points: readonly Point[]): readonly Block[] {
  if (points.length === 0) return []
  return [
    divider(),
    text({ bold: 'What only one outlet says' }),
    ...points.slice(0, OWN_POINTS).map((point) => pointBlock(point)),
  ]
}

/** The first and the latest where there are too many. */
function timeline(all: readonly Told[], zone: string): readonly Block[] {
  if (all.length < 2) return []
  const shown = all.length <= TIMELINE ? all : [...all.slice(0, 2), ...all.slice(2 - TIMELINE)]
  return [
    divider(),
    text({ bold: 'Timeline' }),
    ...shown.map(({ entry }) =>
      text({ time: entry.article.published.toISOString(), zone }, ' · ', ...undatedHeadline(entry.article)),
    ),
    ...(shown.length < all.length
      ? [text({ italic: `${count(all.length - shown.length, 'report')} between them left out` })]
      : []),
  ]
}

function sources(all: readonly Told[]): readonly Block[] {
  const links = all.flatMap(({ entry: { article } }) =>
    article.url === undefined ? [] : [open(`Read it at ${article.outlet}`, article.url)],
  )
  return [
    divider(),
    text({ bold: 'Sources' }),
    ...all.slice(0, SOURCES).map((told) => {
      const others = told.outlets.filter((outlet) => outlet !== told.entry.article.outlet)
      const copied = others.length === 0 ? [] : [` · the same text in ${others.join(', ')}`]
      return text(...credit(told.entry.article), ...copied)
    }),
    ...(all.length > SOURCES ? [text({ italic: `and ${all.length - SOURCES} more texts` })] : []),
    ...(links.length === 0 ? [] : [actions(...links.slice(0, LINKS))]),
  ]
}
