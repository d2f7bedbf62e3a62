import { checkBlocks, figureBlocks } from '../briefing.ts'
import { count, credit, headline, publishedDay } from '../credit.ts'
import type { Entry } from '../ports/library.ts'
import { actions, type Block, divider, fields, heading, type Inline, open, text } from '../reply.ts'
import { statementBlock } from '../statement.ts'
import { foldCopies, type Told } from './fold-copies.ts'
import type { Outlets } from './outlets.ts'
import { findDisagreements } from './story-figures.ts'
import {
  type ContentTerms,
  choosePoints,
  createContentTerms,
  newPoints,
  ownPoints,
  type Point,
  pointsOf,
} from './story-points.ts'
import { storyVoices, type Voice } from './story-voices.ts'

const POINTS = 6
const NEW_POINTS = 4
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
  /** Ids of articles that this reader was shown before; absent for a first briefing. */
  readonly seen?: ReadonlySet<string>
  readonly outlets: Outlets
  readonly stopWords: ReadonlySet<string>
  /** For instants where the platform cannot use the reader’s own. */
  readonly zone: string
}

/** A story in short. Every sentence, quote and figure is a slice of an article with its outlet beside it; only the labels are ours. */
export function storyBriefing({ entries, seen, outlets, stopWords, zone }: StoryToBrief): readonly Block[] {
  const all = foldCopies(entries, outlets)
  const ordered = all.flatMap(({ copies }) => copies).sort(byPublication)
  if (all.length === 0) return []
  const content = createContentTerms(stopWords)
  const points = all.flatMap((told) => pointsOf(told, content))
  const lead = leadOf(all, content)
  return [
    heading(lead.entry.article.title),
    text(...extent(ordered)),
    ...pointBlocks('What happened', choosePoints(points, all, content, POINTS)),
    ...(seen === undefined ? [] : newBlocks(all, points, seen, content)),
    ...voiceBlocks(storyVoices(ordered)),
    ...(lead.entry.analysis.figures.length > 0 ? [divider(), ...figureBlocks(lead.entry, FIGURES)] : []),
    ...checkBlocks(lead.entry.analysis.checks),
    ...disagreementBlocks(all, content),
    ...ownBlocks(ownPoints(points, all, content)),
    ...timeline(all, zone),
    ...sources(all),
  ]
}

const byPublication = (a: Entry, b: Entry): number =>
  a.article.published.getTime() - b.article.published.getTime() || (a.article.id < b.article.id ? -1 : 1)

/** Whose headline names the story: the one that most texts bear out; of equals, the first published. */
function leadOf(all: readonly Told[], content: ContentTerms): Told {
  const texts = all.map(({ entry }) => content(entry.article.text))
  const worth = all.map(({ entry }) => {
    const title = [...content(entry.article.title)]
    return title.length === 0
      ? 0
      : title.reduce((sum, term) => sum + texts.filter((one) => one.has(term)).length, 0) / title.length
  })
  return all[worth.indexOf(Math.max(...worth))]!
}

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

function pointBlocks(label: string, points: readonly Point[]): readonly Block[] {
  return points.length === 0 ? [] : [text({ bold: label }), ...points.map(pointBlock)]
}

function pointBlock({ told, words, sentence }: Point): Block {
  const { article } = told.entry
  const place = `${article.outlet} ¶${sentence.paragraph}${article.sample ? ' · sample (invented)' : ''}`
  return text(`• ${words} `, { italic: place })
}

function newBlocks(
  all: readonly Told[],
  points: readonly Point[],
  seen: ReadonlySet<string>,
  content: ContentTerms,
): readonly Block[] {
  const isSeen = ({ article }: Entry): boolean => seen.has(article.id)
  const entries = all.flatMap(({ copies }) => copies)
  const unseen = new Set(all.filter(({ copies }) => !copies.some(isSeen)))
  const fresh = newPoints(
    points.filter(({ told }) => unseen.has(told)),
    entries.filter(isSeen),
    content,
  )
  if (fresh.length > 0) return [divider(), ...pointBlocks('New since you last read this', fresh.slice(0, NEW_POINTS))]
  const added = entries.filter((entry) => !isSeen(entry)).length
  return [
    divider(),
    text({
      italic:
        added === 0
          ? 'Nothing new since you last read this.'
          : `${count(added, 'more article')} since you last read this, with no new point.`,
    }),
  ]
}

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
    ...shown.map((voice) => statementBlock(voice.statement, ...carriers(voice))),
    ...(rest > 0 ? [text({ italic: `and ${count(rest, 'more quote')}` })] : []),
  ]
}

function carriers({ statement, carried, otherwise }: Voice): readonly Inline[] {
  const own = statement.article.outlet
  const also = [
    ...new Set(carried.filter((one) => !otherwise.includes(one)).map(({ article }) => article.outlet)),
  ].filter((outlet) => outlet !== own)
  const disputed = otherwise.map(({ article, person }) => `${article.outlet} gives these words to ${person.name}`)
  return [
    ...(also.length === 0 ? [] : [` · also in ${also.join(', ')}`]),
    ...(disputed.length === 0 ? [] : [' · ', { bold: `Disputed: ${[...new Set(disputed)].join('; ')}` }]),
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
      text({ time: entry.article.published.toISOString(), zone }, ' · ', ...headline(entry.article)),
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
