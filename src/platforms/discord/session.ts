import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, Events } from 'discord.js'
import type { App, Connection } from '#platform.ts'
import { calls as discordCalls } from './calls.ts'
import { deliver, tell } from './delivery.ts'
import type { Desk } from './desk.ts'
import { facts, refusal } from './faults.ts'
import { gatewayClient, lost } from './gateway.ts'
import { handleInteraction } from './interactions.ts'
import { mentionHandler, type ReadLine } from './mention.ts'
import { register } from './registration.ts'
import { TEMPO, type Tempo, within } from './tempo.ts'
import { workload } from './workload.ts'

export interface Settings {
  readonly token: string
  readonly api: string
  /** Registers the commands in this one server, where they appear at once. */
  readonly guild?: string | undefined
}

/** Most often it is this machine's network; what asks for a person is what lasts. */
const NOT_REACHABLE =
  'Discord: not reachable, trying again. If this goes on, check this machine’s network and proxy, DISCORD_API_URL, and discordstatus.com.'

/** Answers run side by side at most. The store is one file: more would only wait there. */
const SIDE_BY_SIDE = 16

/**
 * Connects, and stays connected until closed. Throws `Problem` when Discord refuses the bot as configured;
 * resolves when it is connected, or when Discord cannot be reached and trying goes on, or when `signal` gives up.
 */
export async function connectDiscord(
  app: App,
  settings: Settings,
  readLine: ReadLine,
  tempo: Tempo = TEMPO,
  signal?: AbortSignal,
): Promise<Connection> {
  const stop = new AbortController()
  let closing = false
  let awaited = true
  const calls = discordCalls(settings.api, settings.token)
  const desk: Desk = { app, calls, tempo, work: workload(SIDE_BY_SIDE), closing: () => closing }
  const handleMention = mentionHandler(desk, readLine)
  const first = Promise.withResolvers<void>()
  const joined = Promise.withResolvers<void>()

  async function attempt(): Promise<Client> {
    const client = gatewayClient(settings.api)
    // Listening before login: the first interaction may come with the same packet as READY.
    const ready = new Promise<true>((resolve) => client.once(Events.ClientReady, () => resolve(true)))
    client.on(Events.Error, (error) => app.log.warn(facts(error), 'Discord: the client reported an error'))
    client.on(Events.ShardError, (error) => app.log.warn(facts(error), 'Discord: the gateway reported an error'))
    client.on(Events.InteractionCreate, (interaction) => desk.work.track(handleInteraction(desk, interaction)))
    client.on(Events.MessageCreate, (message) => desk.work.track(handleMention(message)))
    try {
      const login = client.login(settings.token).then(() => ready)
      if (!(await within(Promise.race([login, stopped]), tempo.loginWithin))) {
        throw new Error(`no answer from the gateway within ${tempo.loginWithin / 1000} s`)
      }
      return client
    } catch (error) {
      await dismiss(client)
      throw error
    }
  }

  async function stayConnected(): Promise<void> {
    let failures = 0
    while (!closing) {
      try {
        const client = await attempt()
        app.log.info({ bot: client.user?.tag, servers: client.guilds.cache.size }, 'Discord: connected')
        desk.work.track(registerCommands(client))
        const connected = performance.now()
        const gone = lost(client, tempo, stop.signal)
        first.resolve()
        joined.resolve()
        const reason = await gone
        if (!closing) app.log.warn({ reason }, 'Discord: connecting anew')
        await dismiss(client)
        // Discord counts sessions begun: one that ends at once must not be begun again and again.
        if (performance.now() - connected > tempo.unreadyFor) failures = 0
        else await waitUnlessStopped(backoff(failures++))
      } catch (error) {
        const refused = refusal(error)
        if (refused && awaited) return first.reject(refused)
        const wait = backoff(failures++)
        if (!closing) {
          app.log.warn({ ...facts(error), retryInMs: wait }, refused?.message ?? NOT_REACHABLE)
        }
        first.resolve()
        await waitUnlessStopped(wait)
      }
    }
  }

  const backoff = (failures: number): number => Math.min(tempo.retryFirst * 2 ** failures, tempo.retryMost)
  const stopped = new Promise<undefined>((resolve) => {
    stop.signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
  // Not unref'd: while Discord is down this wait may be all that keeps the process going.
  const waitUnlessStopped = (ms: number) => sleep(ms, undefined, { signal: stop.signal }).catch(() => undefined)

  async function registerCommands(client: Client): Promise<void> {
    const application = client.application?.id
    if (application === undefined) return
    try {
      const outcome = await register(app, calls, application, settings.guild)
      app.log.info({ outcome, guild: settings.guild }, 'Discord: commands')
    } catch (error) {
      app.log.error(
        { ...facts(error), guild: settings.guild },
        'Discord: the commands could not be registered. Was the bot invited with the scope applications.commands?',
      )
    }
  }

  const giveUp = () => {
    closing = true
    stop.abort()
    first.resolve()
  }
  signal?.addEventListener('abort', giveUp, { once: true })
  if (signal?.aborted) giveUp()
  const running = stayConnected()
  await within(first.promise, tempo.connectWithin).finally(() => signal?.removeEventListener('abort', giveUp))
  awaited = false
  return {
    deliver: (place, message, key) => deliver(desk, place, message, key),
    tell: (person, _place, reply) => tell(desk, person, reply),
    joined: joined.promise,
    async close() {
      closing = true
      const left = await desk.work.drained(tempo.closeWithin)
      if (left > 0) app.log.warn({ left }, 'Discord: closing although answers are under way')
      stop.abort()
      await running
    },
  }
}

/** A client whose socket is dead may take for ever to say goodbye. */
async function dismiss(client: Client): Promise<void> {
  await within(
    client.destroy().catch(() => undefined),
    2000,
  )
  client.removeAllListeners()
}
