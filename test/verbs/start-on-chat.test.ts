import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import { startDiscord } from '../fakes/discord/discord.ts'
import { CHANNEL, TOKEN } from '../fakes/discord/payloads.ts'
import { start, until } from '../fakes/process.ts'
import { startSlack } from '../fakes/slack/slack.ts'

// Each starts the whole program, with both SDKs.
vi.setConfig({ testTimeout: 60_000 })

async function bothSides() {
  const [discord, slack] = [await startDiscord(), await startSlack()]
  onTestFinished(() => discord.stop())
  onTestFinished(() => slack.close())
  return { discord, slack }
}

const discordEnv = ({ api }: { api: string }) => ({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: api })
const slackEnv = ({ apiUrl, botToken, appToken }: { apiUrl: string; botToken: string; appToken: string }) => ({
  SLACK_BOT_TOKEN: botToken,
  SLACK_APP_TOKEN: appToken,
  SLACK_API_URL: apiUrl,
})

/** A far end that takes connections and says nothing. */
async function silence(): Promise<number> {
  const server = createServer(() => {}).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

it('goes on with Discord when Slack refuses the app-level token, and says so in one line', async () => {
  const { discord, slack } = await bothSides()
  const { child, seen, finished } = start([], {
    ...discordEnv(discord),
    ...slackEnv(slack),
    SLACK_APP_TOKEN: 'xapp-other',
  })
  await until(
    () => seen.err.includes('Answering on discord'),
    () => seen.err,
  )
  const asked = discord.slash('help')
  await until(
    () => asked.response !== undefined,
    () => seen.err,
  )
  expect(seen.err.match(/"level":50/g)).toHaveLength(1)
  expect(seen.err).toContain('Slack refused the app-level token (SLACK_APP_TOKEN).')
  child.kill('SIGTERM')
  expect(await finished).toMatchObject({ code: 0, err: expect.not.stringMatching(/\n\s+at /) })
})

it('says that it answers on Discord once it does, not while Discord is out of reach', async () => {
  const { discord, slack } = await bothSides()
  const { api } = discord
  await discord.stop()
  const { child, seen, finished } = start([], { ...discordEnv({ api }), ...slackEnv(slack) })
  await until(
    () => seen.err.includes('Answering on slack') && seen.err.includes('Discord: not reachable'),
    () => seen.err,
  )
  child.kill('SIGTERM')
  expect(await finished).toMatchObject({ code: 0, err: expect.not.stringContaining('Answering on discord') })
})

it('logs a packet that the SDK cannot take, with a reference, and goes on', async () => {
  const { discord } = await bothSides()
  const { child, seen, finished } = start([], discordEnv(discord))
  await until(
    () => seen.err.includes('Answering on discord'),
    () => seen.err,
  )
  discord.gateway.dispatch('MESSAGE_CREATE', { id: '1', channel_id: CHANNEL, author: null })
  await until(
    () => /"reference":"\w{8}".*The bot goes on without it/.test(seen.err),
    () => seen.err,
  )
  const asked = discord.slash('help')
  await until(
    () => asked.response !== undefined,
    () => seen.err,
  )
  child.kill('SIGTERM')
  expect((await finished).code).toBe(0)
})

it('leaves quietly when it is asked to while it connects to places that do not answer', async () => {
  const port = await silence()
  const { child, seen, finished } = start([], {
    ...discordEnv({ api: `http://127.0.0.1:${port}/api` }),
    ...slackEnv({ apiUrl: `http://127.0.0.1:${port}/api/`, botToken: 'xoxb-field', appToken: 'xapp-field' }),
    LOG_LEVEL: 'debug',
  })
  await until(
    () => seen.err.includes('Connecting to discord and slack.'),
    () => seen.err,
  )
  child.kill('SIGTERM')
  const { code, err } = await finished
  expect(code).toBe(0)
  expect(err).not.toMatch(/"level":[45]0/)
})
