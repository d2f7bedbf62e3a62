import { publishedDay } from '../briefing/credit.ts'
import { descriptionIn, inLine } from '../briefing/statement.ts'
import type { Described, Statement } from '../ports/library.ts'
import { fold } from '../text/fold.ts'

/** So many of the newest articles are looked at: a line tells what changed of late. */
export const DESCRIBED_IN = 50

/** Each description once, oldest first, with where it was read first. */
export function firstOfEach<Read extends { readonly description: string }>(
  newestFirst: readonly Read[],
): readonly Read[] {
  const firsts = new Map<string, Read>()
  for (const one of newestFirst.toReversed()) if (!firsts.has(one.description)) firsts.set(one.description, one)
  return [...firsts.values()]
}

/** What these call whoever makes them, newest first as they come. */
export const descriptionsIn = (newestFirst: readonly Statement[]): readonly Described[] =>
  firstOfEach(
    newestFirst.flatMap((one) => {
      const description = descriptionIn(one)
      return description === undefined ? [] : [{ description, first: one.article }]
    }),
  )

/** One that another holds ("scientist", "German political scientist") says the same and is left out, wherever the fuller one stands. */
function different(oldestFirst: readonly Described[]): readonly Described[] {
  const found: Described[] = []
  for (const { description, first } of oldestFirst) {
    const at = found.findIndex((known) => isSame(known.description, description))
    if (at === -1) found.push({ description, first })
    else if (description.length > found[at]!.description.length) found[at] = { ...found[at]!, description }
  }
  return found
}

/** As many as a line holds; the newest say most. */
const SHOWN = 3

/** "Described over time: “senator” (4 May 2024), “governor” (3 January 2025)", or nothing while it stays the same. */
export function describedLine(oldestFirst: readonly Described[]): string | undefined {
  const all = different(oldestFirst)
  if (new Set(all.map(({ first }) => publishedDay(first))).size < 2) return undefined
  const shown = all.slice(-SHOWN).map(({ description, first }) => `“${description}” (${publishedDay(first)})`)
  return `Described over time: ${shown.join(', ')}`
}

/** So many of the newest are read: what somebody was called before is not what they are. */
export const DESCRIPTIONS_READ = 100

/**
 * What somebody is, of what articles call them, newest first: as the newest does, in the fullest words of any that
 * say the same ("an economist", "a transport economist at the Quillon Institute"). An office given up says something
 * else, and is not taken for being longer.
 */
export function fullestOf(newestFirst: readonly string[]): string | undefined {
  const [newest, ...earlier] = newestFirst.slice(0, DESCRIPTIONS_READ)
  if (newest === undefined) return undefined
  const holds = (fuller: string, short: string): boolean =>
    fuller.length > short.length && bare(fuller).includes(bare(short))
  return inLine(earlier.reduce((best, one) => (holds(one, best) ? one : best), newest))
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [bare(a), bare(b)]
  return one.includes(other) || other.includes(one)
}

const bare = (description: string): string => ` ${fold(description).replace(/^(?:the|an?)\s+/, '')} `
