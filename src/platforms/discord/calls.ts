import { REST, Routes } from 'discord.js'
import { z } from 'zod'

const Sent = z.object({ id: z.string() })
const History = z.array(
  z.object({
    id: z.string(),
    author: z.object({ id: z.string() }),
    components: z.array(z.object({ id: z.number().optional() })).optional(),
  }),
)
type Earlier = z.output<typeof History>[number]

/** Where an interaction's answer goes. */
export interface Receiver {
  readonly id: string
  readonly token: string
  readonly applicationId: string
}

/**
 * The calls this bot makes. They have a REST client of their own, so that answers and digests still go out
 * while the gateway's client is being replaced.
 */
export interface Calls {
  /** `ms`: given up after this, since Discord will have forgotten the interaction. */
  callback(to: Receiver, response: object, ms: number): Promise<void>
  editOriginal(to: Receiver, body: object): Promise<void>
  deleteOriginal(to: Receiver): Promise<void>
  followUp(to: Receiver, body: object): Promise<void>
  post(channel: string, body: object): Promise<string>
  /** The newest hundred messages; needs Read Message History. */
  history(channel: string): Promise<readonly Earlier[]>
  typing(channel: string): Promise<void>
  openDirect(person: string): Promise<string>
  putCommands(application: string, guild: string | undefined, commands: readonly object[]): Promise<void>
}

export function calls(api: string, token: string): Calls {
  const rest = new REST({ version: '10', api }).setToken(token)
  const original = (to: Receiver) => Routes.webhookMessage(to.applicationId, to.token)
  return {
    async callback(to, response, ms) {
      const signal = AbortSignal.timeout(Math.max(1, Math.ceil(ms)))
      await rest.post(Routes.interactionCallback(to.id, to.token), { body: response, auth: false, signal })
    },
    async editOriginal(to, body) {
      await rest.patch(original(to), { body, auth: false })
    },
    async deleteOriginal(to) {
      await rest.delete(original(to), { auth: false })
    },
    async followUp(to, body) {
      await rest.post(Routes.webhook(to.applicationId, to.token), { body, auth: false })
    },
    post: async (channel, body) => Sent.parse(await rest.post(Routes.channelMessages(channel), { body })).id,
    async history(channel) {
      const query = new URLSearchParams({ limit: '100' })
      return History.parse(await rest.get(Routes.channelMessages(channel), { query }))
    },
    async typing(channel) {
      await rest.post(Routes.channelTyping(channel))
    },
    async openDirect(person) {
      return Sent.parse(await rest.post(Routes.userChannels(), { body: { recipient_id: person } })).id
    },
    async putCommands(application, guild, commands) {
      const route = guild
        ? Routes.applicationGuildCommands(application, guild)
        : Routes.applicationCommands(application)
      await rest.put(route, { body: commands })
    },
  }
}
