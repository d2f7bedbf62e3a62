import { afterEach, describe, expect, it } from 'vitest'
import { reply, text, whisper } from '#core/reply.ts'
import { wordsOf } from '../../fakes/discord/interaction.ts'
import { ASKER, BOT, CHANNEL, NO_HISTORY, READ_ONLY } from '../../fakes/discord/payloads.ts'
import { eventually } from '../../fakes/eventually.ts'
import { type Bot, startBot, type With } from './bot.ts'

const NAME = `<@${BOT.id}>`
let bot: Bot
const begin = async (how?: With) => {
  bot = await startBot(how)
  return bot.discord
}
afterEach(() => expect(bot.discord.violations).toEqual([]))

const posts = (count: number) =>
  eventually(() => {
    expect(bot.discord.posts).toHaveLength(count)
    return bot.discord.posts
  })
const words = async (count = 1) => (await posts(count)).map(({ body }) => wordsOf(body))

describe('a message that names the bot', () => {
  it('is read as a typed line and answered with a reply to it', async () => {
    const discord = await begin()
    const said = discord.say(`${NAME} quote Ada Vale`)
    expect(await words()).toEqual(['> Words 1\n— **Ada Vale**'])
    expect(discord.posts[0]).toMatchObject({ channel: CHANNEL, body: { message_reference: { message_id: said.id } } })
    expect(bot.asked[0]?.origin.asker).toMatchObject({ id: ASKER.id })
  })

  it('is answered without a reference where the bot may not look back', async () => {
    const discord = await begin()
    discord.say(`${NAME} help`, { channel_id: NO_HISTORY })
    expect(await words()).toEqual(['All there is'])
    expect(discord.posts[0]?.body.message_reference).toBeUndefined()
  })

  it('gets help when it says nothing else', async () => {
    const discord = await begin()
    discord.say(NAME)
    expect(await words()).toEqual(['All there is'])
  })

  it('is told what is wrong with it', async () => {
    const discord = await begin()
    discord.say(`${NAME} qoute Vale`)
    expect((await words())[0]).toContain('There is no command called “qoute”.')
  })

  it('is answered once although Discord answers the post with an error after taking it', async () => {
    const discord = await begin()
    discord.fail({ match: /^POST \/channels/, times: 1, drop: 'after' })
    discord.say(`${NAME} help`)
    await eventually(() =>
      expect(discord.requests.filter((called) => called.startsWith('POST /channels'))).toHaveLength(2),
    )
    expect(await words()).toEqual(['All there is'])
  })

  it('sees the bot typing while the answer takes long', async () => {
    const gate = Promise.withResolvers<void>()
    const discord = await begin({
      tempo: { deferAfter: 20 },
      answer: async () => {
        await gate.promise
        return reply(text('Done'))
      },
    })
    discord.say(`${NAME} help`)
    await eventually(() => expect(discord.typing).toHaveLength(1))
    gate.resolve()
    expect(await words()).toEqual(['Done'])
    expect(discord.typing).toEqual([CHANNEL])
  })

  it('manages the channel if Discord’s permissions there say so', async () => {
    const discord = await begin()
    discord.say(`${NAME} help`)
    await posts(1)
    discord.world.members.set(ASKER.id, { user: ASKER, roles: [], joined_at: '2025-01-01T00:00:00.000Z', flags: 0 })
    expect(await bot.asked[0]?.origin.asker.manages()).toBe(false)
  })
})

describe('what is not for the bot', () => {
  it('stays unanswered: other talk, other bots, pings of everybody, replies that do not name it', async () => {
    const discord = await begin()
    discord.say('quote Vale')
    discord.say('@everyone quote Vale', { mention_everyone: true })
    discord.say('Nice one', { type: 19, mentions: [BOT] })
    discord.say(`${NAME} quote Vale`, { author: { ...ASKER, id: '5', bot: true } })
    discord.say(`${NAME} quote Vale`, { webhook_id: '6' })
    discord.say(`${NAME} pinned`, { type: 6 })
    discord.say(`${NAME} help`)
    expect(await words()).toEqual(['All there is'])
  })

  it('stays unanswered where the bot may not write, with one line in the log', async () => {
    const discord = await begin()
    for (const _ of [1, 2, 3]) discord.say(`${NAME} help`, { channel_id: READ_ONLY })
    discord.say(`${NAME} help`)
    await posts(1)
    expect(discord.requests.filter((called) => called.includes(READ_ONLY))).toEqual([])
    expect(bot.log.filter(({ level }) => level === 'warn').map(({ facts }) => facts)).toEqual([{ channel: READ_ONLY }])
  })
})

describe('a direct message', () => {
  it('needs no name, and whoever writes it manages their own channel', async () => {
    const discord = await begin({ answer: async () => whisper(text('Only for you')) })
    discord.channels.add(`9${ASKER.id}`)
    discord.write('quote Vale')
    expect(await words()).toEqual(['Only for you'])
    expect(bot.asked[0]?.origin.place).toEqual({ platform: 'discord', channel: `9${ASKER.id}` })
    expect(await bot.asked[0]?.origin.asker.manages()).toBe(true)
  })
})
