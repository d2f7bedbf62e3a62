import { publishedDay } from '../briefing/credit.ts'
import { descriptionIn, inLine } from '../briefing/statement.ts'
import type { Statement } from '../ports/library.ts'
import { fold } from '../text/fold.ts'

/** What articles call somebody, each with the first article that did. */
interface Described {
  readonly description: string
  readonly first: Statement
}

/**
 * The descriptions of one expert in the order in which they came up. One that another holds ("scientist",
 * "German political scientist") says the same and is left out, wherever the fuller one stands.
 */
function describedOverTime(statements: readonly Statement[]): readonly Described[] {
  const oldestFirst = statements.toSorted((a, b) => a.article.published.getTime() - b.article.published.getTime())
  const found: Described[] = []
  for (const first of oldestFirst) {
    const description = descriptionIn(first)
    if (description === undefined) continue
    const at = found.findIndex((known) => isSame(known.description, description))
    if (at === -1) found.push({ description, first })
    else if (description.length > found[at]!.description.length) found[at] = { ...found[at]!, description }
  }
  return found
}

/** As many as a line holds; the newest say most. */
const SHOWN = 3

/** "Described over time: “senator” (4 May 2024), “governor” (3 January 2025)", or nothing while it stays the same. */
export function describedLine(statements: readonly Statement[]): string | undefined {
  const all = describedOverTime(statements)
  if (new Set(all.map(({ first }) => publishedDay(first.article))).size < 2) return undefined
  const shown = all.slice(-SHOWN).map(({ description, first }) => `“${description}” (${publishedDay(first.article)})`)
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
