import { type RawBuilder, sql } from 'kysely'
import { nameKeys, nameWords } from '#core/experts/name-keys.ts'
import type { Query } from '#core/query.ts'
import { fold } from '#core/text/fold.ts'
import type { Conditions } from './tables.ts'

/** The part of a query that is not about words; `core/query-match.ts` says the same without a database. */
export function conditionsOf(query: Query): Conditions {
  const outlet = fold(query.outlet ?? '').trim()
  return {
    ...(query.after && { after: query.after }),
    ...(query.before && { before: query.before }),
    ...(outlet !== '' && { outlet }),
    ...(query.from !== undefined && { from: nameWords(query.from).map(nameKeys) }),
  }
}

export const isUnconditional = (conditions: Conditions): boolean => Object.keys(conditions).length === 0

/** As a condition on `article`. */
export function passing({ after, before, outlet, from }: Conditions): RawBuilder<boolean> {
  const all: RawBuilder<unknown>[] = [sql`1 = 1`]
  if (after !== undefined) all.push(sql`article.published >= ${after.getTime()}`)
  if (before !== undefined) all.push(sql`article.published < ${before.getTime()}`)
  if (outlet !== undefined) all.push(sql`article.outlet_folded like ${`%${escaped(outlet)}%`} escape '\\'`)
  if (from !== undefined) all.push(from.length === 0 ? sql`1 = 0` : quoting(from))
  return sql<boolean>`(${sql.join(all, sql` and `)})`
}

function quoting(from: readonly (readonly string[])[]): RawBuilder<unknown> {
  const words = from.map(
    (keys) => sql`voice.expert in (select expert from expert_key where key in (${sql.join(keys)}))`,
  )
  return sql`article.id in (select voice.article from voice where voice.quotes > 0 and ${sql.join(words, sql` and `)})`
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
