import { Client, Events, GatewayIntentBits, Options, Partials, Status } from 'discord.js'
import type { Tempo } from './tempo.ts'

/** No privileged intent: messages carry their text where they name the bot or are sent to it directly. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]

export function gatewayClient(api: string): Client {
  return new Client({
    intents: INTENTS,
    // A direct message comes from a channel that was never announced.
    partials: [Partials.Channel],
    rest: { api },
    // Nothing here looks back at messages: a busy server must not fill the memory with them.
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0, ReactionManager: 0 }),
  })
}

/**
 * Resolves, with the reason, when this client will not hear anything any more. discord.js itself does not
 * notice a RESUME that is never answered, and after close code 4004 it still calls itself ready.
 */
export function lost(client: Client, tempo: Tempo, signal: AbortSignal): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  let readyAt = performance.now()
  let heardAt = performance.now()
  let lastPing = -1
  client.on(Events.Raw, () => {
    heardAt = performance.now()
  })
  client.on(Events.ShardDisconnect, ({ code }) => resolve(`Discord closed the gateway with code ${code}`))
  client.on(Events.Invalidated, () => resolve('Discord ended the session'))
  const timer = setInterval(() => {
    const now = performance.now()
    const shards = [...client.ws.shards.values()]
    const pings = Math.max(-1, ...shards.map((shard) => shard.lastPingTimestamp))
    if (pings !== lastPing) heardAt = now
    lastPing = pings
    if (shards.length > 0 && shards.every((shard) => shard.status === Status.Ready)) readyAt = now
    if (now - readyAt > tempo.unreadyFor) resolve('the gateway did not become ready again')
    else if (now - heardAt > tempo.silentFor) resolve('the gateway fell silent')
  }, tempo.watchEvery)
  signal.addEventListener('abort', () => resolve('closing'), { once: true })
  return promise.finally(() => clearInterval(timer))
}
