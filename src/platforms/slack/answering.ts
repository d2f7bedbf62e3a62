import { randomUUID } from 'node:crypto'
import type { WebClient } from '@slack/web-api'
import type { Reply } from '#core/reply.ts'
import type { App, Origin, Spell } from '#platform.ts'
import { describeFailure } from './failure.ts'
import { keep } from './invocation-value.ts'
import { LIMITS } from './limits.ts'
import { LITERAL, type Outbox } from './outbox.ts'
import { draw, render, type SlackMessage } from './render.ts'
import { respond } from './response-url.ts'

/** Where an answer goes. */
export interface Target {
  readonly origin: Origin
  readonly spell: Spell
  readonly responseUrl?: string
  /** Put the answer in the place of the message that was clicked: the command which that message answers. */
  readonly replaces?: string
  /** The thread to answer in; a mention outside one starts it. */
  readonly thread?: string
  /** Answer in a direct message: the question came from no channel, but from App Home. */
  readonly privately?: boolean
}

export type Answering = (reply: Reply, target: Target, command?: string) => Promise<void>

/** One use of the response url is left for saying where the rest went. */
const BY_URL = LIMITS.responseUrlUses.max - 1

/** Sends a reply to whoever asked, by a way that works there. Never throws: the last way is a direct message. */
export function answering(app: App, web: WebClient, out: Outbox, signal: AbortSignal): Answering {
  async function inPlace(message: SlackMessage, audience: Reply['audience'], target: Target): Promise<void> {
    const { channel, thread } = target.origin.place
    const user = target.origin.asker.id
    if (audience === 'everyone' || channel.startsWith('D')) {
      await out.post(message, { channel, key: randomUUID(), ...(target.thread && { thread: target.thread }) })
      return
    }
    // Slack shows an ephemeral message in a thread only where the thread is there already.
    const where = { channel, user, ...(thread && { thread_ts: thread }) }
    await web.chat.postEphemeral({ ...where, text: message.text, blocks: [...message.blocks], ...EPHEMERAL })
  }

  async function privately(messages: readonly SlackMessage[], user: string): Promise<void> {
    const opened = await web.conversations.open({ users: user })
    const channel = opened.channel?.id ?? user
    for (const message of messages) await out.post(message, { channel, key: randomUUID() })
  }

  async function byUrl(url: string, messages: readonly SlackMessage[], reply: Reply, target: Target, command?: string) {
    const replace = target.replaces !== undefined && target.replaces === command && messages.length === 1
    // A complaint must not take the place of what everybody sees.
    const how = { audience: reply.audience, replace: replace && reply.audience === 'everyone' }
    let sent = 0
    const most = messages.length > LIMITS.responseUrlUses.max ? BY_URL : messages.length
    while (sent < most && (await respond(url, messages[sent]!, how, signal))) sent++
    return sent
  }

  return async (reply, target, command) => {
    const user = target.origin.asker.id
    try {
      const messages = draw(reply, target.spell, command)
      for (const message of messages) if (message.kept) await keep(message.kept, app.memo)
      if (target.privately) return await privately(messages, user)
      const url = target.thread === undefined ? target.responseUrl : replacing(target, command)
      let rest = url === undefined ? messages : messages.slice(await byUrl(url, messages, reply, target, command))
      try {
        while (rest.length > 0) {
          await inPlace(rest[0]!, reply.audience, target)
          rest = rest.slice(1)
        }
      } catch (error) {
        app.log.warn(
          { platform: 'slack', error: describeFailure(error) },
          'An answer could not be shown where it was asked.',
        )
        if (rest.length < messages.length && url) await respond(url, REST_IS_PRIVATE, ASKER, signal)
        await privately(rest, user)
      }
    } catch (error) {
      app.log.error({ platform: 'slack', error: describeFailure(error) }, 'Slack took an answer by no way at all.')
    }
  }
}

/** In a thread only a replacement goes by the url: anything new would land in the channel. */
const replacing = (target: Target, command?: string): string | undefined =>
  target.replaces !== undefined && target.replaces === command ? target.responseUrl : undefined

const ASKER = { audience: 'asker', replace: false } as const
const EPHEMERAL = { parse: LITERAL.parse, link_names: false } as const
const [REST_IS_PRIVATE] = render({
  audience: 'asker',
  blocks: [{ kind: 'text', text: 'The rest of this answer is in our direct messages: I am not in this channel.' }],
}) as readonly [SlackMessage]
