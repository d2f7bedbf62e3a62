import { App as Bolt, type Receiver } from '@slack/bolt'
import type { App, Connection } from '#platform.ts'
import { answering } from './answering.ts'
import { busy } from './busy.ts'
import { delivery } from './delivery.ts'
import type { Desk } from './desk.ts'
import { describeFailure } from './failure.ts'
import { httpListener } from './http-listener.ts'
import { checkTokens, type Identity, identify } from './identity.ts'
import { listen } from './listen.ts'
import { outbox } from './outbox.ts'
import { permissions } from './permissions.ts'
import type { Settings } from './settings.ts'
import { slackLog } from './slack-log.ts'
import { socketLines } from './socket-lines.ts'
import { spelling } from './spelling.ts'
import { clientOptions, webClient } from './web.ts'

/** Commands answered at the same time; the rest wait their turn, acknowledged. */
const AT_ONCE = 32
/** How long a closing bot waits for what is under way. */
const LAST_WORDS = 10_000

export async function connect(app: App, env: Settings, signal?: AbortSignal): Promise<Connection> {
  checkTokens(env)
  const web = webClient(env, app.log)
  const identity = await identify(web, app.log, signal)
  const stop = new AbortController()
  const out = outbox(web, app.log, stop.signal)
  const oops = (error: unknown) =>
    app.log.error({ platform: 'slack', error: describeFailure(error), stack: stackOf(error) }, 'A Slack event failed.')
  const work = busy(AT_ONCE, oops)
  const prompt = busy(Number.POSITIVE_INFINITY, oops)
  const desk: Desk = {
    app,
    web,
    env,
    identity,
    spelling: await spelling(identity.team, env.SLACK_COMMAND_PREFIX, identity.name, app.memo, Date.now),
    manages: permissions(web, app.log),
    send: answering(app, web, out, stop.signal),
    busy: work,
    prompt,
  }
  const receiver = receive(env, app, signal)
  const bolt = boltApp(receiver, identity, env, app)
  await bolt.init()
  listen(bolt, desk, oops)
  await receiver.start()
  if (signal?.aborted) {
    await receiver.stop()
    signal.throwIfAborted()
  }
  app.log.info({ platform: 'slack', team: identity.team, bot: identity.name }, 'Slack is connected.')
  return {
    ...delivery(web, out, app.memo),
    spell: desk.spelling.inChannel,
    async close() {
      await receiver.stop()
      const until = Date.now() + LAST_WORDS
      // What is read becomes work, and work becomes something to send.
      for (const each of [prompt, work, prompt]) await each.idle(until - Date.now())
      stop.abort()
    },
  }
}

function receive(env: Settings, app: App, signal: AbortSignal | undefined): Receiver {
  return env.SLACK_APP_TOKEN
    ? socketLines(env.SLACK_APP_TOKEN, clientOptions(env, app.log), app.log, signal)
    : httpListener(env.SLACK_SIGNING_SECRET ?? '', env, app.log)
}

/** Bolt as dispatcher alone: who we are is known already, so no event costs a call, and none can fail on one. */
function boltApp(receiver: Receiver, identity: Identity, env: Settings, app: App): Bolt {
  const { bot, user, team } = identity
  const botToken = env.SLACK_BOT_TOKEN ?? ''
  return new Bolt({
    receiver,
    authorize: async () => ({ botToken, botId: bot, botUserId: user, teamId: team }),
    convoStore: false,
    logger: slackLog(app.log),
    clientOptions: clientOptions(env, app.log),
    deferInitialization: true,
  })
}

const stackOf = (error: unknown): string | undefined =>
  error instanceof Error ? error.stack?.split('\n').slice(0, 6).join('\n') : undefined
