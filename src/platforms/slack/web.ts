import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Log } from '#platform.ts'
import type { Settings } from './settings.ts'
import { slackLog } from './slack-log.ts'

/**
 * Left alone, the SDK waits for ever, sends a message again after a 500 or a dropped connection although
 * it may have arrived, and lets one channel's 429 hold back all. All three are decided in `outbox.ts`.
 */
export function clientOptions(env: Settings, log: Log): WebClientOptions {
  return {
    ...(env.SLACK_API_URL !== undefined && { slackApiUrl: env.SLACK_API_URL }),
    logger: slackLog(log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    maxRequestConcurrency: 50,
    allowAbsoluteUrls: false,
  }
}

export const webClient = (env: Settings, log: Log): WebClient =>
  new WebClient(env.SLACK_BOT_TOKEN, clientOptions(env, log))
