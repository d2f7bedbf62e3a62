import type { Analysis, Person, Quote } from '../analysis.ts'
import type { Entry, Statement } from '../ports/library.ts'
import { listed } from '../text/in-words.ts'
import { slice } from '../text/span.ts'

/** Everybody who says a quote, as indexes in `people`: the speaker first, then who says it as one with them. */
export const speakersOf = ({ speaker, with: others = [] }: Pick<Quote, 'speaker' | 'with'>): readonly number[] =>
  speaker === null ? [] : [speaker, ...others]

/** "Ellen Marsh and Viktor Dahl", as the article names them one after the other; null where nobody is named. */
export function speakerNames(quote: Pick<Quote, 'speaker' | 'with'>, people: readonly Person[]): string | null {
  const names = inOrder(quote).flatMap((at) => people[at]?.name ?? [])
  return names.length === 0 ? null : listed(names)
}

/** People are in the order of their first mention. */
const inOrder = (quote: Pick<Quote, 'speaker' | 'with'>): readonly number[] =>
  speakersOf(quote).toSorted((a, b) => a - b)

/** A quote as what one of those who say it said. */
export function statementOf({ article, analysis }: Entry, quote: Quote, person: Person): Statement {
  const together = inOrder(quote).flatMap((at) => analysis.people[at] ?? [])
  const told = tellersOf(quote, article.text, analysis)
  return {
    article,
    quote,
    person,
    ...(together.length > 1 && { together }),
    ...(told.length > 0 && { told }),
  }
}

/** Who passes words on that stand inside another's quote, from the nearest outwards: a name, or “a spokeswoman”. */
export function tellersOf(quote: Quote, text: string, { quotes, people }: Analysis): readonly string[] {
  const told: string[] = []
  // An outer quote stands in front of what is inside it, so that this ends.
  for (let at = quote.inside; at !== undefined; at = quotes[at]?.inside) {
    const outer = quotes[at]
    if (outer === undefined) break
    const words = outer.mention === undefined ? 'somebody not named' : `“${slice(text, outer.mention)}”`
    told.push(speakerNames(outer, people) ?? words)
  }
  return told
}
