import { passages } from '../briefing/statement.ts'
import type { Statement } from '../ports/library.ts'
import { terms } from '../text/terms.ts'

/** Statements whose words hold any of the words asked for: most different ones first, then most often, then as given. */
export function rankByWords(
  statements: readonly Statement[],
  about: string,
  stopWords: ReadonlySet<string>,
): readonly Statement[] {
  const wanted = aboutTerms(about, stopWords)
  return statements
    .map((statement, order) => {
      const hits = terms(wordsOf(statement)).filter(({ term }) => wanted.has(term))
      return { statement, order, kinds: new Set(hits.map(({ term }) => term)).size, count: hits.length }
    })
    .filter(({ kinds }) => kinds > 0)
    .sort((a, b) => b.kinds - a.kinds || b.count - a.count || a.order - b.order)
    .map(({ statement }) => statement)
}

/** The stems that `about` asks for; its stop words only where it has nothing else. */
export function aboutTerms(about: string, stopWords: ReadonlySet<string>): ReadonlySet<string> {
  const all = terms(about)
  const telling = all.filter(({ start, end }) => !stopWords.has(about.slice(start, end).toLowerCase()))
  return new Set((telling.length > 0 ? telling : all).map(({ term }) => term))
}

/** The words of a statement as one text, for looking in; never for showing. */
export const wordsOf = ({ article, quote }: Statement): string => passages(article.text, quote).join(' ')
