import { setTimeout as sleep } from 'node:timers/promises'
import { LITERAL } from './outbox.ts'
import type { SlackMessage } from './render.ts'

export interface Response {
  readonly audience: 'everyone' | 'asker'
  readonly replace: boolean
}

/**
 * Answers through the address that came with an interaction; it works in channels the bot is not in.
 * False when Slack no longer takes it (half an hour, five uses) or cannot be reached. An answer that may
 * have arrived is sent once more: seen twice is better than not at all.
 */
export async function respond(
  url: string,
  message: SlackMessage,
  how: Response,
  signal: AbortSignal,
): Promise<boolean> {
  let blocks: SlackMessage['blocks'] | undefined = message.blocks
  for (let attempt = 1; attempt <= 3; attempt++) {
    const body = JSON.stringify({
      response_type: how.audience === 'everyone' ? 'in_channel' : 'ephemeral',
      replace_original: how.replace,
      text: message.text,
      ...LITERAL,
      ...(blocks && { blocks }),
    })
    const status = await post(url, body)
    if (status === 'ok') return true
    if (status === 'spent') return false
    if (status === 'refused') {
      if (blocks === undefined) return false
      blocks = undefined
      continue
    }
    try {
      await sleep(status, undefined, { signal })
    } catch {
      return false
    }
  }
  return false
}

/** How it went, or the milliseconds to wait before another try. */
async function post(url: string, body: string): Promise<'ok' | 'spent' | 'refused' | number> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    })
    const text = await response.text()
    if (response.status === 429) return Math.min(Number(response.headers.get('retry-after')) || 1, 30) * 1000
    if (response.status >= 500) return 500
    if (response.ok && !text.includes('"ok":false')) return 'ok'
    return /expired_url|used_url|channel_not_found|no_active_hooks/.test(text) || response.status === 404
      ? 'spent'
      : 'refused'
  } catch {
    return 500
  }
}
