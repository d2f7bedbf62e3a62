import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { HTTPReceiver, type Receiver } from '@slack/bolt'
import { Problem } from '#core/problem.ts'
import { systemCode } from '#core/system-code.ts'
import type { Log } from '#platform.ts'
import type { Settings } from './settings.ts'
import { slackLog } from './slack-log.ts'

export const ENDPOINT = '/slack/events'

/** Takes Slack's signed requests on one port; Bolt checks signature and age. */
export function httpListener(signingSecret: string, env: Settings, log: Log): Receiver {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: [ENDPOINT], logger: slackLog(log) })
  let server: Server | undefined
  return {
    init: (app) => receiver.init(app),
    async start() {
      try {
        server = await receiver.start({ port: env.SLACK_PORT, host: env.SLACK_HOST })
      } catch (error) {
        throw new Problem(
          `The port for Slack’s requests, ${env.SLACK_HOST}:${env.SLACK_PORT}, cannot be opened: ${systemCode(error) ?? 'it failed to open'}.`,
          { hint: 'Set SLACK_PORT to a free port, or use Socket Mode (SLACK_APP_TOKEN).', cause: error },
        )
      }
    },
    async stop() {
      if (!server) return
      const closed = receiver.stop()
      server.closeIdleConnections()
      await Promise.race([closed, sleep(2000)])
      server?.closeAllConnections()
    },
  }
}
