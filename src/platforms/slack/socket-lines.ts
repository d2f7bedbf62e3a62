import { setTimeout as sleep } from 'node:timers/promises'
import { type Receiver, SocketModeReceiver } from '@slack/bolt'
import type { WebClientOptions } from '@slack/web-api'
import { Problem } from '#core/problem.ts'
import type { Log } from '#platform.ts'
import { describeFailure } from './failure.ts'
import { slackLog } from './slack-log.ts'

/** Slack renews each connection every few hours; with two, one is up while the other is renewed. */
const LINES = 2
const HELLO = 20_000
const FIRST_WAIT = 500
const LONGEST_WAIT = 60_000

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
export function socketLines(appToken: string, options: WebClientOptions, log: Log): Receiver {
  const receivers = Array.from(
    { length: LINES },
    () =>
      new SocketModeReceiver({
        appToken,
        autoReconnectEnabled: false,
        logger: slackLog(log),
        installerOptions: { clientOptions: options },
      }),
  )
  const stop = new AbortController()
  return {
    init: (app) => receivers.forEach((receiver) => void receiver.init(app)),
    async start() {
      const [first, ...others] = receivers.map((receiver) => holdLine(receiver, log, stop.signal))
      await first?.up
      for (const other of others) other.up.catch(() => {})
    },
    async stop() {
      stop.abort()
      await Promise.race([Promise.all(receivers.map((receiver) => receiver.client.disconnect())), sleep(2000)])
    },
  }
}

/** Keeps one connection up until stopped. `up` settles with the first one, or fails on what only a person can mend. */
function holdLine(receiver: SocketModeReceiver, log: Log, signal: AbortSignal): { up: Promise<void> } {
  const first = Promise.withResolvers<void>()
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
        failures++
        const code = describeFailure(error)
        const sentence = UNMENDABLE[code]
        if (sentence !== undefined && !wasUp) return first.reject(new Problem(sentence, { cause: error }))
        log.error({ platform: 'slack', code, failures }, sentence ?? 'Slack cannot be reached; trying again.')
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
