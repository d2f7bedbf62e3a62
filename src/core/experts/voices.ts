import type { Person } from '../analysis.ts'
import type { Entry, Expert, Statement } from '../ports/library.ts'
import { slice } from '../text/span.ts'
import { nameKey } from './name-keys.ts'

/** What one article adds to one expert: the row that both stores keep. */
export interface Voice {
  readonly expert: string
  readonly name: string
  readonly kind: Person['kind']
  readonly description?: string
  readonly quotes: number
}

/** Everybody an article quotes by name. Two people of one full name are one expert. */
export function voices(entry: Entry): readonly Voice[] {
  const found = new Map<string, Voice>()
  for (const { person, expert } of attributed(entry)) {
    const known = found.get(expert)
    const described = person.descriptions[0]
    const description = known?.description ?? (described && slice(entry.article.text, described))
    found.set(expert, {
      expert,
      name: known?.name ?? person.name,
      kind: known?.kind ?? person.kind,
      ...(description !== undefined && { description }),
      quotes: (known?.quotes ?? 0) + 1,
    })
  }
  return [...found.values()]
}

/** What an expert says in one article, in text order. */
export const statementsIn = (entry: Entry, expert: string): readonly Statement[] =>
  attributed(entry)
    .filter((one) => one.expert === expert)
    .map(({ quote, person }) => ({ article: entry.article, quote, person }))

function attributed({ analysis }: Entry) {
  return analysis.quotes.flatMap((quote) => {
    const person = quote.speaker === null ? undefined : analysis.people[quote.speaker]
    const expert = person === undefined ? '' : nameKey(person.name)
    return person === undefined || expert === '' ? [] : [{ quote, person, expert }]
  })
}

/** Most quoted first, then by name. */
export const byQuotes = (a: Expert, b: Expert): number =>
  b.quotes - a.quotes || compare(a.name, b.name) || compare(a.key, b.key)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
