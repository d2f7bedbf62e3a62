import type { Entry } from '../ports/library.ts'
import type { Change } from './versions.ts'

/** An article that readers were shown, and what its outlet changed in it since. */
export interface Update {
  readonly entry: Entry
  /** Not empty; the weightiest first. */
  readonly changes: readonly Change[]
  /** Names this change for good: `update:ID:INSTANT`. */
  readonly item: string
}

/** What may have been passed on wrongly weighs most; other words around it are no news. */
const WEIGHT = {
  'quote removed': 0,
  'speaker changed': 1,
  'quote changed': 2,
  'figure changed': 3,
  'figure removed': 4,
  headline: 5,
  'quote added': 6,
  'figure added': 7,
  text: undefined,
} as const satisfies Record<Change['kind'], number | undefined>

/** The changes that readers are told of unasked. */
export const weighty = (changes: readonly Change[]): readonly Change[] =>
  changes
    .flatMap((change) => {
      const weight = WEIGHT[change.kind]
      return weight === undefined ? [] : [{ change, weight }]
    })
    .toSorted((a, b) => a.weight - b.weight)
    .map(({ change }) => change)

/** Those with the weightiest changes first; of equals, in the order given. */
export const byWeight = (updates: readonly Update[]): readonly Update[] =>
  updates.toSorted((a, b) => weightOf(a) - weightOf(b))

const weightOf = ({ changes: [first] }: Update): number => (first && WEIGHT[first.kind]) ?? Number.POSITIVE_INFINITY
