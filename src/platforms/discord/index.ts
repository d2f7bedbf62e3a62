import { z } from 'zod'
import { parseLine } from '#core/line.ts'
import { platform } from '#platform.ts'
import { render } from './render.ts'
import { TEMPO } from './tempo.ts'

/** A token goes into a header as it is: letters beyond ASCII or a blank inside mean a bad paste. */
const TOKEN = /^[\x21-\x7E]+$/

export default platform({
  env: z.object({
    DISCORD_TOKEN: z
      .string()
      .trim()
      .regex(TOKEN, 'holds a blank or a character that no bot token has')
      .optional()
      .describe('Bot token from Developer Portal → Bot → Reset Token. Without it the bot does not go to Discord')
      .meta({ example: 'three groups of letters and digits with dots between them' }),
    DISCORD_API_URL: z
      .url({ protocol: /^https?$/, error: 'should be an http or https address' })
      .default('https://discord.com/api')
      .describe('Where Discord’s API is; for a proxy or a test')
      .meta({ example: 'https://discord.com/api' }),
    DISCORD_GUILD_ID: z
      .string()
      .trim()
      .regex(/^\d{15,21}$/, 'should be the number of a server: Copy Server ID in its menu, with developer mode on')
      .optional()
      .describe('Registers the commands in this one server only, to try them; without it, in every server')
      .meta({ example: '123456789012345678' }),
  }),
  wanted: (env) => env.DISCORD_TOKEN !== undefined,
  render: (reply, spell) => render(reply, spell),
  async connect(app, { DISCORD_TOKEN: token = '', DISCORD_API_URL: api, DISCORD_GUILD_ID: guild }, signal) {
    // discord.js is most of a second in loading and 50 MB in memory: only for those who use it.
    const { connectDiscord } = await import('./session.ts')
    return connectDiscord(app, { token, api: api.replace(/\/+$/, ''), guild }, parseLine, TEMPO, signal)
  },
})
