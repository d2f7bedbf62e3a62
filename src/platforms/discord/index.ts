import { z } from 'zod'
import { parseLine } from '#core/line/parse-line.ts'
import { platform } from '#platform.ts'
import { render } from './render.ts'
import { TEMPO } from './tempo.ts'
import { isTokenOfDiscord, tokenFault } from './token-fault.ts'

const DISCORD = 'https://discord.com/api'

export default platform({
  env: z
    .object({
      DISCORD_TOKEN: z
        .string()
        .trim()
        .check(({ value, issues }) => {
          const message = tokenFault(value)
          if (message !== undefined) issues.push({ code: 'custom', input: undefined, message })
        })
        .optional()
        .describe('Bot token from Developer Portal → Bot → Reset Token. Without it the bot does not go to Discord')
        .meta({ example: 'three groups of letters and digits with dots between them' }),
      DISCORD_API_URL: z
        .url({ protocol: /^https?$/, error: 'should be an http or https address' })
        .default(DISCORD)
        .describe('Where Discord’s API is; for a proxy or a test')
        .meta({ example: DISCORD }),
      DISCORD_GUILD_ID: z
        .string()
        .trim()
        .regex(/^\d{15,21}$/, 'should be the number of a server: Copy Server ID in its menu, with developer mode on')
        .optional()
        .describe('Registers the commands in this one server only, to try them; without it, in every server')
        .meta({ example: '123456789012345678' }),
    })
    .check(({ value: { DISCORD_TOKEN: token, DISCORD_API_URL: api }, issues }) => {
      // What stands in for Discord may have tokens of its own.
      if (api !== DISCORD || token === undefined || tokenFault(token) !== undefined || isTokenOfDiscord(token)) return
      const message = 'is not a whole bot token: it has three parts with dots between, 70 characters and more'
      issues.push({ code: 'custom', input: undefined, path: ['DISCORD_TOKEN'], message })
    }),
  wanted: (env) => env.DISCORD_TOKEN !== undefined,
  channels: {
    form: /^discord\/\d+\/\d+$/,
    hint: 'Write discord/SERVER/CHANNEL with both numbers: in a browser, discord.com/channels/1234/5678 is discord/1234/5678.',
  },
  render: (reply, spell) => render(reply, spell),
  async connect(app, { DISCORD_TOKEN: token = '', DISCORD_API_URL: api, DISCORD_GUILD_ID: guild }, signal) {
    // discord.js is most of a second in loading and 50 MB in memory: only for those who use it.
    const { connectDiscord } = await import('./session.ts')
    return connectDiscord(app, { token, api: api.replace(/\/+$/, ''), guild }, parseLine, TEMPO, signal)
  },
})
