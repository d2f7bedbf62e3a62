import { Problem } from './problem.ts'
import type { Query } from './query.ts'

const LONGEST = 1000
const MOST_WORDS = 32

/** `-`, a key with its colon, then words in marks (to the end of the line if they are not closed) or one word. */
const TOKEN =
  /(?<minus>-)?(?:(?<key>from|outlet|before|after):\s*)?(?:["“”„«](?<marked>[^"“”„«»]*)["“”»]?|(?<bare>\S+))/giu

/**
 * Reads a search as it is typed: `budget "exact words" from:Rahr outlet:"The Courier" after:2026-01-01 -draft`.
 * A mark that is not closed runs to the end of the line. Throws `Problem`.
 */
export function parseQuery(line: string): Query {
  if (line.length > LONGEST) throw new Problem(`A search takes at most ${LONGEST} characters; this has ${line.length}.`)
  const words: string[] = []
  const phrases: (readonly string[])[] = []
  const without: string[] = []
  const conditions: { from?: string; outlet?: string; before?: Date; after?: Date } = {}
  for (const { groups = {} } of line.matchAll(TOKEN)) {
    const value = (groups['marked'] ?? groups['bare'] ?? '').trim()
    const key = groups['key']?.toLowerCase()
    if (value === '') continue
    if (key !== undefined && groups['minus'] !== undefined) throw cannotExclude(key)
    if (key === 'from' || key === 'outlet') conditions[key] = value
    else if (key === 'before' || key === 'after') conditions[key] = day(key, value)
    else if (groups['minus'] !== undefined) without.push(value)
    else if (groups['marked'] !== undefined) phrases.push(value.split(/\s+/))
    else words.push(value)
  }
  if (words.length + phrases.length + without.length > MOST_WORDS) {
    throw new Problem(`A search takes at most ${MOST_WORDS} words and phrases.`)
  }
  // A bare `from:` at the end of the line is read as a word by the pattern.
  const dangling = words.find((word) => /^(?:from|outlet|before|after):$/i.test(word))
  if (dangling !== undefined) throw new Problem(`${dangling} needs something after it.`, { hint: EXAMPLE })
  const query: Query = { words, phrases, without, ...conditions }
  const letters = [...words, ...phrases.flat(), ...without].some((word) => /[\p{L}\p{N}]/u.test(word))
  if (!letters && Object.keys(conditions).length === 0) {
    throw new Problem('There is nothing to look for.', { hint: EXAMPLE })
  }
  return query
}

const EXAMPLE = [
  'For example ',
  { typed: 'search words:"general overhaul" from:Rahr after:2026-01-31' },
  '. Also: outlet:, before: and -word for what must not occur.',
] as const

const cannotExclude = (key: string): Problem =>
  new Problem(`Only words can be left out with a minus; ${key}: cannot.`, { hint: EXAMPLE })

function day(key: string, value: string): Date {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(value) ?? []
  const found = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)))
  if (year === '' || found.getUTCMonth() !== Number(month) - 1 || found.getUTCDate() !== Number(date)) {
    throw new Problem(`${key}: wants a day as year-month-day, and “${value.slice(0, 40)}” is not one.`, {
      hint: `Write it like ${key}:2026-01-31.`,
    })
  }
  return found
}
