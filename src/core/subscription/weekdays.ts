import type { Weekday } from '../ports/subscriptions.ts'
import { Problem } from '../problem.ts'

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const ALL: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5]
const WEEKENDS: readonly Weekday[] = [6, 7]

const SETS: readonly (readonly [RegExp, readonly Weekday[]])[] = [
  [/^(?:daily|all|every ?day|each day|all days|all week)$/, ALL],
  [/^(?:week ?days?|work(?:ing)? ?days?|business days?)$/, WEEKDAYS],
  [/^(?:week ?ends?)$/, WEEKENDS],
]

/** Days as people type them: `weekdays`, `daily`, `mon,wed`, `mon-fri`, `Saturdays and Sundays`. Throws `Problem`. */
export function parseDays(typed: string): readonly Weekday[] {
  const tidy = typed
    .trim()
    .toLowerCase()
    .replace(/\s*(?:[-–—]|\b(?:to|until|through|till)\b)\s*/g, '-')
  const found = new Set<Weekday>()
  for (const part of split(tidy)) for (const day of readPart(part, typed)) found.add(day)
  if (found.size === 0) throw notDays(typed)
  return ALL.filter((day) => found.has(day))
}

/** `every day`, `weekdays`, `Mondays and Fridays` */
export function describeDays(days: readonly Weekday[]): string {
  const is = (set: readonly Weekday[]) => set.length === days.length && set.every((day) => days.includes(day))
  if (is(ALL)) return 'every day'
  if (is(WEEKDAYS)) return 'weekdays'
  if (is(WEEKENDS)) return 'weekends'
  const names = days.map((day) => `${NAMES[day - 1]}s`)
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** Words that are one set together ("every day") are not taken apart. */
const split = (tidy: string): readonly string[] =>
  SETS.some(([form]) => form.test(tidy))
    ? [tidy]
    : tidy.split(/[\s,;/+&]+/).filter((part) => part !== '' && !['and', 'on', 'every', 'only'].includes(part))

function readPart(part: string, typed: string): readonly Weekday[] {
  const set = SETS.find(([form]) => form.test(part))?.[1]
  if (set !== undefined) return set
  const [first = '', last, ...more] = part.split('-')
  const from = dayNamed(first)
  const to = last === undefined ? from : dayNamed(last)
  if (from === undefined || to === undefined || more.length > 0) throw notDays(typed)
  // "fri-mon" goes over the weekend.
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, step) => ALL[(from - 1 + step) % 7]!)
}

/** "mo" and "tue" and "thursdays"; "t" and "s" could be two days. */
function dayNamed(word: string): Weekday | undefined {
  const bare = word.replace(/\.$/, '').replace(/(?<=day)s$/, '')
  if (bare.length < 2) return undefined
  const index = NAMES.findIndex((name) => name.toLowerCase().startsWith(bare))
  return ALL[index]
}

const notDays = (typed: string): Problem =>
  new Problem(typed === '' ? 'No days are named.' : `“${typed.slice(0, 40)}” does not name days of the week.`, {
    hint: 'Write them like weekdays, daily, weekends, mon,wed or mon-fri.',
  })
