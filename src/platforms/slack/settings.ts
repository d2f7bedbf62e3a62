import { z } from 'zod'

export const settings = z
  .object({
    SLACK_BOT_TOKEN: z
      .string()
      .optional()
      .describe('Bot token. api.slack.com/apps → your app → OAuth & Permissions. Slack is off without it')
      .meta({ example: 'xoxb-…' }),
    SLACK_APP_TOKEN: z
      .string()
      .optional()
      .describe(
        'App-level token with connections:write, for Socket Mode: no public address needed. Basic Information → App-Level Tokens',
      )
      .meta({ example: 'xapp-…' }),
    SLACK_SIGNING_SECRET: z
      .string()
      .optional()
      .describe(
        'Instead of the app-level token: Slack sends its requests to SLACK_PORT, signed with this. Basic Information → Signing Secret',
      )
      .meta({ example: '0123456789abcdef0123456789abcdef' }),
    SLACK_PORT: z.coerce
      .number('should be a port from 1 to 65535')
      .int('should be a port from 1 to 65535')
      .min(1, 'should be a port from 1 to 65535')
      .max(65_535, 'should be a port from 1 to 65535')
      .default(3001)
      .describe('Port for Slack’s requests when SLACK_SIGNING_SECRET is used, at the path /slack/events')
      .meta({ example: '3001' }),
    SLACK_HOST: z
      .string()
      .default('127.0.0.1')
      .describe('Address that port is opened on; a reverse proxy in front of it brings TLS')
      .meta({ example: '127.0.0.1' }),
    SLACK_API_URL: z
      .url({ protocol: /^https?$/, error: 'should be an http or https address' })
      .optional()
      .describe('Another address of Slack’s Web API, for a proxy or a test')
      .meta({ example: 'https://slack.com/api/' }),
    SLACK_COMMAND_PREFIX: z
      .string()
      .regex(/^[a-z0-9_-]{0,20}$/, 'should be at most 20 of a–z, 0–9, _ and -')
      .default('')
      .describe('Put before each command’s own slash name, when another app has taken the bare names')
      .meta({ example: 'onr-' }),
  })
  .check(({ value, issues }) => {
    for (const [name, message] of faults(value))
      issues.push({ code: 'custom', input: undefined, path: [name], message })
  })

export type Settings = z.output<typeof settings>

type Fault = readonly [setting: keyof Settings, message: string]

/** What cannot be right before Slack is asked, by the tokens' beginnings; swapped ones are the commonest mistake. */
function* faults(env: Settings): Generator<Fault> {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = env
  if (bot && !app && !secret)
    yield ['SLACK_APP_TOKEN', 'is needed beside SLACK_BOT_TOKEN, or else SLACK_SIGNING_SECRET for HTTP']
  if (!bot && (app || secret)) {
    yield ['SLACK_BOT_TOKEN', `is needed beside ${app ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET'}`]
    return
  }
  if (bot?.startsWith('xapp-') && app?.startsWith('xoxb-')) {
    yield ['SLACK_BOT_TOKEN', 'is swapped with SLACK_APP_TOKEN: each holds the other’s token']
    return
  }
  // With token rotation on, a bot's token begins with xoxe.xoxb-.
  if (bot && !/^(?:xoxe\.)?xoxb-/.test(bot)) yield ['SLACK_BOT_TOKEN', `${kindOf(bot)} should begin with xoxb-`]
  else if (bot && isCut(bot, env)) yield ['SLACK_BOT_TOKEN', CUT]
  if (app && !app.startsWith('xapp-')) yield ['SLACK_APP_TOKEN', `${kindOf(app)} should begin with xapp-`]
  else if (app && isCut(app, env)) yield ['SLACK_APP_TOKEN', CUT]
  if (secret && /^(?:xoxe\.)?x[a-z]{3}-/.test(secret))
    yield ['SLACK_SIGNING_SECRET', `${kindOf(secret)} should be 32 digits and letters from a to f`]
  else if (secret && isSlacks(env) && !/^[\da-f]{32}$/i.test(secret))
    yield ['SLACK_SIGNING_SECRET', 'is no signing secret, which is 32 digits and letters from a to f']
}

const CUT = 'is not a whole token: parts of it are missing, or something is in it that is none of it'

/** Slack's own tokens are 50 characters and more; what stands in for Slack may have others. */
const isCut = (token: string, env: Settings): boolean =>
  !/^[\w.-]+$/.test(token) || (isSlacks(env) && token.length < 40)

const isSlacks = ({ SLACK_API_URL: api }: Settings): boolean => api === undefined || new URL(api).host === 'slack.com'

function kindOf(token: string): string {
  const kinds = { 'xoxb-': 'a bot token', 'xapp-': 'an app-level token', 'xoxp-': 'a person’s token' }
  const kind = Object.entries(kinds).find(([start]) => token.startsWith(start))?.[1]
  return kind === undefined ? 'holds no Slack token; it' : `holds ${kind}; it`
}
