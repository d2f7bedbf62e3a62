import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { type Interaction, shown } from './interaction.ts'
import { CALLBACKS_OF, Callback, CommandList, PostedMessage, ShownMessage } from './rules.ts'

/** What the far end knows. */
export interface World {
  readonly interactions: Map<string, Interaction>
  readonly posts: Post[]
  readonly commands: Map<string, CommandList>
  /** How often a command list was put. */
  registrations: number
  readonly channels: Set<string>
  readonly forbidden: Set<string>
  readonly violations: string[]
  readonly typing: string[]
  /** Member permissions by user, for the lookup of one member. */
  readonly members: Map<string, object>
  newId(): string
}

interface Post {
  readonly id: string
  readonly channel: string
  readonly body: PostedMessage
}

export type Answer = readonly [status: number, body?: unknown]
const error = (status: number, code: number, message: string): Answer => [status, { code, message }]

/** Discord’s is 3 s; twenty times that, for a machine that does many things at once. */
const DEADLINE = 60_000
type Handler = (world: World, body: unknown, ...ids: string[]) => Answer

export function answerTo(world: World, method: string, path: string, body: unknown): Answer {
  for (const [wanted, pattern, handler] of ROUTES) {
    const match = method === wanted && pattern.exec(path)
    if (match) return handler(world, body, ...match.slice(1))
  }
  world.violations.push(`${method} ${path}: no such route`)
  return error(404, 0, '404: Not Found')
}

/** Parses by Discord's rules; a break of them is noted and refused as Discord refuses it. */
function checked<T>(world: World, schema: z.ZodType<T>, body: unknown, then: (value: T) => Answer): Answer {
  const parsed = schema.safeParse(body)
  if (parsed.success) return then(parsed.data)
  world.violations.push(z.prettifyError(parsed.error))
  return error(400, 50035, 'Invalid Form Body')
}

const callback: Handler = (world, body, id = '', token = '') => {
  const interaction = world.interactions.get(id)
  if (!interaction || interaction.token !== token || performance.now() - interaction.begun > DEADLINE) {
    return error(404, 10062, 'Unknown interaction')
  }
  if (interaction.response) return error(400, 40060, 'Interaction has already been acknowledged.')
  return checked(world, Callback, body, (response) => {
    if (!CALLBACKS_OF[interaction.type]?.includes(response.type)) {
      world.violations.push(`response ${response.type} to an interaction of type ${interaction.type}`)
    }
    interaction.response = response
    if (response.type === 4) interaction.original = shown(response.data)
    if (response.type === 5) interaction.thinking = true
    if (response.type === 7) {
      interaction.pressed = { body: response.data, ephemeral: interaction.pressed?.ephemeral ?? false }
    }
    return [204]
  })
}

const byToken = (world: World, token: string) =>
  [...world.interactions.values()].find((interaction) => interaction.token === token && interaction.response)

const followUp: Handler = (world, body, _application = '', token = '') => {
  const interaction = byToken(world, token)
  if (!interaction) return error(404, 10015, 'Unknown Webhook')
  return checked(world, ShownMessage, body, (message) => {
    if (interaction.thinking) settle(interaction, message)
    else interaction.followUps.push(shown(message))
    return [200, { id: world.newId() }]
  })
}

/** A deferred answer keeps the audience it was deferred with, whatever the flags say now. */
function settle(interaction: Interaction, body: ShownMessage): void {
  interaction.thinking = false
  const deferred = interaction.response
  interaction.original = { body, ephemeral: deferred?.type === 5 && deferred.data !== undefined }
}

const editOriginal: Handler = (world, body, _application = '', token = '') => {
  const interaction = byToken(world, token)
  if (!interaction) return error(404, 10015, 'Unknown Webhook')
  return checked(world, ShownMessage, body, (message) => {
    if (interaction.response?.type === 6) {
      interaction.pressed = { body: message, ephemeral: interaction.pressed?.ephemeral ?? false }
    } else settle(interaction, message)
    return [200, { id: world.newId() }]
  })
}

const deleteOriginal: Handler = (world, _body, _application = '', token = '') => {
  const interaction = byToken(world, token)
  if (!interaction) return error(404, 10015, 'Unknown Webhook')
  interaction.thinking = false
  delete interaction.original
  return [204]
}

const post: Handler = (world, body, channel = '') => {
  if (!world.channels.has(channel)) return error(404, 10003, 'Unknown Channel')
  if (world.forbidden.has(channel)) return error(403, 50013, 'Missing Permissions')
  return checked(world, PostedMessage, body, (message) => {
    const same = world.posts.find(
      (earlier) => message.enforce_nonce && message.nonce !== undefined && earlier.body.nonce === message.nonce,
    )
    const made = same ?? { id: world.newId(), channel, body: message }
    if (!same) world.posts.push(made)
    return [200, { id: made.id }]
  })
}

const putCommands = (world: World, body: unknown, where: string): Answer =>
  checked(world, CommandList, body, (list) => {
    if (where !== 'everywhere' && list.some((command) => command.contexts)) {
      world.violations.push('contexts in the commands of one guild')
    }
    world.commands.set(where, list)
    world.registrations++
    return [200, list]
  })

const ROUTES: readonly (readonly [string, RegExp, Handler])[] = [
  ['POST', /^\/interactions\/(\d+)\/(\w+)\/callback$/, callback],
  ['POST', /^\/webhooks\/(\d+)\/(\w+)$/, followUp],
  ['PATCH', /^\/webhooks\/(\d+)\/(\w+)\/messages\/@original$/, editOriginal],
  ['DELETE', /^\/webhooks\/(\d+)\/(\w+)\/messages\/@original$/, deleteOriginal],
  ['POST', /^\/channels\/(\d+)\/messages$/, post],
  [
    'GET',
    /^\/channels\/(\d+)\/messages$/,
    (world, _body, channel = '') => [
      200,
      world.posts
        .filter((message) => message.channel === channel)
        .map(({ id, body }) => ({ id, author: { id: '1' }, components: body.components }))
        .reverse(),
    ],
  ],
  [
    'POST',
    /^\/channels\/(\d+)\/typing$/,
    (world, _body, channel = '') => {
      world.typing.push(channel)
      return [204]
    },
  ],
  [
    'POST',
    /^\/users\/@me\/channels$/,
    (world, body) =>
      checked(world, z.strictObject({ recipient_id: z.string() }), body, ({ recipient_id }) => {
        const id = `9${recipient_id}`
        world.channels.add(id)
        return [200, { id }]
      }),
  ],
  ['PUT', /^\/applications\/\d+\/commands$/, (world, body) => putCommands(world, body, 'everywhere')],
  [
    'PUT',
    /^\/applications\/\d+\/guilds\/(\d+)\/commands$/,
    (world, body, guild = '') => putCommands(world, body, guild),
  ],
  [
    'GET',
    /^\/guilds\/\d+\/members\/(\d+)$/,
    (world, _body, user = '') => {
      const member = world.members.get(user)
      return member ? [200, member] : error(404, 10007, 'Unknown Member')
    },
  ],
]

export async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const text = Buffer.concat(chunks).toString('utf8')
  return text === '' ? undefined : JSON.parse(text)
}
