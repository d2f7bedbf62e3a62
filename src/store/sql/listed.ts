import { type RawBuilder, sql } from 'kysely'

/** Any number of values as one parameter: however many they are, it is the same statement, prepared once. */
export const listed = <Value extends string | number>(values: readonly Value[]): RawBuilder<Value> =>
  sql`(select value from json_each(${JSON.stringify(values)}))`
