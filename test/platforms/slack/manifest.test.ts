import { describe, expect, it } from 'vitest'
import { buildManifest } from '#platforms/slack/manifest.ts'
import { ownName, spelling } from '#platforms/slack/spelling.ts'
import { COMMANDS } from '../../fakes/slack/app.ts'

const DAY = 24 * 60 * 60 * 1000

describe('the app manifest', () => {
  it('has /onrecord and a name for each command that Slack does not keep for itself', () => {
    const { slash_commands } = buildManifest(COMMANDS).features
    expect(slash_commands.map(({ command, usage_hint }) => [command, usage_hint])).toEqual([
      ['/onrecord', 'quote Rahr about Hungary'],
      ['/quote', 'expert [about:…]'],
      ['/brief', '[about:…]'],
      ['/tune', 'mode times [late:…]'],
      ['/digest', 'list | pause'],
    ])
  })
  it('gives every command a name of its own under a prefix', () => {
    const names = buildManifest(COMMANDS, { prefix: 'onr-' }).features.slash_commands.map(({ command }) => command)
    expect(names).toEqual([
      '/onrecord',
      '/onr-quote',
      '/onr-brief',
      '/onr-search',
      '/onr-help',
      '/onr-tune',
      '/onr-digest',
    ])
  })
  it('turns Socket Mode on, or sends every request to the address given', () => {
    const socket = buildManifest(COMMANDS)
    expect(socket.settings.socket_mode_enabled).toBe(true)
    expect(JSON.stringify(socket)).not.toContain('http')
    const http = buildManifest(COMMANDS, { url: 'https://bot.example.com' })
    expect(http.settings.socket_mode_enabled).toBe(false)
    expect(JSON.stringify(http).match(/https:\/\/bot\.example\.com\/slack\/events/g)).toHaveLength(8)
  })
  it('asks for no more than it uses', () => {
    const { oauth_config, settings } = buildManifest(COMMANDS)
    expect(oauth_config.scopes.bot).not.toContain('channels:write')
    expect(settings.event_subscriptions.bot_events).toEqual(['app_home_opened', 'app_mention', 'message.im'])
  })
})

describe('the spelling of a command', () => {
  const memoOf = (map: Map<string, string>) => ({
    get: async (key: string) => map.get(key),
    set: async (key: string, value: string) => void map.set(key, value),
  })
  it('never takes a name that is Slack’s own or cannot be one', () => {
    expect(ownName('search', '')).toBeUndefined()
    expect(ownName('search', 'x-')).toBe('x-search')
    expect(ownName('digest add', '')).toBe('digest')
    expect(ownName('onrecord', '')).toBeUndefined()
    expect(ownName('Ünder', '')).toBeUndefined()
    expect(ownName('a'.repeat(40), '')).toBeUndefined()
  })
  it('uses a name that has worked, in this workspace alone, across restarts, and not for ever', async () => {
    const map = new Map<string, string>()
    let now = 1000 * DAY
    const first = await spelling('T1', '', 'onrecord', memoOf(map), () => now)
    expect(first.inChannel('quote Venn')).toBe('/onrecord quote Venn')
    await first.saw('quote')
    const restarted = await spelling('T1', '', 'onrecord', memoOf(map), () => now)
    expect(restarted.inChannel('quote Venn')).toBe('/quote Venn')
    expect(restarted.inChannel('digest list')).toBe('/onrecord digest list')
    const elsewhere = await spelling('T2', '', 'onrecord', memoOf(map), () => now)
    expect(elsewhere.inChannel('quote Venn')).toBe('/onrecord quote Venn')
    now += 31 * DAY
    expect(restarted.inChannel('quote Venn')).toBe('/onrecord quote Venn')
  })
  it('survives a memo that holds something else', async () => {
    const odd = await spelling('T1', '', 'onrecord', memoOf(new Map([['slack.names.T1', '[']])), () => 0)
    expect(odd.inChannel('quote')).toBe('/onrecord quote')
  })
})
