import { alternatives, anyOf, type Query } from '../query/query.ts'
import { nameMatcher } from '../query/query-match.ts'
import type { KnownPeople } from './known-people.ts'
import { nameKey } from './name-keys.ts'

/** A query that asks for people by every name the operator gives them, in each of its alternatives and behind a minus too. */
export function knownQuery(query: Query, { byName }: KnownPeople): Query {
  if (byName.size === 0) return query
  const others = (typed: string): readonly string[] => {
    const fits = nameMatcher(typed)
    const exact = byName.get(nameKey(typed))
    const meant = exact === undefined ? [...new Set(byName.values())] : [exact]
    return meant.flatMap(({ keys, not }) =>
      keys.length > 1 &&
      (exact !== undefined || keys.some(fits)) &&
      !not.some((name) => nameKey(name) === nameKey(typed))
        ? keys.filter((key) => key !== nameKey(typed))
        : [],
    )
  }
  return anyOf(
    alternatives(query).map((one): Query => {
      const alias = one.from === undefined ? [] : others(one.from)
      return {
        ...one,
        ...(alias.length > 0 && { alias }),
        ...(one.notFrom && { notFrom: one.notFrom.flatMap((name) => [name, ...others(name)]) }),
      }
    }),
  )
}
