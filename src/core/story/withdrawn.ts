import { passages } from '../briefing/statement.ts'
import { attributed, statementsIn } from '../experts/voices.ts'
import type { OldVersion } from '../ports/archive.ts'
import type { Entry, Withdrawn } from '../ports/library.ts'
import { compareQuotes, standingIn } from './version-quotes.ts'

/** Articles looked at, those that lost something last. */
export const MOST_ARTICLES = 20

/** Versions of one article looked at, from the last one that lost something: a live page has hundreds. */
export const MOST_VERSIONS = 12

/**
 * What an expert said in earlier versions of an article and the present one has nowhere, the latest loss first. Words
 * that were edited are in it, in other words, and reported speech was the outlet's own.
 */
export function withdrawnIn(older: readonly OldVersion[], now: Entry, expert: string): readonly Withdrawn[] {
  const found = new Map<string, Withdrawn>()
  const stands = standingIn(now)
  let looked = 0
  for (const { entry, until } of older.toReversed()) {
    // In most versions all stands still or is known to be gone, and nothing need be compared.
    const missing = statementsIn(entry, expert).flatMap((statement) => {
      const words = passages(entry.article.text, statement.quote)
      const key = JSON.stringify(words)
      return found.has(key) || stands(words) ? [] : [{ key, statement }]
    })
    const removed = missing.length === 0 ? undefined : removedFrom(entry, now)
    for (const { key, statement } of missing)
      if (removed?.has(key) && !found.has(key)) found.set(key, { statement, since: until })
    if (found.size > 0) looked += 1
    if (looked === MOST_VERSIONS) break
  }
  return [...found.values()]
}

const removedFrom = (before: Entry, now: Entry): ReadonlySet<string> =>
  new Set(
    compareQuotes(before, now).flatMap((change) =>
      change.kind === 'quote removed' ? [JSON.stringify(change.quote.passages)] : [],
    ),
  )

/** Experts of whom an article has lost a quote between two versions. */
export function whoLostQuotes(before: Entry, now: Entry): readonly string[] {
  const removed = removedFrom(before, now)
  if (removed.size === 0) return []
  const lost = attributed(before).filter(({ quote }) =>
    removed.has(JSON.stringify(passages(before.article.text, quote))),
  )
  return [...new Set(lost.map(({ expert }) => expert))]
}

/** Whether there may be more, in articles that were not looked at. */
export const isCutShort = (withdrawn: readonly Withdrawn[]): boolean =>
  new Set(withdrawn.map(({ statement }) => statement.article.id)).size >= MOST_ARTICLES

export const latestLossFirst = (a: Withdrawn, b: Withdrawn): number =>
  b.since.getTime() - a.since.getTime() || compare(a.statement.article.id, b.statement.article.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
