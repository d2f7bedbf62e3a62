import type { Person, Quote, QuoteKind } from '../analysis.ts'
import { isOwnAgain, speakersOf, statementOf } from '../briefing/spoken.ts'
import { passages } from '../briefing/statement.ts'
import { whoMayHaveSaid } from '../briefing/unclear.ts'
import type { Entry, Expert, Statement } from '../ports/library.ts'
import { slice } from '../text/span.ts'
import { holdsTerm } from '../text/terms.ts'
import { NO_KINDS } from './kinds-counted.ts'
import { nameKey } from './name-keys.ts'

/** What one article adds to one expert: the row that both stores keep. */
export interface Voice {
  readonly expert: string
  readonly name: string
  readonly kind: Person['kind']
  readonly description?: string
  readonly quotes: number
  readonly kinds: Readonly<Record<QuoteKind, number>>
  /** Quotes that they may have said; a voice of these alone makes nobody an expert. */
  readonly unsure: number
}

/** Everybody an article quotes by name, and who may have said what it is unclear about. Two of one full name are one expert. */
export function voices(entry: Entry): readonly Voice[] {
  const found = new Map<string, Voice>()
  const voiceOf = (expert: string, person: Person): Voice => {
    const known = found.get(expert)
    const described = person.descriptions[0]
    const description = known?.description ?? (described && slice(entry.article.text, described))
    return {
      ...(known ?? { expert, name: person.name, kind: person.kind, quotes: 0, kinds: NO_KINDS, unsure: 0 }),
      ...(description !== undefined && { description }),
    }
  }
  for (const { quote, person, expert } of attributed(entry)) {
    const voice = voiceOf(expert, person)
    const kinds = { ...voice.kinds, [quote.kind]: voice.kinds[quote.kind] + 1 }
    found.set(expert, { ...voice, quotes: voice.quotes + 1, kinds })
  }
  for (const { person, expert } of possible(entry)) {
    const voice = voiceOf(expert, person)
    found.set(expert, { ...voice, unsure: voice.unsure + 1 })
  }
  return [...found.values()]
}

/** What an expert says in one article, in text order. */
export const statementsIn = (entry: Entry, expert: string): readonly Statement[] =>
  spokenBy(entry, expert).map(({ quote, person }) => ({
    ...statementOf(entry, quote, person),
    analysis: entry.analysis,
  }))

/** What an expert says in one article with any of these terms. */
export const statementsOn = (entry: Entry, expert: string, about: ReadonlySet<string>): readonly Statement[] =>
  statementsIn(entry, expert).filter(({ article, quote }) =>
    passages(article.text, quote).some((passage) => holdsTerm(passage, about)),
  )

/** What an expert may have said in one article, in text order. */
export const unsureStatementsIn = (entry: Entry, expert: string): readonly Statement[] =>
  possible(entry)
    .filter((one) => one.expert === expert)
    .map(({ quote, person }) => ({ ...statementOf(entry, quote, person), perhaps: whoMayHaveSaid(quote, entry) }))

interface Spoken {
  readonly quote: Quote
  readonly person: Person
  readonly expert: string
}

/** What is said by somebody named, once for each expert who says it. */
export const attributed = ({ analysis: { quotes, people } }: Entry): readonly Spoken[] =>
  quotes.flatMap((quote) => (isOwnAgain(quote, quotes) ? [] : spoken(quote, speakersOf(quote), people)))

/** Of what is attributed in an article, what this one says: dozens of articles are read for one of the many they quote. */
function spokenBy(
  { analysis: { quotes, people } }: Entry,
  expert: string,
): readonly Pick<Spoken, 'quote' | 'person'>[] {
  const isTheirs = people.map(({ name }) => nameKey(name) === expert)
  return quotes.flatMap((quote) => {
    const at = speakersOf(quote).find((speaker) => isTheirs[speaker])
    const person = at === undefined ? undefined : people[at]
    return person === undefined || isOwnAgain(quote, quotes) ? [] : [{ quote, person }]
  })
}

const possible = ({ analysis: { quotes, people } }: Entry): readonly Spoken[] =>
  quotes.flatMap((quote) => {
    const candidates = (quote.candidates ?? []).map(({ speaker }) => speaker)
    return spoken(quote, candidates, people)
  })

/** One for each quote and expert, however many of one name say it or may have. */
function spoken(quote: Quote, speakers: readonly number[], people: readonly Person[]): readonly Spoken[] {
  const all = speakers.flatMap((at) => {
    const person = people[at]
    const expert = person === undefined ? '' : nameKey(person.name)
    return person === undefined || expert === '' ? [] : [{ quote, person, expert }]
  })
  return all.length < 2 ? all : all.filter(({ expert }, at) => all.findIndex((other) => other.expert === expert) === at)
}

/** Most quoted first, then by name. */
export const byQuotes = (a: Expert, b: Expert): number =>
  b.quotes - a.quotes || compare(a.name, b.name) || compare(a.key, b.key)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
