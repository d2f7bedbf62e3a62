import { createServer } from 'node:http'
import { gateway } from './gateway.ts'
import type { Interaction, Shown } from './interaction.ts'
import {
  ASKER,
  BOT,
  CHANNEL,
  channel,
  commandData,
  GUILD,
  guild,
  MANAGE_CHANNELS,
  member,
  message,
  NO_HISTORY,
  ORDINARY,
  READ_ONLY,
  TOKEN,
} from './payloads.ts'
import { answerTo, readBody, type World } from './rest.ts'

/** What happens to the next requests whose "METHOD /path" matches. */
export interface Fault {
  readonly match: RegExp
  times: number
  readonly status?: number
  readonly code?: number
  /** The connection breaks, before the request is worked off or after. */
  readonly drop?: 'before' | 'after'
}

export interface As {
  readonly manages?: boolean
  /** In a direct message with the bot. */
  readonly direct?: boolean
}

/** Discord on loopback: its REST API and its gateway, as far as this bot uses them. */
export async function startDiscord(options: { refuseWith?: number; port?: number } = {}) {
  let lastId = 200_000_000_000_000_000n
  const newId = () => String(++lastId)
  const world: World = {
    interactions: new Map(),
    posts: [],
    commands: new Map(),
    registrations: 0,
    channels: new Set([CHANNEL, READ_ONLY, NO_HISTORY]),
    forbidden: new Set(),
    violations: [],
    typing: [],
    members: new Map(),
    newId,
  }
  const faults: Fault[] = []
  const requests: string[] = []

  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://discord').pathname).replace(/^\/api\/v10/, '')
    const called = `${request.method} ${path}`
    requests.push(called)
    const body = await readBody(request)
    const fault = faults.find((candidate) => candidate.times > 0 && candidate.match.test(called))
    if (fault) fault.times--
    if (fault?.drop === 'before') return request.socket.destroy()
    const [status, answer] = fault?.status
      ? ([fault.status, { code: fault.code ?? 0, message: 'made to fail' }] as const)
      : path === '/gateway/bot'
        ? gatewayInfo(request.headers.authorization)
        : answerTo(world, request.method ?? '', path, body)
    if (fault?.drop === 'after') return request.socket.destroy()
    response.writeHead(status, status === 204 ? {} : { 'content-type': 'application/json' })
    response.end(status === 204 ? undefined : JSON.stringify(answer ?? {}))
  })
  const socket = gateway(server, {
    token: TOKEN,
    ...(options.refuseWith !== undefined && { refuseWith: options.refuseWith }),
    ready: (session) => ({
      v: 10,
      user: BOT,
      guilds: [{ id: GUILD, unavailable: true }],
      session_id: session,
      resume_gateway_url: gatewayUrl(),
      application: { id: BOT.id, flags: 0 },
    }),
    guilds: () => [guild()],
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const gatewayUrl = () => `ws://127.0.0.1:${port}`

  function gatewayInfo(authorization: string | undefined) {
    if (authorization !== `Bot ${TOKEN}`) return [401, { message: '401: Unauthorized', code: 0 }] as const
    const session_start_limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 }
    return [200, { url: gatewayUrl(), shards: 1, session_start_limit }] as const
  }

  function interact(type: number, data: object, as: As = {}, pressed?: Shown): Interaction {
    const id = newId()
    const interaction: Interaction = {
      id,
      token: `token${id}`,
      type,
      begun: performance.now(),
      thinking: false,
      followUps: [],
      ...(pressed && { pressed }),
    }
    world.interactions.set(id, interaction)
    const permissions = String(ORDINARY | (as.manages ? MANAGE_CHANNELS : 0n))
    socket.dispatch('INTERACTION_CREATE', {
      id,
      application_id: BOT.id,
      type,
      data,
      token: interaction.token,
      version: 1,
      channel_id: CHANNEL,
      channel: as.direct ? { id: CHANNEL, type: 1 } : channel(CHANNEL),
      locale: 'en-GB',
      entitlements: [],
      authorizing_integration_owners: {},
      app_permissions: permissions,
      attachment_size_limit: 0,
      ...(as.direct ? { user: ASKER } : { guild_id: GUILD, member: member(permissions) }),
      ...(pressed && {
        message: message(newId(), {
          content: '',
          flags: pressed.body.flags | (pressed.ephemeral ? 64 : 0),
          author: BOT,
        }),
      }),
    })
    return interaction
  }

  return {
    ...world,
    world,
    api: `http://127.0.0.1:${port}/api`,
    port,
    requests,
    gateway: socket,
    fail: (fault: Fault) => faults.push(fault),
    /** `digest add` is a subcommand. */
    slash(name: string, options: Readonly<Record<string, unknown>> = {}, as?: As) {
      return interact(2, { id: newId(), type: 1, ...commandData(name, options) }, as)
    },
    type(name: string, options: Readonly<Record<string, unknown>>, focused: string, as?: As) {
      return interact(4, { id: newId(), type: 1, ...commandData(name, options, focused) }, as)
    },
    menu(name: string, target: object) {
      const resolved = { messages: { '7': message('7', target) } }
      return interact(2, { id: newId(), type: 3, name, target_id: '7', resolved })
    },
    press: (id: string, on: Shown, as?: As) => interact(3, { custom_id: id, component_type: 2 }, as, on),
    choose: (select: string, value: string, on: Shown) =>
      interact(3, { custom_id: select, component_type: 3, values: [value] }, {}, on),
    submit(id: string, fields: Readonly<Record<string, string>>, on?: Shown) {
      const components = Object.entries(fields).map(([name, value], index) => ({
        type: 18,
        id: index * 2 + 1,
        component: { type: 4, id: index * 2 + 2, custom_id: name, value },
      }))
      return interact(5, { custom_id: id, components }, {}, on)
    },
    say(content: string, more: object = {}) {
      const made = message(newId(), { content, guild_id: GUILD, member: member('0'), ...more })
      socket.dispatch('MESSAGE_CREATE', made)
      return made
    },
    write: (content: string) =>
      socket.dispatch('MESSAGE_CREATE', message(newId(), { content, channel_id: `9${ASKER.id}`, channel_type: 1 })),
    async stop() {
      socket.end()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type Discord = Awaited<ReturnType<typeof startDiscord>>
