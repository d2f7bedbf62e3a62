import type { Holding } from '../ports/archive.ts'

const DAY = 86_400_000

/** How long and how much is kept; absent is without end. */
export interface RetentionLimits {
  /** Days a whole article is kept after it was stored. */
  readonly textDays?: number
  /** Days the excerpt that stays of it is kept, counted from the same instant; never less than the text. */
  readonly quoteDays?: number
  /** Characters of text in all. */
  readonly size?: number
}

export interface Retired {
  /** To be cut down to their quotes. */
  readonly shorten: readonly string[]
  readonly remove: readonly string[]
}

/**
 * What has had its time: whole articles become excerpts, excerpts go. Where all of it is still too large, the oldest
 * whole articles are cut down before any excerpt goes. `holdings` are sorted by age, oldest first; `left` says what an
 * excerpt is expected to keep of an article, as a share.
 */
export function retire(holdings: readonly Holding[], limits: RetentionLimits, now: Date, left = 0.2): Retired {
  const { textDays = Number.POSITIVE_INFINITY, size = Number.POSITIVE_INFINITY } = limits
  const quoteDays = Math.max(limits.quoteDays ?? Number.POSITIVE_INFINITY, textDays)
  const age = ({ stored }: Holding): number => (now.getTime() - stored.getTime()) / DAY
  const remove = new Set(holdings.filter((one) => age(one) > quoteDays).map(({ id }) => id))
  const kept = holdings.filter(({ id }) => !remove.has(id))
  const shorten = new Set(kept.filter((one) => !one.excerpt && age(one) > textDays).map(({ id }) => id))

  let total = kept.reduce((sum, { id, size: own }) => sum + (shorten.has(id) ? own * left : own), 0)
  for (const one of kept) {
    if (total <= size) break
    if (one.excerpt || shorten.has(one.id)) continue
    shorten.add(one.id)
    total -= one.size * (1 - left)
  }
  for (const one of kept) {
    if (total <= size) break
    if (!one.excerpt) continue
    remove.add(one.id)
    total -= one.size
  }
  return { shorten: [...shorten], remove: [...remove] }
}
