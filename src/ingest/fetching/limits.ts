import type { PacingLimits } from './pacing.ts'

/** Bounds of one request and of all together. Times in milliseconds. */
export interface FetchLimits extends PacingLimits {
  readonly connect: number
  /** From the connection to the first byte of the answer. */
  readonly firstByte: number
  /** From the request to the last byte. */
  readonly whole: number
  /** Unpacked. */
  readonly bytes: number
  /** RFC 9309 asks for at least 500 KiB. */
  readonly robotsBytes: number
  /** Between two requests to one host. */
  readonly gap: number
  /** A `crawl-delay` counts up to here, so that one site cannot hold its queue for hours. */
  readonly longestDelay: number
}

export const FETCH_LIMITS: FetchLimits = {
  connect: 10_000,
  firstByte: 20_000,
  whole: 45_000,
  bytes: 10_000_000,
  robotsBytes: 512_000,
  gap: 1_000,
  longestDelay: 30_000,
  atOnce: 64,
  waiting: 20_000,
  waitingPerHost: 200,
}
