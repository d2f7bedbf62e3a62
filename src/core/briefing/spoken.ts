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

/** Words inside a quote of the same speaker, “I told them, ‘…’”: they are theirs already, with what is around them. */
export const isOwnAgain = ({ inside, speaker }: Quote, quotes: readonly Quote[]): boolean =>
  inside !== undefined &&
  speaker !== null &&
  quotes[inside] !== undefined &&
  speakersOf(quotes[inside]).includes(speaker)

/** A quote as what one of those who say it said. */
export function statementOf({ article, analysis }: Entry, quote: Quote, person: Person): Statement {
  const together = inOrder(quote).flatMap((at) => analysis.people[at] ?? [])
  const told = throughWhom(quote, article.text, analysis)
  return {
    article,
    quote,
    person,
    ...(together.length > 1 && { together }),
    ...(told.length > 0 && { told }),
  }
}

/**
 * Through whom words came that somebody passes on or that stand inside another's quote, from the nearest outwards: "as Ana Lund quotes it", "as “a
 * spokeswoman” tells it"; of one's own words, "by their own account".
 */
export function throughWhom(quote: Quote, text: string, { quotes, people }: Analysis): readonly string[] {
  const told: string[] = []
  if (quote.through !== undefined) {
    const { speaker, mention } = quote.through
    const who = speaker === null ? undefined : people[speaker]?.name
    told.push(`as ${who ?? `“${slice(text, mention)}”`} ${quote.kind === 'indirect' ? 'tells' : 'quotes'} it`)
  }
  // An outer quote stands in front of what is inside it, so that this ends.
  for (let at = quote.inside; at !== undefined; at = quotes[at]?.inside) {
    const outer = quotes[at]
    if (outer === undefined) break
    const words = outer.mention === undefined ? 'somebody not named' : `“${slice(text, outer.mention)}”`
    const who = speakerNames(outer, people) ?? words
    if (told.length > 0) told.push(`as ${who} tells it`)
    else told.push(isOwnAgain(quote, quotes) ? 'by their own account' : `as ${who} quotes it`)
  }
  return told
}
