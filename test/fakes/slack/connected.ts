import { afterEach } from 'vitest'
import type { Connection } from '#platform.ts'
import { connect } from '#platforms/slack/connect.ts'
import { type Settings, settings } from '#platforms/slack/settings.ts'
import { fakeApp } from './app.ts'
import { people } from './people.ts'
import { startSlack } from './slack.ts'

const open: (() => Promise<void>)[] = []

/** Closes in a test's own file whatever it opened. */
export function closeAfterEach() {
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close()
  })
}

export async function slackAlone(options: Parameters<typeof startSlack>[0] = {}) {
  const slack = await startSlack(options)
  open.push(slack.close)
  return slack
}

export function envOf(slack: { botToken: string; appToken: string; apiUrl: string }, more: Partial<Settings> = {}) {
  const { botToken, appToken, apiUrl } = slack
  return settings.parse({
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: apiUrl,
    ...more,
  })
}

/** Slack with the bot in it, over Socket Mode; both are closed after the test. */
export async function withBot(
  options: { env?: Partial<Settings>; slack?: Awaited<ReturnType<typeof startSlack>> } & Parameters<
    typeof fakeApp
  >[0] = {},
) {
  const slack = options.slack ?? (await slackAlone())
  const app = fakeApp(options)
  const connection: Connection = await connect(app.app, envOf(slack, options.env))
  open.push(() => connection.close())
  return { slack, ...app, connection, ask: people(slack) }
}
