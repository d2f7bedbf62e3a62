import type { Quote } from '../analysis.ts'
import type { Entry, Possible, Statement } from '../ports/library.ts'
import { type Block, type Inline, quote as quoteBlock } from '../reply.ts'
import { slice } from '../text/span.ts'
import { percent } from './confidence.ts'
import { credit, manner } from './credit.ts'

/** More candidates than this help nobody to decide. */
const SHOWN = 3

export const whoMayHaveSaid = (quote: Quote, { analysis }: Entry): readonly Possible[] =>
  (quote.candidates ?? []).flatMap(({ speaker, confidence }) => {
    const person = analysis.people[speaker]
    return person === undefined ? [] : [{ person, confidence }]
  })

/** Quotes of an article of which it is unclear who said them, for an editor to look at; those inside others left out. */
export const unclearQuotes = ({ analysis }: Entry): readonly Quote[] =>
  analysis.quotes.filter(
    ({ speaker, candidates = [], kind }) => speaker === null && candidates.length > 0 && kind !== 'nested',
  )

/** The words, and who may have said them: never anybody's own. */
export const unclearBlock = (
  { article, quote, perhaps = [], told }: Pick<Statement, 'article' | 'quote' | 'perhaps' | 'told'>,
  ...more: readonly Inline[]
): Block =>
  quoteBlock(
    quote.spans.map((span) => slice(article.text, span)),
    { bold: 'Unclear who said this' },
    ...(quote.mention === undefined ? [] : [` (“${slice(article.text, quote.mention)}”)`]),
    `${perhaps.length === 0 ? '' : `: perhaps ${inWords(perhaps)}`} · ${manner(quote, article.text, told)} · `,
    ...credit(article),
    ...more,
  )

const inWords = (perhaps: readonly Possible[]): string =>
  perhaps
    .slice(0, SHOWN)
    .map(({ person, confidence }) => `${person.name} (${percent(confidence)})`)
    .join(' or ')
