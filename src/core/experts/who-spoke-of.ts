import { statementsByEach } from '../briefing/briefing.ts'
import type { Context } from '../context.ts'
import type { Expert, Statement } from '../ports/library.ts'
import { parseQuery } from '../query/query-line.ts'
import { slice } from '../text/span.ts'
import { termsOnly } from '../text/terms.ts'
import { addKinds, allKinds, NO_KINDS } from './kinds-counted.ts'
import { aboutTerms, wordsOf } from './relevance.ts'

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
  const entries = await library.search(parseQuery(about), ARTICLES)
  const spoken = new Map<string, Expert['kinds']>()
  const described = new Map<string, Expert['kinds']>()
  for (const statement of entries.flatMap(statementsByEach)) {
    const into = holdsAny(wordsOf(statement), wanted)
      ? spoken
      : isDescribedBy(statement, wanted)
        ? described
        : undefined
    if (into === undefined) continue
    const key = library.keyOf(statement)
    into.set(key, addKinds(into.get(key) ?? NO_KINDS, { ...NO_KINDS, [statement.quote.kind]: 1 }))
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

/** Whether the article of a statement describes whoever makes it by any of these words. */
export const isDescribedBy = ({ article, person }: Statement, wanted: ReadonlySet<string>): boolean =>
  person.descriptions.some((span) => holdsAny(slice(article.text, span), wanted))

export const holdsAny = (words: string, wanted: ReadonlySet<string>): boolean =>
  termsOnly(words).some((term) => wanted.has(term))
