import type { Person, Quote } from '../analysis.ts'
import { statementsByEach } from '../briefing/briefing.ts'
import { passages } from '../briefing/statement.ts'
import type { Context } from '../context.ts'
import type { Expert, Statement } from '../ports/library.ts'
import { parseAbout } from '../query/parse-about.ts'
import { slice } from '../text/span.ts'
import { holdsTerm } from '../text/terms.ts'
import { addKinds, allKinds, NO_KINDS } from './kinds-counted.ts'
import { aboutTerms } from './relevance.ts'

/** Looked through for who spoke, the best that are found. */
const ARTICLES = 60

export interface OnSubject extends Expert {
  /** None of these quotes has the words; it is articles that describe whoever speaks by them: "the NATO chief". */
  readonly onlyDescribed: boolean
}

/**
 * Whose quotes hold any of the words, most such quotes first, counted by these alone; behind them those whom the
 * same articles describe by the words, with what they say there.
 */
export async function whoSpokeOf(about: string, { library, stopWords }: Context): Promise<readonly OnSubject[]> {
  const wanted = aboutTerms(about, stopWords)
  const entries = await library.search(parseAbout(about, 'experts'), ARTICLES)
  const spoken = new Map<string, Expert['kinds']>()
  const described = new Map<string, Expert['kinds']>()
  for (const entry of entries) {
    const isOn = remember((quote: Quote) => passages(entry.article.text, quote).some((part) => holdsTerm(part, wanted)))
    const isDescribed = remember((person: Person) => isDescribedBy({ article: entry.article, person }, wanted))
    for (const statement of statementsByEach(entry, (quote, person) => isOn(quote) || isDescribed(person))) {
      const into = isOn(statement.quote) ? spoken : described
      const key = library.keyOf(statement)
      into.set(key, addKinds(into.get(key) ?? NO_KINDS, { ...NO_KINDS, [statement.quote.kind]: 1 }))
    }
  }
  const experts = await library.expertsNamed([...spoken.keys(), ...described.keys()])
  return experts
    .map((expert): OnSubject => {
      const own = spoken.get(expert.key)
      const kinds = own ?? described.get(expert.key) ?? NO_KINDS
      return { ...expert, kinds, quotes: allKinds(kinds), unsure: 0, onlyDescribed: own === undefined }
    })
    .sort((a, b) => Number(a.onlyDescribed) - Number(b.onlyDescribed) || b.quotes - a.quotes)
}

/** Asked once for each: several say one quote, and one says many. */
function remember<Asked>(ask: (one: Asked) => boolean): (one: Asked) => boolean {
  const known = new Map<Asked, boolean>()
  return (one) => {
    const answer = known.get(one) ?? ask(one)
    known.set(one, answer)
    return answer
  }
}

/** Whether the article of a statement describes whoever makes it by any of these words. */
export const isDescribedBy = (
  { article, person }: Pick<Statement, 'article' | 'person'>,
  wanted: ReadonlySet<string>,
): boolean => person.descriptions.some((span) => holdsTerm(slice(article.text, span), wanted))
