import { setTimeout as sleep } from 'node:timers/promises'
import type { ChatPostMessageArguments, WebClient } from '@slack/web-api'
import type { Log } from '#platform.ts'
import { PostFailure, readFailure } from './failure.ts'
import { findPosted } from './find-posted.ts'
import type { SlackMessage } from './render.ts'

export interface Post {
  readonly channel: string
  readonly thread?: string
  /** Goes out as the message's metadata; a message that has it is not sent again. */
  readonly key: string
  /** Look for the key before the first attempt too: an earlier one may have got through. Unix milliseconds of it. */
  readonly triedAt?: number
}

export interface Outbox {
  /** The message's ts. One channel's messages go out in order; a channel that must wait holds back no other. */
  post(message: SlackMessage, where: Post): Promise<string>
}

/** Errors about the drawing, not the place: its words are sent plain instead, so that nothing is lost. */
const DRAWING = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'msg_too_long'])

const ATTEMPTS = 4
/** Seconds that a message waits for its channel's turn, in all, before it is given up. */
const PATIENCE = 120

/** Flags that keep Slack from reading anything into a message's words. */
export const LITERAL = {
  unfurl_links: false,
  unfurl_media: false,
  mrkdwn: false,
  parse: 'none',
  link_names: false,
} as const

export function outbox(web: WebClient, log: Log, signal: AbortSignal): Outbox {
  const lines = new Map<string, Promise<unknown>>()

  async function send(message: SlackMessage, where: Post): Promise<string> {
    const startedAt = where.triedAt ?? Date.now()
    let look = where.triedAt !== undefined
    let plain = false
    let waited = 0
    for (let attempt = 1; ; ) {
      try {
        const found = look ? await findPosted(web, where, startedAt) : undefined
        if (found !== undefined) return found
        const sent = await web.chat.postMessage(bodyOf(message, where, plain))
        return sent.ts ?? ''
      } catch (error) {
        const failure = readFailure(error)
        if (failure.kind === 'refused' && DRAWING.has(failure.code) && !plain) {
          log.error(
            { platform: 'slack', code: failure.code },
            'Slack refused a message’s blocks; its words go out plain.',
          )
          plain = true
          continue
        }
        if (failure.kind === 'refused') throw new PostFailure(failure)
        if (failure.kind === 'limited') waited += failure.seconds
        else if (attempt++ === ATTEMPTS) throw new PostFailure(failure)
        else look = true
        if (waited > PATIENCE) throw new PostFailure(failure)
        const wait = failure.kind === 'limited' ? failure.seconds * 1000 : 125 * 2 ** attempt
        await sleep(wait, undefined, { signal }).catch(() => {
          throw new PostFailure(failure)
        })
      }
    }
  }

  return {
    post(message, where) {
      const before = lines.get(where.channel) ?? Promise.resolve()
      const sent = before.then(() => send(message, where))
      const line = sent.catch(() => {})
      lines.set(where.channel, line)
      void line.then(() => lines.get(where.channel) === line && lines.delete(where.channel))
      return sent
    },
  }
}

function bodyOf(message: SlackMessage, where: Post, plain: boolean): ChatPostMessageArguments {
  const common = {
    channel: where.channel,
    text: message.text,
    ...LITERAL,
    metadata: { event_type: 'onrecord_part', event_payload: { key: where.key } },
  }
  const inThread = where.thread === undefined ? {} : { thread_ts: where.thread }
  return plain ? { ...common, ...inThread } : { ...common, ...inThread, blocks: [...message.blocks] }
}
