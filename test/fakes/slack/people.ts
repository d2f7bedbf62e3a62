import type { Slack } from './slack.ts'
import type { Posted } from './web-api.ts'

interface Where {
  readonly user?: string
  readonly channel?: string
  readonly thread?: string
}

let events = 0

/** What people do in Slack, as the payloads it sends for it. */
export function people(slack: Slack) {
  const { world } = slack
  const person = (user: string) => ({ id: user, username: user.toLowerCase(), team_id: slack.team })
  const base = (user: string) => ({
    team: { id: slack.team },
    user: person(user),
    api_app_id: 'A0ONREC',
    trigger_id: slack.trigger(),
  })
  const event = (event: object, id = `Ev${++events}`, attempt = 0) =>
    slack.bySocket(
      'events_api',
      { type: 'event_callback', team_id: slack.team, event_id: id, event_time: 1, event },
      { retry_attempt: attempt },
    )
  const write = (text: string, { user = 'U0ANN', channel = 'C0NEWS', thread }: Where): Posted => {
    const message = { ts: world.nextTs(), channel, text, blocks: [], bot: false, ...(thread && { thread }) }
    world.posted.push(message)
    return Object.assign(message, { user })
  }
  return {
    event,
    slashPayload: (command: string, text = '', { user = 'U0ANN', channel = 'C0NEWS' }: Where = {}) => ({
      command,
      text,
      team_id: slack.team,
      channel_id: channel,
      user_id: user,
      user_name: user.toLowerCase(),
      response_url: slack.hook(channel, user),
      trigger_id: slack.trigger(),
    }),
    slash(command: string, text = '', where: Where = {}) {
      return slack.bySocket('slash_commands', this.slashPayload(command, text, where))
    },
    async mention(words: string, where: Where & { id?: string; attempt?: number } = {}) {
      const text = `<@${slack.bot.user_id}> ${words}`
      const message = write(text, where)
      const { user = 'U0ANN', channel = 'C0NEWS', thread } = where
      const said = { type: 'app_mention', user, channel, text, ts: message.ts, ...(thread && { thread_ts: thread }) }
      await event(said, where.id, where.attempt)
      return { message, said }
    },
    async direct(text: string, { user = 'U0ANN', thread }: Where = {}) {
      const channel = `D${user.slice(1)}`
      const { ts } = write(text, { user, channel, ...(thread && { thread }) })
      await event({
        type: 'message',
        channel_type: 'im',
        user,
        channel,
        text,
        ts,
        ...(thread && { thread_ts: thread }),
      })
    },
    click(message: Posted, action: Record<string, unknown>, { user = 'U0ANN' }: Where = {}) {
      const { channel, ts, thread } = message
      const threaded = thread === undefined ? {} : { thread_ts: thread }
      return slack.bySocket('interactive', {
        type: 'block_actions',
        ...base(user),
        container: { type: 'message', message_ts: ts, channel_id: channel, ...threaded },
        channel: { id: channel },
        message: { ts, ...threaded },
        response_url: slack.hook(channel, user, message),
        actions: [{ type: 'button', block_id: 'b1', action_ts: '1.1', ...action }],
      })
    },
    clickHome(action: Record<string, unknown>, user = 'U0ANN') {
      return slack.bySocket('interactive', {
        type: 'block_actions',
        ...base(user),
        container: { type: 'view', view_id: 'V1' },
        view: { id: 'V1', type: 'home' },
        actions: [{ type: 'button', action_ts: '1.1', ...action }],
      })
    },
    submit(view: Record<string, unknown>, values: Record<string, unknown>, user = 'U0ANN') {
      const state = { values: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { [id]: value }])) }
      return slack.bySocket('interactive', {
        type: 'view_submission',
        ...base(user),
        view: { ...view, id: 'V1', state },
      })
    },
    suggest(view: Record<string, unknown>, action_id: string, value: string, user = 'U0ANN') {
      return slack.bySocket('interactive', {
        type: 'block_suggestion',
        ...base(user),
        action_id,
        block_id: action_id,
        value,
        view: { ...view, id: 'V1', state: { values: {} } },
        container: { type: 'view', view_id: 'V1' },
      })
    },
    shortcut(text: string, { user = 'U0ANN', channel = 'C0NEWS' }: Where = {}) {
      return slack.bySocket('interactive', {
        type: 'message_action',
        ...base(user),
        callback_id: 'brief_this',
        channel: { id: channel },
        message: { type: 'message', ts: '1.1', text },
        response_url: slack.hook(channel, user),
      })
    },
    openHome: (user = 'U0ANN') =>
      event({ type: 'app_home_opened', user, channel: `D${user.slice(1)}`, tab: 'home', event_ts: '1.1' }),
  }
}
