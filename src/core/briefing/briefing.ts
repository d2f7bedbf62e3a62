import type { FigureCheck, Person, Quote } from '../analysis.ts'
import { figureBlocks } from '../figures/figure-blocks.ts'
import type { Entry, Statement } from '../ports/library.ts'
import { actions, type Block, divider, heading, open, type RunAction, run, text } from '../reply.ts'
import { inLanguage } from '../text/language-names.ts'
import { whichLanguage } from '../text/which-language.ts'
import { credit } from './credit.ts'
import { opening } from './excerpt.ts'
import { isOwnAgain, speakersOf, statementOf } from './spoken.ts'
import { statementBlock } from './statement.ts'
import { unclearBlock, unclearQuotes, whoMayHaveSaid } from './unclear.ts'

const VOICES = 5
const FIGURES = 8
const UNCLEAR = 2

/**
 * One article in short: headline, what is `news` to the reader, key points, voices, figures, checks, source. All of it
 * is the article's own words.
 */
export function briefing(entry: Entry, news: readonly Block[] = []): readonly Block[] {
  const { article, analysis } = entry
  const byline = article.byline === undefined ? [] : [` · ${article.byline}`]
  return [
    heading(article.title),
    text(...credit(article), ...byline),
    ...news,
    ...keyPoints(entry),
    ...unread(entry),
    ...voices(entry),
    ...unclear(entry),
    ...(analysis.figures.length > 0 ? [divider(), ...figureBlocks(entry, FIGURES)] : []),
    ...checkBlocks(analysis.checks),
    ...(article.url === undefined ? [] : [actions(open(`Read it at ${article.outlet}`, article.url))]),
  ]
}

/** Why nobody is named, where nobody was looked for. */
function unread({ article, analysis }: Entry): readonly Block[] {
  if (analysis.unread === undefined) return []
  if (analysis.language.code !== 'und') return [text({ italic: `About this text: ${analysis.unread}.` })]
  const known = inLanguage(article.language) ?? inLanguage(whichLanguage(article.text) ?? 'und')
  // A list of headlines, of names or of results is in English too, and its site says so.
  const said =
    known === undefined
      ? 'There are hardly any sentences of English in this text, so who speaks is not read and nobody is named.'
      : `This article is ${known}. Who speaks is not read in this language, so nobody is named.`
  return [text({ italic: said })]
}

/** A text of a few sentences is its own briefing, where it has no quotes that stand below. */
const FEW = 3

function keyPoints({ article, analysis }: Entry): readonly Block[] {
  const { keyPoints: points, sentences, quotes } = analysis
  const shown = points.length === 0 && sentences.length <= FEW && quotes.length === 0 ? sentences : points
  return shown.map((point) => text('• ', ...opening(article.text, point), ' ', { italic: `¶${point.paragraph}` }))
}

/** Each speaker once, most quoted first, with one quote: the first direct one, else the first fragment. */
function voices(entry: Entry): readonly Block[] {
  const { analysis } = entry
  const named = namedStatements(entry)
  const statements = named.filter(({ quote }) => quote.kind !== 'indirect' && quote.kind !== 'nested')
  const counts = new Map<number, number>()
  for (const speaker of statements.flatMap(({ quote }) => speakersOf(quote)))
    counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  const speakers = [...counts].sort((a, b) => b[1] - a[1]).map(([speaker]) => speaker)
  if (speakers.length === 0) return []
  const shown = speakers.slice(0, VOICES)
  // What two say as one is shown once.
  const chosen = new Set<Statement>()
  for (const speaker of shown) {
    const own = statements.filter(({ quote }) => speakersOf(quote).includes(speaker))
    const fresh = own.filter((statement) => !chosen.has(statement))
    const next = fresh.find(({ quote }) => quote.kind === 'direct') ?? fresh[0]
    if (next !== undefined) chosen.add(next)
  }
  const nameOf = (speaker: number) => analysis.people[speaker]!.name
  const rest = speakers.slice(VOICES).map(nameOf)
  const inside = [...new Set(named.flatMap(({ quote }) => (quote.kind === 'nested' ? speakersOf(quote) : [])))]
  const quotedByOthers = inside.filter((speaker) => !counts.has(speaker)).map(nameOf)
  const buttons = shown
    .filter((speaker) => counts.get(speaker)! > 1)
    .map((speaker) => allBy(nameOf(speaker), counts.get(speaker)!))
  return [
    divider(),
    ...[...chosen].map((statement) => statementBlock(statement)),
    ...(rest.length === 0 ? [] : [text('Also quoted: ', rest.join(', '), '.')]),
    ...(quotedByOthers.length === 0 ? [] : [text('In the words of others: ', quotedByOthers.join(', '), '.')]),
    ...(buttons.length === 0 ? [] : [actions(...buttons)]),
  ]
}

/** What was said by somebody, and it is not clear by whom: shown so that an editor can tell. */
function unclear(entry: Entry): readonly Block[] {
  const quotes = unclearQuotes(entry)
  const rest = quotes.length - UNCLEAR
  return [
    ...quotes
      .slice(0, UNCLEAR)
      .map((quote) => unclearBlock({ article: entry.article, quote, perhaps: whoMayHaveSaid(quote, entry) })),
    ...(rest > 0 ? [text({ italic: `and ${rest} more of which it is unclear who said them` })] : []),
  ]
}

const allBy = (name: string, count: number): RunAction => run(`${name}: ${count} quotes`, 'quote', { expert: name })

/** The quotes of an article whose speaker is known by name, each once. */
export const namedStatements = (entry: Entry): readonly Statement[] =>
  entry.analysis.quotes.flatMap((quote) =>
    quote.speaker === null ? [] : [statementOf(entry, quote, entry.analysis.people[quote.speaker]!)],
  )

/** Those that are wanted, once for everybody who says it: what several say as one is each one's. */
export const statementsByEach = (
  entry: Entry,
  wanted: (quote: Quote, person: Person) => boolean,
): readonly Statement[] =>
  entry.analysis.quotes.flatMap((quote, _at, all) =>
    isOwnAgain(quote, all)
      ? []
      : speakersOf(quote)
          .map((speaker) => entry.analysis.people[speaker]!)
          .filter((person) => wanted(quote, person))
          .map((person) => statementOf(entry, quote, person)),
  )

export function checkBlocks(checks: readonly FigureCheck[]): readonly Block[] {
  return checks.map((check) => text({ bold: 'Figures to check: ' }, check.working))
}
