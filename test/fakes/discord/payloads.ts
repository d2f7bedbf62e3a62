/** Discord's objects, as much of each as discord.js needs. */
export const TOKEN = 'token.for.tests'
export const BOT = user('100000000000000001', 'onrecord', true)
export const ASKER = user('100000000000000002', 'Robin')
export const GUILD = '100000000000000010'
export const CHANNEL = '100000000000000011'
/** A channel whose permissions keep the bot from writing. */
export const READ_ONLY = '100000000000000012'
/** A channel in which the bot may write but not look back. */
export const NO_HISTORY = '100000000000000013'
const READ_MESSAGE_HISTORY = 1n << 16n
const SEND_MESSAGES = 1n << 11n
export const MANAGE_CHANNELS = 1n << 4n
/** All that an ordinary member may do and more, without the rights that manage a channel. */
export const ORDINARY = (1n << 50n) - 1n - MANAGE_CHANNELS - (1n << 3n)

function user(id: string, username: string, bot = false) {
  return { id, username, discriminator: '0', global_name: null, avatar: null, bot }
}

export const message = (id: string, more: object) => ({
  id,
  type: 0,
  channel_id: CHANNEL,
  author: ASKER,
  content: '',
  embeds: [],
  components: [],
  attachments: [],
  mentions: [],
  mention_roles: [],
  mention_everyone: false,
  pinned: false,
  tts: false,
  timestamp: '2026-01-01T00:00:00.000Z',
  edited_timestamp: null,
  ...more,
})

const OPTION_TYPE = (value: unknown) => (typeof value === 'boolean' ? 5 : typeof value === 'number' ? 10 : 3)

export function commandData(path: string, given: Readonly<Record<string, unknown>>, focused?: string) {
  const [name = '', sub] = path.split(' ')
  const options = Object.entries(given).map(([option, value]) => ({
    name: option,
    type: OPTION_TYPE(value),
    value,
    ...(option === focused && { focused: true }),
  }))
  return { name, options: sub === undefined ? options : [{ type: 1, name: sub, options }] }
}

export const member = (permissions: string) => ({
  user: ASKER,
  roles: [],
  joined_at: '2025-01-01T00:00:00.000Z',
  deaf: false,
  mute: false,
  flags: 0,
  permissions,
})

const DENIED: Readonly<Record<string, bigint>> = { [READ_ONLY]: SEND_MESSAGES, [NO_HISTORY]: READ_MESSAGE_HISTORY }

export const channel = (id: string) => ({
  id,
  type: 0,
  guild_id: GUILD,
  name: 'newsroom',
  position: 0,
  permission_overwrites: [{ id: GUILD, type: 0, allow: '0', deny: String(DENIED[id] ?? 0n) }],
})

export const guild = () => ({
  id: GUILD,
  name: 'The newsroom',
  owner_id: '100000000000000099',
  roles: [{ id: GUILD, name: '@everyone', permissions: String(ORDINARY), position: 0, colors: {} }],
  emojis: [],
  stickers: [],
  features: [],
  channels: [channel(CHANNEL), channel(READ_ONLY), channel(NO_HISTORY)],
  threads: [],
  members: [{ ...member('0'), user: BOT }],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  member_count: 2,
  large: false,
  unavailable: false,
  preferred_locale: 'en-GB',
  joined_at: '2025-01-01T00:00:00.000Z',
})
