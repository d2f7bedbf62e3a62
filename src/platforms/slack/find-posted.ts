import type { WebClient } from '@slack/web-api'

/** Clocks differ, and Slack stamps a message with its own. */
const SLACK_CLOCK = 5 * 60_000
const PAGE = 200
/** A channel with more messages than this since then is not read further. */
const PAGES = 10

/** The ts of the message that carries this key, when it got through after all. */
export async function findPosted(
  web: WebClient,
  where: { channel: string; thread?: string; key: string },
  since: number,
): Promise<string | undefined> {
  const oldest = ((since - SLACK_CLOCK) / 1000).toFixed(6)
  let cursor: string | undefined
  for (let page = 0; page < PAGES; page++) {
    const options = {
      channel: where.channel,
      oldest,
      limit: PAGE,
      include_all_metadata: true,
      ...(cursor && { cursor }),
    }
    const result =
      where.thread === undefined
        ? await web.conversations.history(options)
        : await web.conversations.replies({ ...options, ts: where.thread })
    const found = result.messages?.find((message) => keyOf(message.metadata) === where.key)
    if (found) return found.ts
    cursor = result.response_metadata?.next_cursor
    if (!cursor) return undefined
  }
  return undefined
}

function keyOf(metadata: { event_payload?: object } | undefined): unknown {
  const payload = metadata?.event_payload
  return payload && 'key' in payload ? payload.key : undefined
}
