import { setTimeout as sleep } from 'node:timers/promises'
import { type Receiver, SocketModeReceiver } from '@slack/bolt'
import type { WebClientOptions } from '@slack/web-api'
import { Problem } from '#core/problem.ts'
import type { Log } from '#platform.ts'
import { describeFailure } from './failure.ts'
import { NOT_REACHABLE } from './not-reachable.ts'
import { slackLog } from './slack-log.ts'

/** How long a closing line waits for Slack to say goodbye. */
const GOODBYE = 500
/** Slack renews each connection every few hours; with two, one is up while the other is renewed. */
const LINES = 2
const HELLO = 20_000
const FIRST_WAIT = 500
const LONGEST_WAIT = 60_000

/** Lines of the SDK about a connection that failed: what they say is said here, once and with what to do. */
const OURS_TO_SAY = /^Failed to retrieve a new WSS URL|^WebSocket error/
/** What only a person can mend, by Slack's code. Anything else passes. */
const UNMENDABLE: Readonly<Record<string, string>> = {
  invalid_auth:
    'Slack refused the app-level token (SLACK_APP_TOKEN). Copy it again from Basic Information → App-Level Tokens.',
  not_allowed_token_type:
    'SLACK_APP_TOKEN is not an app-level token. It should begin with xapp-; make one in Basic Information → App-Level Tokens.',
  missing_scope: 'The app-level token (SLACK_APP_TOKEN) lacks the scope connections:write. Make a new one that has it.',
  link_disabled: 'Socket Mode is off for this Slack app. Turn it on under Settings → Socket Mode.',
  account_inactive: 'The Slack app of SLACK_APP_TOKEN is no longer installed. Install it again.',
}

/**
 * Socket Mode without the SDK's own reconnecting, which waits 5 s before each try with nobody listening,
 * ends the process on `invalid_auth`, and hammers Slack on `link_disabled`.
 */
export function socketLines(appToken: string, options: WebClientOptions, log: Log, signal?: AbortSignal): Receiver {
  const stop = new AbortController()
  const receivers = Array.from(
    { length: LINES },
    () =>
      new SocketModeReceiver({
        appToken,
        autoReconnectEnabled: false,
        logger: slackLog(log, { hushed: (line) => stop.signal.aborted || OURS_TO_SAY.test(line) }),
        installerOptions: { clientOptions: options },
      }),
  )
  for (const { client } of receivers) {
    // The SDK goes on to open the socket whose address it was asking for; thrown here, that is where it ends.
    client.on('connecting', () => stop.signal.throwIfAborted())
  }
  const close = async () => {
    stop.abort()
    const goodbyes = receivers.map(({ client }) => client.disconnect())
    const late = await Promise.race([Promise.all(goodbyes), sleep(GOODBYE, 'late')])
    // Asked a second time, the SDK hangs up without waiting for an answer; alone it would wait for 30 s.
    if (late === 'late') for (const { client } of receivers) void client.disconnect()
  }
  return {
    init: (app) => receivers.forEach((receiver) => void receiver.init(app)),
    async start() {
      const giveUp = () => void close()
      signal?.addEventListener('abort', giveUp, { once: true })
      const lines = receivers.map((receiver) => holdLine(receiver, log, stop.signal))
      // All fail for the same reason, at any time: one is told about, and the rest are not left to the process.
      for (const { up } of lines) up.catch(() => {})
      try {
        await lines[0]?.up
      } catch (error) {
        await close()
        throw error
      } finally {
        signal?.removeEventListener('abort', giveUp)
      }
    },
    stop: close,
  }
}

/** Keeps one connection up until stopped. `up` settles with the first one, or fails on what only a person can mend. */
function holdLine(receiver: SocketModeReceiver, log: Log, signal: AbortSignal): { up: Promise<void> } {
  const first = Promise.withResolvers<void>()
  signal.addEventListener('abort', () => first.resolve(), { once: true })
  const hold = async () => {
    let wasUp = false
    for (let failures = 0; !signal.aborted; ) {
      const lost = new Promise<void>((resolve) => receiver.client.once('disconnected', () => resolve()))
      try {
        await connect(receiver)
        if (wasUp) log.info({ platform: 'slack' }, 'Slack is connected again.')
        wasUp = true
        failures = 0
        first.resolve()
        await lost
      } catch (error) {
        if (signal.aborted) break
        failures++
        const code = describeFailure(error)
        const sentence = UNMENDABLE[code]
        if (sentence !== undefined && !wasUp) return first.reject(new Problem(sentence, { cause: error }))
        log.error({ platform: 'slack', code, failures }, sentence ?? NOT_REACHABLE)
        const wait = sentence === undefined ? FIRST_WAIT * 2 ** Math.min(failures - 1, 10) : LONGEST_WAIT
        await sleep(Math.min(wait, LONGEST_WAIT), undefined, { signal }).catch(() => {})
      }
    }
    first.resolve()
  }
  void hold()
  return { up: first.promise }
}

/** Up when Slack has said hello; a socket that opens and stays silent is given up. */
async function connect(receiver: SocketModeReceiver): Promise<void> {
  const late = new AbortController()
  const timeout = sleep(HELLO, undefined, { signal: late.signal }).then(() => {
    void receiver.client.disconnect()
    throw new Error('Slack did not say hello')
  })
  timeout.catch(() => {})
  try {
    await Promise.race([receiver.client.start(), timeout])
  } finally {
    late.abort()
  }
}
