import type { Article } from '../article.ts'
import { descriptionIn } from '../briefing/statement.ts'
import type { Statement } from '../ports/library.ts'
import { fold } from '../text/fold.ts'
import { nameKey } from './name-keys.ts'
import type { KnownPerson, Mark } from './people-file.ts'

/** The operator's word on who is who, ready to look things up in. */
export interface KnownPeople {
  /** By the key of any name they have: whom it means. */
  readonly byName: ReadonlyMap<string, Identity>
}

/** One person whom several names mean, or several people of one name. */
export interface Identity {
  readonly key: string
  readonly name: string
  /** Keys of the names articles print for them, the own one first. */
  readonly keys: readonly string[]
  readonly also: readonly string[]
  /** Names that never mean them. */
  readonly not: readonly string[]
  /** Where several people have the name; whom none of these fits stays under the bare name. */
  readonly parts: readonly Part[]
}

export interface Part {
  readonly key: string
  /** "Ada Corrigan (senator)". */
  readonly name: string
  readonly when: readonly Mark[]
}

export const NOBODY_KNOWN: KnownPeople = { byName: new Map() }

export function knownPeople(people: readonly KnownPerson[]): KnownPeople {
  const byName = new Map<string, Identity>()
  for (const [key, entries] of Map.groupBy(people, ({ name }) => nameKey(name))) {
    const also = entries.flatMap((entry) => entry.also)
    const parts = entries.flatMap(({ name, label, when }): readonly Part[] =>
      label === undefined ? [] : [{ key: `${key} (${nameKey(label)})`, name: `${name} (${label})`, when }],
    )
    const keys = [...new Set([key, ...also.map(nameKey)])]
    const not = entries.flatMap((entry) => entry.not)
    const identity: Identity = { key, name: entries[0]!.name, keys, also, not, parts }
    for (const one of [...keys, ...parts.map((part) => part.key)]) byName.set(one, identity)
  }
  return { byName }
}

/** Which of several of one name said it; undefined where no mark fits, or those of more than one do: that is no guess. */
export function partOf(identity: Identity, statement: Statement): Part | undefined {
  const fitting = identity.parts.filter(({ when }) => when.some((mark) => fits(mark, statement)))
  return fitting.length === 1 ? fitting[0] : undefined
}

function fits({ of, value }: Mark, statement: Statement): boolean {
  const { article } = statement
  switch (of) {
    case 'described':
      return ` ${nameKey(descriptionIn(statement) ?? '')} `.includes(` ${nameKey(value)} `)
    case 'outlet':
      return fold(article.outlet) === fold(value)
    case 'article':
      return isArticle(article, value)
  }
}

const isArticle = ({ id, url, title }: Article, value: string): boolean =>
  id === value || url === value || fold(title) === fold(value)
