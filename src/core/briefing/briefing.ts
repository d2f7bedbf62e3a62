import type { FigureCheck } from '../analysis.ts'
import { figureBlocks } from '../figures/figure-blocks.ts'
import type { Entry, Statement } from '../ports/library.ts'
import { actions, type Block, divider, heading, open, type RunAction, run, text } from '../reply.ts'
import { inLanguage } from '../text/language-names.ts'
import { slice } from '../text/span.ts'
import { whichLanguage } from '../text/which-language.ts'
import { credit } from './credit.ts'
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

function keyPoints({ article, analysis }: Entry): readonly Block[] {
  return analysis.keyPoints.map((point) => text(`• ${slice(article.text, point)} `, { italic: `¶${point.paragraph}` }))
}

/** Each speaker once, most quoted first, with one quote: the first direct one, else the first fragment. */
function voices(entry: Entry): readonly Block[] {
  const { analysis } = entry
  const statements = namedStatements(entry).filter(({ quote }) => quote.kind !== 'indirect')
  const counts = new Map<number, number>()
  for (const { quote } of statements) counts.set(quote.speaker!, (counts.get(quote.speaker!) ?? 0) + 1)
  const speakers = [...counts].sort((a, b) => b[1] - a[1]).map(([speaker]) => speaker)
  if (speakers.length === 0) return []
  const chosen = speakers.slice(0, VOICES).map((speaker) => {
    const own = statements.filter(({ quote }) => quote.speaker === speaker)
    return own.find(({ quote }) => quote.kind === 'direct') ?? own[0]!
  })
  const rest = speakers.slice(VOICES).map((speaker) => analysis.people[speaker]!.name)
  const buttons = chosen
    .filter(({ quote }) => counts.get(quote.speaker!)! > 1)
    .map(({ person, quote }) => allBy(person.name, counts.get(quote.speaker!)!))
  return [
    divider(),
    ...chosen.map((statement) => statementBlock(statement)),
    ...(rest.length === 0 ? [] : [text('Also quoted: ', rest.join(', '), '.')]),
    ...(buttons.length === 0 ? [] : [actions(...buttons)]),
  ]
}

/** What was said by somebody, and it is not clear by whom: shown so that an editor can tell. */
function unclear(entry: Entry): readonly Block[] {
  const quotes = unclearQuotes(entry)
  const rest = quotes.length - UNCLEAR
  return [
    ...quotes.slice(0, UNCLEAR).map((quote) => unclearBlock(entry.article, quote, whoMayHaveSaid(quote, entry))),
    ...(rest > 0 ? [text({ italic: `and ${rest} more of which it is unclear who said them` })] : []),
  ]
}

const allBy = (name: string, count: number): RunAction => run(`${name}: ${count} quotes`, 'quote', { expert: name })

/** The quotes of an article whose speaker is known by name. */
export function namedStatements({ article, analysis }: Entry): readonly Statement[] {
  return analysis.quotes.flatMap((quote) =>
    quote.speaker === null ? [] : [{ article, quote, person: analysis.people[quote.speaker]! }],
  )
}

export function checkBlocks(checks: readonly FigureCheck[]): readonly Block[] {
  return checks.map((check) => text({ bold: 'Figures to check: ' }, check.working))
}
