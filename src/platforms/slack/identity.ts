import { setTimeout as sleep } from 'node:timers/promises'
import type { WebClient } from '@slack/web-api'
import { Problem } from '#core/problem.ts'
import type { Log } from '#platform.ts'
import { type Failure, readFailure } from './failure.ts'
import { NOT_REACHABLE } from './not-reachable.ts'
import { SCOPES } from './scopes.ts'

/** Who the bot is in its workspace. */
export interface Identity {
  readonly team: string
  readonly user: string
  readonly bot: string
  readonly name: string
}

/** What the work gives, unless the signal comes first; then it throws. */
async function unless<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (signal === undefined) return work
  const { promise, reject } = Promise.withResolvers<never>()
  const giveUp = () => reject(signal.reason)
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    signal.throwIfAborted()
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}

/** Asks Slack who the token belongs to, again and again while Slack is out of reach. */
export async function identify(web: WebClient, log: Log, signal?: AbortSignal): Promise<Identity> {
  for (let wait = 1000; ; wait = Math.min(wait * 2, 60_000)) {
    let failure: Failure
    try {
      const who = await unless(signal, web.auth.test())
      warnOfMissing(who.response_metadata?.scopes, log)
      return { team: who.team_id ?? '', user: who.user_id ?? '', bot: who.bot_id ?? '', name: who.user ?? 'onrecord' }
    } catch (error) {
      signal?.throwIfAborted()
      failure = readFailure(error)
      if (failure.kind === 'refused') throw refused(failure.code, web.slackApiUrl, error)
    }
    log.warn({ platform: 'slack', failure }, NOT_REACHABLE)
    await sleep(failure.kind === 'limited' ? failure.seconds * 1000 : wait, undefined, { signal })
  }
}

/** A scope that is missing fails one thing, days later; it is said at the start. Older answers do not list them. */
function warnOfMissing(granted: readonly string[] | undefined, log: Log): void {
  const missing = Object.keys(SCOPES).filter((scope) => granted && !granted.includes(scope))
  if (missing.length === 0) return
  log.warn(
    { platform: 'slack', missing: missing.map((scope) => `${scope}: ${SCOPES[scope]}`) },
    `The Slack app lacks ${missing.join(', ')}. Update it from its manifest and install it again.`,
  )
}

function refused(code: string, api: string, cause: unknown): Problem {
  // Slack says no within an answer of 200: any other status is somebody else's, who knows nothing of tokens.
  const [, status] = /^HTTP (\d+)$/.exec(code) ?? []
  if (status !== undefined) {
    const { origin, pathname } = new URL(api)
    return new Problem(`Slack’s API is not at ${origin}${pathname}: the address answers with ${status}.`, {
      hint: 'Correct SLACK_API_URL, or leave it out unless there is a proxy.',
      cause,
    })
  }
  const gone = code === 'token_revoked' || code === 'account_inactive' || code === 'token_expired'
  return new Problem(
    gone
      ? `The Slack bot token (SLACK_BOT_TOKEN) is no longer valid (${code}): install the app again and copy the new one.`
      : `Slack refused the bot token (SLACK_BOT_TOKEN), saying ${code}. Copy it again from OAuth & Permissions.`,
    { cause },
  )
}
