import { readSettings } from '#config.ts'
import type { Command } from '#core/command.ts'
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
    const at = words.indexOf('--url')
    const url = at === -1 ? undefined : words[at + 1]
    const settings = { ...(typeof prefix === 'string' && { prefix }), ...(url !== undefined && { url }) }
    output.write(`${JSON.stringify(buildManifest(commands, settings), null, 2)}\n`)
    return 0
  },
})
