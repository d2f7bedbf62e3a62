import type { Analysis } from '../analysis.ts'
import type { Entry } from '../ports/library.ts'
import { type Block, heading, quote, text } from '../reply.ts'
import { count } from '../text/in-words.ts'
import { slice } from '../text/span.ts'
import { namedStatements } from './briefing.ts'
import { manner } from './credit.ts'
import { passages, whoSays } from './statement.ts'
import { unclearQuotes, whoMayHaveSaid } from './unclear.ts'

const VOICES = 8
/** Fewer sentences are read faster than any briefing of them. */
const FEWEST = 5

/** Words of a message, read as an article would be; nothing of them is stored. */
export const messageEntry = (words: string, analysis: Analysis, now: Date): Entry => ({
  article: {
    id: 'message',
    title: 'This message',
    outlet: 'this message',
    published: now,
    language: analysis.language.code,
    sample: false,
    text: words,
  },
  analysis,
  engine: '',
})

/** Who says what in a message, and its key points where it is long; undefined where there is neither. */
export function messageBriefing(entry: Entry): readonly Block[] | undefined {
  const { article, analysis } = entry
  // Words inside another's quote are shown with it.
  const named = namedStatements(entry).filter(({ quote }) => quote.kind !== 'nested')
  const unclear = unclearQuotes(entry)
  const points = analysis.sentences.length < FEWEST ? [] : analysis.keyPoints
  if (named.length + unclear.length + points.length === 0) return undefined
  const rest = named.length - VOICES
  return [
    heading('In this message'),
    ...points.map((point) => text(`• ${slice(article.text, point)}`)),
    ...named.slice(0, VOICES).map((statement) => {
      return quote(
        passages(article.text, statement.quote),
        ...whoSays(statement),
        ` · ${manner(statement.quote, statement.article.text)}`,
      )
    }),
    ...(rest > 0 ? [text({ italic: `and ${count(rest, 'more quote')}` })] : []),
    ...unclear.map((one) => {
      const perhaps = whoMayHaveSaid(one, entry).map(({ person }) => person.name)
      return quote(passages(article.text, one), { bold: 'Unclear who said this' }, `: perhaps ${perhaps.join(' or ')}`)
    }),
    ...(analysis.unread === undefined ? [] : [text({ italic: `About this text: ${analysis.unread}.` })]),
    text({ italic: 'Read from the message alone; nothing of it is kept.' }),
  ]
}
