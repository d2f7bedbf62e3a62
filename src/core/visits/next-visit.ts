import { jitter } from './jitter.ts'
import type { Asks, Outcome } from './outcome.ts'
import { afterSkipped } from './skip.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** All of docs/decisions/0077. In milliseconds. */
export const BOUNDS = {
  shortest: 5 * MINUTE,
  longest: DAY,
  /** Where nothing tells a rhythm. */
  unknown: HOUR,
  /** A part of the pace: an item waits half of this on average. */
  share: 1 / 8,
  /** No cache header and no ttl counts for longer. */
  heeded: DAY,
  /** Asked to come back later than this, we come back then all the same. */
  longestRetry: 7 * DAY,
  /** Between two tries of what says that it is gone. */
  gone: 7 * DAY,
  /** Where items were left for the next visit. */
  unfinished: MINUTE,
  /** Added at most, as a part of the interval, so that sources added together come apart. */
  jitter: 0.1,
} as const

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)

/** The interval that a source's own pace calls for. */
export const intervalOf = (pace: number | undefined): number =>
  pace === undefined ? BOUNDS.unknown : clamp(pace * BOUNDS.share, BOUNDS.shortest, BOUNDS.longest)

/** When to come again after a visit that went well. */
export function afterSuccess(key: string, now: Date, { pace, freshUntil, asks, unfinished }: Planned): Date {
  if (unfinished) return new Date(now.getTime() + BOUNDS.unfinished)
  const interval = intervalOf(pace)
  const asked = Math.max((asks.ttl ?? 0) * MINUTE, freshUntil === undefined ? 0 : freshUntil.getTime() - now.getTime())
  const wait = Math.max(interval, Math.min(asked, BOUNDS.heeded))
  return afterSkipped(new Date(now.getTime() + wait + spread(key, now, interval)), asks)
}

export interface Planned {
  /** Milliseconds from one item to the next. */
  readonly pace?: number | undefined
  readonly freshUntil?: Date | undefined
  readonly asks: Asks
  readonly unfinished: boolean
}

/** When to try again after failures in a row: twice as long each time, never for good. */
export function afterFailure(
  key: string,
  now: Date,
  failures: number,
  pace: number | undefined,
  { why, retryAt }: Extract<Outcome, { kind: 'failed' }>,
): Date {
  const longest = why === 'gone' && failures > 2 ? BOUNDS.gone : BOUNDS.longest
  const grown = intervalOf(pace) * 2 ** Math.min(failures, 20)
  const wait = Math.min(grown, longest)
  const asked = retryAt === undefined ? 0 : Math.min(retryAt.getTime() - now.getTime(), BOUNDS.longestRetry)
  return new Date(now.getTime() + Math.max(wait, asked) + spread(key, now, Math.min(wait, BOUNDS.longest)))
}

const spread = (key: string, now: Date, interval: number): number =>
  Math.floor(interval * BOUNDS.jitter * jitter(`${key} ${now.getTime()}`))
