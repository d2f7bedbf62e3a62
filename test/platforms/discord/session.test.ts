import { describe, expect, it, onTestFinished } from 'vitest'
import { reply, text } from '#core/reply.ts'
import discordPlatform from '#platforms/discord/index.ts'
import { startDiscord } from '../../fakes/discord/discord.ts'
import { type Interaction, wordsOf } from '../../fakes/discord/interaction.ts'
import { eventually } from '../../fakes/eventually.ts'
import { startBot } from './bot.ts'

const GUILDS = 1 << 0
const GUILD_MESSAGES = 1 << 9
const DIRECT_MESSAGES = 1 << 12
const fail = (why: string): never => {
  throw new Error(why)
}

describe('settings', () => {
  const env = (given: object) => discordPlatform.env.safeParse(given)

  it('leave Discord out when there is no token', () => {
    const parsed = env({}).data ?? fail('not optional')
    expect(discordPlatform.wanted(parsed)).toBe(false)
    expect(discordPlatform.wanted({ ...parsed, DISCORD_TOKEN: 'a.b.c' })).toBe(true)
  })

  it('refuse a token that cannot be one, without repeating it', () => {
    const refused = env({ DISCORD_TOKEN: 'Bot secret', DISCORD_API_URL: 'ftp://x', DISCORD_GUILD_ID: 'mine' }).error
    expect(refused?.issues.map(({ path }) => path[0])).toEqual(['DISCORD_TOKEN', 'DISCORD_API_URL', 'DISCORD_GUILD_ID'])
    expect(JSON.stringify(refused?.issues)).not.toContain('secret')
  })
})

describe('a token', () => {
  const faultsOf = (given: object) =>
    discordPlatform.env.safeParse(given).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  const parts = (...lengths: readonly number[]) => lengths.map((length) => 'h'.repeat(length)).join('.')

  it.each([
    ['an application id', '123456789012345678', 'DISCORD_TOKEN: holds an application id, not the bot token'],
    ['a public key', '0f'.repeat(32), 'DISCORD_TOKEN: holds a public key, not the bot token'],
    ['a client secret', 'h'.repeat(32), 'DISCORD_TOKEN: holds a client secret, not the bot token'],
    [
      'the word of a header',
      `Bot ${parts(24, 6, 38)}`,
      'DISCORD_TOKEN: has a word in front of the token; leave it out',
    ],
    ['dots of a placeholder', 'hhh…', 'DISCORD_TOKEN: holds a blank or a character that no bot token has'],
    ['a part of one', parts(24, 6), expect.stringMatching(/^DISCORD_TOKEN: is not a whole bot token/)],
    ['a token cut at its end', parts(24, 6, 12), expect.stringMatching(/^DISCORD_TOKEN: is not a whole bot token/)],
  ])('is refused before Discord is asked where it is %s', (_, DISCORD_TOKEN, fault) => {
    expect(faultsOf({ DISCORD_TOKEN })).toEqual([fault])
    expect(JSON.stringify(faultsOf({ DISCORD_TOKEN }))).not.toMatch(/hhh|123456|0f0f/)
  })

  it('is taken as Discord gives it out, and as it comes where something else stands in for Discord', () => {
    expect(faultsOf({ DISCORD_TOKEN: parts(26, 6, 38) })).toBeUndefined()
    expect(faultsOf({ DISCORD_TOKEN: 'any', DISCORD_API_URL: 'http://127.0.0.1:9' })).toBeUndefined()
  })
})

