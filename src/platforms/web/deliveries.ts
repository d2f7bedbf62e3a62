import { DELIVERIES_KEPT } from './limits.ts'

export interface Delivered {
  readonly key: string
  readonly at: Date
  /** Markup as printed by this platform's `render`. */
  readonly printed: string
}

export interface Deliveries {
  /** Newest first. */
  list(): readonly Delivered[]
  /** Shows it once, however often it is added under one key. */
  add(delivered: Delivered): void
}

/**
 * What came without being asked for. A page has no history: this is gone when the program ends, and a part
 * that is sent again after a restart is shown again, to readers who no longer have the first.
 */
export function keepDeliveries(): Deliveries {
  const kept: Delivered[] = []
  // Outlives the list, so that a part pushed off its end does not come back. Some dozen short keys a day.
  const known = new Set<string>()
  return {
    list: () => kept,
    add(delivered) {
      if (known.has(delivered.key)) return
      known.add(delivered.key)
      kept.unshift(delivered)
      kept.length = Math.min(kept.length, DELIVERIES_KEPT)
    },
  }
}
