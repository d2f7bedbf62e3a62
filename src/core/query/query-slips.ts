import { Problem } from '../problem.ts'
import { nearest } from '../text/distance.ts'

const KEYS = ['from', 'outlet', 'before', 'after', 'lang', 'quote', 'story'] as const
export type Key = (typeof KEYS)[number]

export const isKey = (word: string): word is Key => KEYS.some((key) => key === word)

/** What other places that search call the same. */
const MEANT: ReadonlyMap<string, Key> = new Map([
  ...(['by', 'speaker', 'expert', 'person', 'who', 'said'] as const).map((word) => [word, 'from'] as const),
  ...(['source', 'site', 'publisher', 'newspaper', 'paper'] as const).map((word) => [word, 'outlet'] as const),
  ...(['language', 'in'] as const).map((word) => [word, 'lang'] as const),
  ...(['until', 'till', 'older'] as const).map((word) => [word, 'before'] as const),
  ...(['since', 'newer'] as const).map((word) => [word, 'after'] as const),
  ...(['quoted', 'quotes', 'words'] as const).map((word) => [word, 'quote'] as const),
])

export const EXAMPLE = [
  'For example ',
  { typed: 'search words:"general overhaul" from:Rahr after:2026-01-31' },
  '. Also: outlet:, lang:, quote:, story:, before:, -word for what must not occur, and OR.',
] as const

/** A key that is nearly one of ours is a slip, not a word. Throws `Problem` for one. */
export function refuseKey(typed: string, value: string): void {
  // A key of one letter is nobody's slip.
  const meant = MEANT.get(typed) ?? (typed.length < 3 ? undefined : nearest(typed, KEYS))
  if (meant === undefined) return
  const shown = value === '' ? '' : /\s/.test(value) ? `"${value}"` : value
  throw new Problem(`There is no ${typed}: to search by. Did you mean ${meant}:${shown}?`, {
    hint: `To look for it as it stands, put marks round it: "${typed}:${value}"`,
  })
}

export const excludes = (key: Key): Problem =>
  new Problem(`What can be left out are words, "phrases", from:, outlet:, lang: and story:; ${key}: cannot.`, {
    hint:
      key === 'before'
        ? 'after: is the other way round.'
        : key === 'after'
          ? 'before: is the other way round.'
          : EXAMPLE,
  })
