import { readSettings } from '#config.ts'
import type { Command } from '#core/command.ts'
import { Problem } from '#core/problem.ts'
import { discover } from '#discover.ts'
import type { Platform } from '#platform.ts'
import { buildManifest } from '#platforms/slack/manifest.ts'
import { verb } from '#verb.ts'

export default verb({
  summary: 'Prints the Slack app manifest for the commands there are; --url ADDRESS for HTTP instead of Socket Mode',
  usage: 'manifest [--url ADDRESS]',
  async run(words, { env, output }) {
    const commands = await discover<Command>(new URL('../../commands/', import.meta.url), { deep: true })
    const slack = await discover<Platform>(new URL('../platforms/', import.meta.url))
    const prefix = readSettings(env, slack).platforms.get('slack')?.['SLACK_COMMAND_PREFIX']
    const url = addressIn(words)
    const settings = { ...(typeof prefix === 'string' && { prefix }), ...(url !== undefined && { url }) }
    output.write(`${JSON.stringify(buildManifest(commands, settings), null, 2)}\n`)
    return 0
  },
})

/** `--url ADDRESS` or `--url=ADDRESS`, and nothing else. */
function addressIn(words: readonly string[]): string | undefined {
  const [option, address, ...more] = words.flatMap((word) => word.split(/(?<=^--url)=/))
  if (option === undefined) return undefined
  if (option === '--url' && more.length === 0 && address !== undefined && URL.canParse(address)) {
    if (/^https:/.test(address)) return address
    if (/^http:/.test(address)) {
      throw new Problem('Slack sends its requests to https:// addresses alone.', {
        hint: 'Give the address of the TLS proxy in front of the bot; or leave --url out, and Slack needs no address (Socket Mode).',
      })
    }
  }
  throw new Problem('manifest takes --url and the address that Slack is to send its requests to, or nothing.', {
    hint: 'For example: npm run -s onrecord -- manifest --url https://onrecord.example',
  })
}
