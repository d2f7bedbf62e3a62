import type { Change, Subscription } from '#core/ports/subscriptions.ts'

/** An empty `about` lifts the filter; what the change does not name stays. */
export function changed(old: Subscription, change: Change): Subscription {
  const { about, ...rest } = { ...old, ...change }
  return { ...rest, ...(about !== undefined && about.trim() !== '' && { about }) }
}

export function resumed(old: Subscription): Subscription {
  const { paused: _, ...rest } = old
  return rest
}
