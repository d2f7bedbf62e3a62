import type { Person } from '../analysis.ts'
import { speakersOf } from '../briefing/spoken.ts'
import type { Entry } from '../ports/library.ts'
import { type KnownPeople, partOf } from './known-people.ts'
import { nameKey } from './name-keys.ts'

/** An article with the operator's word on whom its names mean; the same one where nothing is said of them. */
export function asKnown(entry: Entry, { byName }: KnownPeople): Entry {
  const { article, analysis } = entry
  if (!analysis.people.some(({ name }) => byName.has(nameKey(name)))) return entry
  const people = analysis.people.map((person): Person => {
    const identity = byName.get(nameKey(person.name))
    const quote = analysis.quotes.find((one) => speakersOf(one).some((at) => analysis.people[at] === person))
    if (identity === undefined || quote === undefined) return person
    if (identity.parts.length === 0) {
      return { ...person, means: { key: identity.key, names: [identity.name, ...identity.also] } }
    }
    const part = partOf(identity, { article, quote, person })
    return part === undefined ? person : { ...person, means: { key: part.key, names: [part.name] } }
  })
  return { ...entry, analysis: { ...analysis, people } }
}

/** Under one key whoever is one person, as far as names and the operator tell. */
export const personKey = ({ name, means }: Person): string => means?.key ?? nameKey(name)
