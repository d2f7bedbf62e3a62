import { describe, expect, it, onTestFinished } from 'vitest'
import { actions, type Reply, reply, run, text } from '#core/reply.ts'
import { DeliveryFailure } from '#platform.ts'
import discord from '#platforms/discord/index.ts'
import { startDiscord } from '../../fakes/discord/discord.ts'
import { wordsOf } from '../../fakes/discord/interaction.ts'
import { ASKER, CHANNEL, GUILD } from '../../fakes/discord/payloads.ts'
import { startBot } from './bot.ts'

const PLACE = { platform: 'discord', tenant: GUILD, channel: CHANNEL }
const POST = /^POST \/channels\/\d+\/messages/
/** As the ledger hands it back: through JSON. */
const stored = (of: Reply): unknown => JSON.parse(JSON.stringify(discord.render(of)[0]))
const digest = stored(reply(text('The digest')))

describe('a part of a delivery', () => {
  it('is posted in its channel, and its id returned', async () => {
    const bot = await startBot()
    const id = await bot.connection.deliver(PLACE, digest, 'slot 1 part 1')
    expect(bot.discord.posts.map((post) => [post.id, post.channel, wordsOf(post.body)])).toEqual([
      [id, CHANNEL, 'The digest'],
    ])
    expect(bot.discord.violations).toEqual([])
  })

  it('is posted once for one key, and again for another', async () => {
    const { connection, discord } = await startBot()
    const first = await connection.deliver(PLACE, digest, 'a')
    expect(await connection.deliver(PLACE, digest, 'a')).toBe(first)
    expect(await connection.deliver(PLACE, digest, 'b')).not.toBe(first)
    expect(discord.posts).toHaveLength(2)
  })

  it('is posted once although the connection breaks after Discord took it', async () => {
    const { connection, discord } = await startBot()
    discord.fail({ match: POST, times: 2, drop: 'after' })
    const id = await connection.deliver(PLACE, digest, 'a')
    expect(discord.posts.map((post) => post.id)).toEqual([id])
  })

  it('is not posted again when somebody deleted it', async () => {
    const { connection, discord } = await startBot()
    const id = await connection.deliver(PLACE, digest, 'a')
    discord.posts.length = 0
    expect(await connection.deliver(PLACE, digest, 'a')).toBe(id)
    expect(discord.posts).toEqual([])
  })

  it('is found in the channel after a crash, even when Discord has forgotten the nonce', async () => {
    const far = await startDiscord()
    onTestFinished(() => far.stop())
    const memo = new Map<string, string>()
    const before = await startBot({ discord: far, memo })
    const begun = new Map(memo)
    const id = await before.connection.deliver(PLACE, digest, 'a')
    // The process died between sending and noting the id: the memo knows only that the part was begun.
    for (const key of memo.keys()) if (!begun.has(key)) begun.set(key, 'begun')
    for (const post of far.posts) delete post.body.nonce
    const after = await startBot({ discord: far, memo: begun })
    expect(await after.connection.deliver(PLACE, digest, 'a')).toBe(id)
    expect(far.posts).toHaveLength(1)
  })

  it('keeps the invocations that its buttons only name', async () => {
    const { connection, memo } = await startBot()
    const long = run('More', 'search', { words: 'w'.repeat(200) })
    await connection.deliver(PLACE, stored(reply(actions(long))), 'a')
    expect([...memo.values()]).toContain(JSON.stringify(['search', { words: 'w'.repeat(200) }]))
  })

  it('gets through although Discord fails for a while', async () => {
    const { connection, discord } = await startBot()
    discord.fail({ match: POST, times: 4, status: 503 })
    await connection.deliver(PLACE, digest, 'a')
    expect(discord.posts).toHaveLength(1)
  })

  it.each([
    [10003, 404, 'gone'],
    [10004, 404, 'gone'],
    [50001, 403, 'forbidden'],
    [50013, 403, 'forbidden'],
    [50035, 400, 'later'],
    [0, 500, 'later'],
  ])('that Discord refuses with code %i says whether to try again', async (code, status, kind) => {
    const { connection, discord } = await startBot()
    discord.fail({ match: POST, times: 99, status, code })
    const failure = await connection.deliver(PLACE, digest, 'a').catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(DeliveryFailure)
    expect(failure).toMatchObject({ kind })
  })
})

describe('telling somebody', () => {
  it('is a direct message', async () => {
    const { connection, discord } = await startBot()
    await connection.tell(ASKER.id, PLACE, reply(text('Your digest is paused')))
    expect(discord.posts.map((post) => [post.channel, wordsOf(post.body)])).toEqual([
      [`9${ASKER.id}`, 'Your digest is paused'],
    ])
  })

  it('fails quietly where somebody takes none', async () => {
    const { connection, discord, log } = await startBot()
    discord.fail({ match: POST, times: 1, status: 403, code: 50007 })
    await connection.tell(ASKER.id, PLACE, reply(text('x')))
    expect(log.map(({ sentence }) => sentence)).toContain('Discord: somebody could not be told by direct message')
  })
})
