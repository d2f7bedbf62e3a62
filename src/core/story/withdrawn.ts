import { passages } from '../briefing/statement.ts'
import { attributed, statementsIn } from '../experts/voices.ts'
import type { OldVersion } from '../ports/archive.ts'
import type { Entry, Withdrawn } from '../ports/library.ts'
import { compareQuotes, isEdited, standingIn } from './version-quotes.ts'

/** What an expert said in one version of an article and the next one has nowhere. */
export interface Loss {
  readonly expert: string
  /** Index in the quotes of that version. */
  readonly quote: number
  readonly passages: readonly string[]
}

export interface Losses {
  /** The same words of one expert once. */
  readonly lost: readonly Loss[]
  /** Whether words that an earlier version lost stand in the new one, as they were or edited. */
  isBack(passages: readonly string[]): boolean
}

/**
 * What goes when one version takes another's place, and what comes back. Words that were edited are there still, in
 * other words, and reported speech was the outlet's own.
 */
export function lossesBetween(before: Entry, now: Entry): Losses {
  const removed = new Set<string>()
  const added: (readonly string[])[] = []
  for (const change of compareQuotes(before, now)) {
    if (change.kind === 'quote removed') removed.add(JSON.stringify(change.quote.passages))
    if (change.kind === 'quote added') added.push(change.quote.passages)
  }
  const stands = standingIn(now)
  return {
    lost: removed.size === 0 ? [] : lostOf(before, removed),
    isBack: (words) => stands(words) || added.some((one) => isEdited(words, one)),
  }
}

function lostOf(before: Entry, removed: ReadonlySet<string>): readonly Loss[] {
  const { article, analysis } = before
  const places = new Map(analysis.quotes.map((quote, at) => [quote, at]))
  const found = new Map<string, Loss>()
  for (const { quote, expert } of attributed(before)) {
    const words = passages(article.text, quote)
    const key = JSON.stringify(words)
    const own = `${expert} ${key}`
    if (removed.has(key) && !found.has(own)) found.set(own, { expert, quote: places.get(quote)!, passages: words })
  }
  return [...found.values()]
}

/** A loss as it is shown; none where the version has no such quote. */
export function withdrawnFrom(
  { entry, until }: OldVersion,
  { expert, quote }: Omit<Loss, 'passages'>,
): readonly Withdrawn[] {
  const lost = entry.analysis.quotes[quote]
  return statementsIn(entry, expert)
    .filter((statement) => statement.quote === lost)
    .map((statement) => ({ statement, since: until }))
}

export const latestLossFirst = (a: Withdrawn, b: Withdrawn): number =>
  b.since.getTime() - a.since.getTime() || compare(a.statement.article.id, b.statement.article.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
