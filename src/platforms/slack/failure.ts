import {
  SlackError,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'

/** What came of a call to Slack that failed. */
export type Failure =
  /** Slack said no, and did nothing. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Too many calls; nothing was done. */
  | { readonly kind: 'limited'; readonly seconds: number }
  /** Nobody can tell whether it was done. */
  | { readonly kind: 'unclear'; readonly reason: string }

/** Errors that Slack documents as its own trouble: part of the work may have been done. */
const SLACKS_TROUBLE = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'])
const LIMITED = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded'])

export function readFailure(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'limited', seconds: error.retryAfter }
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error
    if (LIMITED.has(code)) return { kind: 'limited', seconds: 1 }
    // A body that is no JSON comes as its text in place of a code: a proxy's page, not Slack's answer.
    if (SLACKS_TROUBLE.has(code) || !/^[\w.:-]{1,80}$/.test(code)) return { kind: 'unclear', reason: code.slice(0, 80) }
    return { kind: 'refused', code }
  }
  if (error instanceof WebAPIHTTPError) {
    return error.statusCode >= 500
      ? { kind: 'unclear', reason: `HTTP ${error.statusCode}` }
      : { kind: 'refused', code: `HTTP ${error.statusCode}` }
  }
  if (error instanceof WebAPIRequestError) return { kind: 'unclear', reason: error.original.message.slice(0, 80) }
  // A 429 whose Retry-After is missing or no number.
  if (error instanceof Error && /retry-after/i.test(error.message)) return { kind: 'limited', seconds: 1 }
  throw error
}

/** For the log: a code or a kind, never what was sent. A line that breaks before Slack's hello comes as nothing at all. */
export function describeFailure(error: unknown): string {
  if (error instanceof PostFailure) return error.message
  if (!(error instanceof SlackError)) return error instanceof Error ? error.name : 'disconnected'
  const failure = readFailure(error)
  return failure.kind === 'refused' ? failure.code : failure.kind
}

/** A message that Slack did not take. With a code it was refused; without, Slack was out of reach or too busy. */
export class PostFailure extends Error {
  override readonly name = 'PostFailure'
  readonly code: string | undefined
  constructor(failure: Failure) {
    super(failure.kind === 'refused' ? failure.code : failure.kind)
    this.code = failure.kind === 'refused' ? failure.code : undefined
  }
}
