import type { Quote } from '../analysis.ts'
import type { Statement } from '../ports/library.ts'
import type { Block, Inline } from '../reply.ts'
import { slice } from '../text/span.ts'
import { credit, manner } from './credit.ts'
import { unclearBlock } from './unclear.ts'

/** The words of a quote: a slice of the stored text for each of its spans, and nothing else. */
export const passages = (text: string, { spans }: Pick<Quote, 'spans'>): readonly string[] =>
  spans.map((span) => slice(text, span))

/** The article's own description of who speaks, fullest first; undefined where it gives none. */
export function descriptionIn({ article, person }: Pick<Statement, 'article' | 'person'>): string | undefined {
  const first = person.descriptions[0]
  return first && slice(article.text, first)
}

/** A description as it stands in a line of ours: "Ada Berg, the mayor", though a sentence began with it. Never in a quote. */
export const inLine = (description: string): string =>
  description.replace(/^(?:The|An?|Its|His|Her|Their)(?= )/, (first) => first.toLowerCase())

/** "**Ellen Marsh**, the mayor, and **Viktor Dahl**, a pilot": everybody who says it, each as the article describes them. */
export function whoSays(statement: Statement): readonly Inline[] {
  const { article, person, together = [person] } = statement
  return together.flatMap((one, at): readonly Inline[] => {
    const description = descriptionIn({ article, person: one })
    const isDescribed = at > 0 && together[at - 1]!.descriptions.length > 0
    const joint = at < together.length - 1 ? ', ' : isDescribed ? ', and ' : ' and '
    return [
      ...(at === 0 ? [] : [joint]),
      { bold: one.name },
      ...(description === undefined ? [] : [`, ${inLine(description)}`]),
    ]
  })
}

/** A statement in full: the words, who said them (or who may have) and as what, how they were given, and where. */
export function statementBlock(statement: Statement, ...more: readonly Inline[]): Block {
  const { article, quote, told } = statement
  if (quote.speaker === null) return unclearBlock(statement, ...more)
  return {
    kind: 'quote',
    passages: passages(article.text, quote),
    credit: [...whoSays(statement), ` · ${manner(quote, article.text, told)} · `, ...credit(article), ...more],
  }
}
