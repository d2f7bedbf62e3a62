import { statementsIn, voices } from '../experts/voices.ts'
import type { OldVersion } from '../ports/archive.ts'
import type { Entry, Withdrawn } from '../ports/library.ts'
import { compareQuotes } from './version-quotes.ts'

/**
 * What an expert said in earlier versions of an article and the present one has nowhere, the latest loss first. Words
 * that were edited are in it, in other words, and reported speech was the outlet's own.
 */
export function withdrawnIn(older: readonly OldVersion[], now: Entry, expert: string): readonly Withdrawn[] {
  const known = new Set<string>()
  return older.toReversed().flatMap(({ entry, until }) => {
    const removed = new Set(
      compareQuotes(entry, now).flatMap((change) =>
        change.kind === 'quote removed' ? [JSON.stringify(change.quote.passages)] : [],
      ),
    )
    return statementsIn(entry, expert).flatMap((statement) => {
      const words = JSON.stringify(statement.quote.spans.map(({ start, end }) => entry.article.text.slice(start, end)))
      if (!removed.has(words) || known.has(words)) return []
      known.add(words)
      return [{ statement, since: until }]
    })
  })
}

/** Experts of whom an article has lost a quote between two versions. */
export const whoLostQuotes = (before: Entry, now: Entry, until: Date): readonly string[] =>
  voices(before)
    .map(({ expert }) => expert)
    .filter((expert) => withdrawnIn([{ entry: before, until }], now, expert).length > 0)

export const latestLossFirst = (a: Withdrawn, b: Withdrawn): number => b.since.getTime() - a.since.getTime()
