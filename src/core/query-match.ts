import { nameKeys, nameWords } from './experts/name-keys.ts'
import type { Entry } from './ports/library.ts'
import type { Query } from './query.ts'
import { countRun, queryTerms } from './query-terms.ts'
import { fold } from './text/fold.ts'
import { termsOnly } from './text/terms.ts'

/** Whether an article is one that the query finds, as both stores' search decides it. */
export function queryMatcher(query: Query): (entry: Entry) => boolean {
  const { required, excluded } = queryTerms(query)
  const fits = conditionsMatcher(query)
  return (entry) => {
    if (!fits(entry)) return false
    if (required.length + excluded.length === 0) return true
    const columns = [termsOnly(entry.article.title), termsOnly(entry.article.text)]
    const occurs = (run: readonly string[]) => columns.some((column) => countRun(column, run) > 0)
    return required.every(occurs) && !excluded.some(occurs)
  }
}

/** The part of a query that is not about words. */
export function conditionsMatcher(query: Query): (entry: Entry) => boolean {
  const outlet = query.outlet === undefined ? '' : fold(query.outlet).trim()
  const isFrom = query.from === undefined ? undefined : nameMatcher(query.from)
  return ({ article, analysis }) =>
    (query.after === undefined || article.published >= query.after) &&
    (query.before === undefined || article.published < query.before) &&
    (outlet === '' || fold(article.outlet).includes(outlet)) &&
    (isFrom === undefined ||
      analysis.quotes.some(({ speaker }) => {
        const person = speaker === null ? undefined : analysis.people[speaker]
        return person !== undefined && isFrom(person.name)
      }))
}

/** Whether a name has every word that was typed, however each is romanised. */
function nameMatcher(typed: string): (name: string) => boolean {
  const wanted = nameWords(typed).map(nameKeys)
  return (name) => {
    const keys = new Set(nameKeys(name))
    return wanted.length > 0 && wanted.every((any) => any.some((key) => keys.has(key)))
  }
}

/** Nothing to look for: no word that is one, and no condition. */
export function isEmptyQuery(query: Query): boolean {
  const { required, excluded } = queryTerms(query)
  const conditions = [query.from, query.outlet, query.after, query.before]
  return required.length + excluded.length === 0 && conditions.every((one) => one === undefined)
}
