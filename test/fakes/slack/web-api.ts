import { checkMessage, checkView } from './block-kit.ts'

export interface Posted {
  readonly ts: string
  readonly channel: string
  text: string
  blocks: readonly Record<string, unknown>[]
  readonly thread?: string
  readonly metadata?: unknown
  /** Seen by this person alone. */
  readonly to?: string
  readonly bot: boolean
}

export interface World {
  readonly posted: Posted[]
  readonly views: { readonly type: string; readonly view: Record<string, unknown>; readonly user?: string }[]
  readonly violations: string[]
  readonly triggers: Set<string>
  /** Channels that cannot be written to, with Slack's error. */
  readonly closed: Map<string, string>
  /** Those of them that the bot may join by itself. */
  readonly joinable: Set<string>
  readonly admins: Set<string>
  nextTs(): string
}

export const TEAM = 'T0FIELD'
export const BOT = { user_id: 'U0ONREC', bot_id: 'B0ONREC', name: 'onrecord' }

type Args = Readonly<Record<string, string>>
type Method = (args: Args) => Record<string, unknown>

const no = (error: string) => ({ ok: false, error })

/** The methods of Slack's Web API that the bot uses, over a world in memory. */
export function webApi(world: World): Readonly<Record<string, Method>> {
  const json = (text: string | undefined) => (text === undefined ? undefined : JSON.parse(text))
  const judge = (where: string, faults: readonly string[]) => {
    world.violations.push(...faults.map((fault) => `${where}: ${fault}`))
    return faults.length > 0
  }
  const history = (args: Args, thread?: string) => {
    const messages = world.posted
      .filter((message) => message.channel === args['channel'] && message.to === undefined)
      .filter((message) => thread === undefined || message.thread === thread)
      .filter((message) => Number(message.ts) > Number(args['oldest'] ?? 0))
      .reverse()
    return {
      ok: true,
      messages: messages.map(({ ts, text, metadata }) => ({
        ts,
        text,
        ...(args['include_all_metadata'] === 'true' && { metadata }),
      })),
    }
  }
  return {
    'auth.test': () => ({ ok: true, team_id: TEAM, user_id: BOT.user_id, bot_id: BOT.bot_id, user: BOT.name }),
    'chat.postMessage': (args) => {
      const channel = args['channel'] ?? ''
      const closed = world.closed.get(channel)
      if (closed) return no(closed)
      const blocks = json(args['blocks'])
      if (blocks && judge('chat.postMessage', checkMessage({ text: args['text'], blocks }))) return no('invalid_blocks')
      const ts = world.nextTs()
      world.posted.push({
        ts,
        channel,
        text: args['text'] ?? '',
        blocks: blocks ?? [],
        metadata: json(args['metadata']),
        bot: true,
        ...(args['thread_ts'] !== undefined && { thread: args['thread_ts'] }),
      })
      return { ok: true, channel, ts }
    },
    'chat.postEphemeral': (args) => {
      const channel = args['channel'] ?? ''
      const closed = world.closed.get(channel)
      if (closed) return no(closed)
      const blocks = json(args['blocks'])
      if (judge('chat.postEphemeral', checkMessage({ text: args['text'], blocks }))) return no('invalid_blocks')
      const ts = world.nextTs()
      const thread = args['thread_ts'] === undefined ? {} : { thread: args['thread_ts'] }
      world.posted.push({ ts, channel, text: args['text'] ?? '', blocks, to: args['user'] ?? '', bot: true, ...thread })
      return { ok: true, message_ts: ts }
    },
    'conversations.history': (args) => history(args),
    'conversations.replies': (args) => history(args, args['ts']),
    'conversations.open': (args) => ({ ok: true, channel: { id: `D${args['users']?.slice(1)}` } }),
    'conversations.join': (args) => {
      const channel = args['channel'] ?? ''
      if (!world.joinable.has(channel)) return no('method_not_supported_for_channel_type')
      world.closed.delete(channel)
      return { ok: true, channel: { id: channel } }
    },
    'conversations.info': (args) => ({ ok: true, channel: { id: args['channel'], creator: 'U0MAKER' } }),
    'users.info': (args) => ({ ok: true, user: { id: args['user'], is_admin: world.admins.has(args['user'] ?? '') } }),
    'users.conversations': () => ({ ok: true, channels: [{ id: 'C0NEWS' }, { id: 'C0DESK' }] }),
    'views.open': (args) => {
      if (!world.triggers.delete(args['trigger_id'] ?? '')) return no('expired_trigger_id')
      const view = json(args['view'])
      if (judge('views.open', checkView(view))) return no('invalid_arguments')
      world.views.push({ type: 'modal', view })
      return { ok: true, view }
    },
    'views.publish': (args) => {
      const view = json(args['view'])
      if (judge('views.publish', checkView(view))) return no('invalid_arguments')
      world.views.push({ type: 'home', view, user: args['user_id'] ?? '' })
      return { ok: true, view }
    },
  }
}
