import type { Quote } from '../analysis.ts'
import { speakersOf } from '../briefing/spoken.ts'
import { passages } from '../briefing/statement.ts'
import { nameKeys, nameWords } from '../experts/name-keys.ts'
import type { Entry } from '../ports/library.ts'
import { fold } from '../text/fold.ts'
import { speaks } from '../text/language-names.ts'
import { termsOnly } from '../text/terms.ts'
import { alternatives, type Query } from './query.ts'
import { countRun, queryTerms } from './query-terms.ts'

/** Whether an article is one that the query finds, as both stores' search decides it. */
export function queryMatcher(query: Query): (entry: Entry) => boolean {
  const any = askedFor(query).map(plainMatcher)
  return (entry) => any.some((matches) => matches(entry))
}

function plainMatcher(query: Query): (entry: Entry) => boolean {
  const { required, excluded } = queryTerms(query)
  const fits = conditionsMatcher(query)
  const saysSo = quotesMatcher(query)
  return (entry) => {
    if (!fits(entry) || !saysSo(entry)) return false
    if (required.length + excluded.length === 0) return true
    const columns = [termsOnly(entry.article.title), termsOnly(entry.article.text)]
    const occurs = (run: readonly string[]) => columns.some((column) => countRun(column, run) > 0)
    return required.every(occurs) && !excluded.some(occurs)
  }
}

/** Whether words are asked for in the mouth of somebody: what no index of an article's words can tell. */
export const asksWhoSaid = (query: Query): boolean =>
  alternatives(query).some((one) => one.from !== undefined && queryTerms(one).quoted.length > 0)

/** The part of a query that is about an article, not its words. */
export function conditionsMatcher(query: Query): (entry: Entry) => boolean {
  const { after, before, language, story, notOutlet = [], notLanguage = [], notFrom = [], notStory = [] } = query
  const outlet = fold(query.outlet ?? '').trim()
  const foreign = notOutlet.map((one) => fold(one).trim()).filter((one) => one !== '')
  const isFrom = whoMatcher(query)
  const unwanted = notFrom.map(nameMatcher)
  return (entry) => {
    const { article } = entry
    if (after !== undefined && article.published < after) return false
    if (before !== undefined && article.published >= before) return false
    if (story !== undefined && !isOfStory(entry, story)) return false
    if (notStory.some((one) => isOfStory(entry, one))) return false
    if (language !== undefined && !speaks(article.language, language)) return false
    if (notLanguage.some((one) => speaks(article.language, one))) return false
    const published = outlet === '' && foreign.length === 0 ? '' : fold(article.outlet)
    if (!published.includes(outlet) || foreign.some((one) => published.includes(one))) return false
    if (isFrom !== undefined && !quotesBy(entry, isFrom).length) return false
    return !unwanted.some((isUnwanted) => quotesBy(entry, isUnwanted).length > 0)
  }
}

const isOfStory = ({ story, formerStories }: Entry, id: string): boolean =>
  story === id || (formerStories?.includes(id) ?? false)

/** Whether a name is one of whom `from:` asks for; undefined where nobody is asked for. */
export function whoMatcher({ from, alias = [] }: Query): ((name: string) => boolean) | undefined {
  if (from === undefined) return undefined
  const any = [from, ...alias].map(nameMatcher)
  return (name) => any.some((matches) => matches(name))
}

/** Whether the words that must be in quotes are: in quotes of whom is asked for, where somebody is. */
function quotesMatcher(query: Query): (entry: Entry) => boolean {
  const { quoted } = queryTerms(query)
  if (quoted.length === 0) return () => true
  const isFrom = whoMatcher(query)
  return (entry) => {
    const said = quotesBy(entry, isFrom).flatMap((quote) => passages(entry.article.text, quote).map(termsOnly))
    return quoted.every((run) => said.some((words) => countRun(words, run) > 0))
  }
}

/** The quotes of an article by somebody of a name; all of them where nobody is asked for. */
export function quotesBy(
  { analysis: { quotes, people } }: Entry,
  isNamed: ((name: string) => boolean) | undefined,
): readonly Quote[] {
  if (isNamed === undefined) return quotes
  // A name is judged once, however often its bearer is quoted.
  const judged = new Map<number, boolean>()
  const isWanted = (speaker: number): boolean => {
    const before = judged.get(speaker)
    if (before !== undefined) return before
    const { name = '', means } = people[speaker] ?? {}
    const is = isNamed(means === undefined ? name : [name, ...means.names].join(' '))
    judged.set(speaker, is)
    return is
  }
  return quotes.filter((quote) => speakersOf(quote).some(isWanted))
}

/** Whether a name has every word that was typed, however each is romanised. */
export function nameMatcher(typed: string): (name: string) => boolean {
  const wanted = nameWords(typed).map(nameKeys)
  return (name) => {
    const keys = new Set(nameKeys(name))
    return wanted.length > 0 && wanted.every((any) => any.some((key) => keys.has(key)))
  }
}

/** What a query looks for: each of its alternatives that is something. */
export const askedFor = (query: Query): readonly Query[] => alternatives(query).filter((one) => !isEmptyQuery(one))

/** Nothing to look for: no word that is one, and no condition. */
export function isEmptyQuery(query: Query): boolean {
  return alternatives(query).every((one) => {
    const { required, quoted, excluded } = queryTerms(one)
    const { from, outlet, language, story, after, before, notFrom, notOutlet, notLanguage, notStory } = one
    const conditions = [from, outlet, language, story, after, before, notFrom, notOutlet, notLanguage, notStory]
    return required.length + quoted.length + excluded.length === 0 && conditions.every((some) => some === undefined)
  })
}