describe('connecting', () => {
  it('asks for no privileged intent', async () => {
    const { discord } = await startBot()
    expect(discord.gateway.intents).toEqual([GUILDS | GUILD_MESSAGES | DIRECT_MESSAGES])
  })

  it('says in one sentence that the token is wrong, and not what it is', async () => {
    const refused = await startBot({ token: 'wrong.token.here' }).catch((error: unknown) => error)
    expect(refused).toMatchObject({
      name: 'Problem',
      message:
        'Discord refused the bot token (DISCORD_TOKEN). Copy it again from Developer Portal → Bot → Reset Token.',
    })
    expect(String(refused)).not.toContain('wrong.token')
  })

  it.each([
    [4004, 'bot token'],
    [4014, 'intents'],
  ])('says what to do when the gateway refuses with code %i', async (code, what) => {
    const discord = await startDiscord({ refuseWith: code })
    onTestFinished(() => discord.stop())
    const refused = await startBot({ discord }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ name: 'Problem', message: expect.stringContaining(what) })
  })

  it('goes on trying while Discord is down, and answers as soon as it is up', async () => {
    const down = await startDiscord()
    await down.stop()
    const { log } = await startBot({ discord: down })
    expect(log.map(({ sentence }) => sentence)).toContainEqual(
      expect.stringMatching(/^Discord: not reachable, trying again\. If this goes on, check/),
    )
    const up = await startDiscord({ port: down.port })
    onTestFinished(() => up.stop())
    await eventually(() => expect(log.map(({ sentence }) => sentence)).toContain('Discord: connected'))
    const interaction = up.slash('help')
    await eventually(() => expect(interaction.original).toBeDefined())
  })

  it('gets through errors at the first steps', async () => {
    const discord = await startDiscord()
    onTestFinished(() => discord.stop())
    discord.fail({ match: /gateway/, times: 6, status: 503 })
    const { log } = await startBot({ discord })
    await eventually(() => expect(log.map(({ sentence }) => sentence)).toContain('Discord: connected'))
  })
})

describe('staying connected', () => {
  const WATCH = { watchEvery: 20, unreadyFor: 1000 }

  it('survives a dropped gateway connection', async () => {
    const { discord } = await startBot({ tempo: WATCH })
    discord.gateway.close(4000)
    const sent: Interaction[] = []
    // What is sent while nobody is connected is lost, as with Discord.
    await eventually(() => {
      sent.push(discord.slash('help'))
      return sent.find(({ original }) => original) ?? fail('deaf')
    })
  })

  it('notices when a RESUME is never answered, and begins a new session', async () => {
    const { discord, log } = await startBot({ tempo: WATCH })
    discord.gateway.swallowResumes()
    discord.gateway.close(4000)
    await eventually(() => expect(discord.gateway.identified()).toBeGreaterThan(1))
    expect(log.map(({ sentence }) => sentence)).toContain('Discord: connecting anew')
    await eventually(() =>
      expect(log.filter(({ sentence }) => sentence === 'Discord: connected').length).toBeGreaterThan(1),
    )
    const interaction = discord.slash('help')
    expect(wordsOf((await eventually(() => interaction.original ?? fail('deaf'))).body)).toBe('All there is')
  })

  it('connects anew after Discord closed the gateway for good', async () => {
    const { discord, log } = await startBot()
    discord.gateway.close(4004)
    await eventually(() => expect(discord.gateway.identified()).toBe(2))
    expect(log.map(({ facts }) => facts)).toContainEqual({ reason: 'Discord closed the gateway with code 4004' })
  })
})

describe('closing', () => {
  it('lets an answer under way arrive, and tells newcomers to come back', async () => {
    const gate = Promise.withResolvers<void>()
    const { asked, discord, connection } = await startBot({
      answer: async () => {
        await gate.promise
        return reply(text('Just in time'))
      },
    })
    const early = discord.slash('help')
    await eventually(() => expect(asked).toHaveLength(1))
    const closed = connection.close()
    const late = discord.slash('help')
    const told = await eventually(() => late.original ?? fail('nothing said'))
    expect([wordsOf(told.body), told.ephemeral]).toEqual([
      'The bot is being restarted. Please try again in a minute.',
      true,
    ])
    gate.resolve()
    await closed
    expect(wordsOf(early.original?.body ?? fail('lost'))).toBe('Just in time')
    expect(discord.violations).toEqual([])
  })

  it('does not wait for a Discord that is down', async () => {
    const down = await startDiscord()
    await down.stop()
    const { connection } = await startBot({ discord: down, tempo: { retryFirst: 600_000, retryMost: 600_000 } })
    await connection.close()
  })

  it('does not wait for ever', async () => {
    const { asked, discord, connection, log } = await startBot({
      tempo: { closeWithin: 50 },
      answer: () => new Promise(() => undefined),
    })
    discord.slash('help')
    await eventually(() => expect(asked).toHaveLength(1))
    await connection.close()
    expect(log.map(({ facts }) => facts)).toContainEqual({ left: 1 })
  })
})
