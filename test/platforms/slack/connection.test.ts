import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { Problem } from '#core/problem.ts'
import { connect } from '#platforms/slack/connect.ts'
import slackPlatform from '#platforms/slack/index.ts'
import { SCOPES } from '#platforms/slack/scopes.ts'
import { fakeApp } from '../../fakes/slack/app.ts'
import { closeAfterEach, envOf, slackAlone, withBot } from '../../fakes/slack/connected.ts'
import { people } from '../../fakes/slack/people.ts'

closeAfterEach()

const problemOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Problem)) throw new Error(`no Problem but ${String(error)}`)
  return error.message
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

describe('settings', () => {
  const WHOLE = { SLACK_BOT_TOKEN: `xoxb-${'1'.repeat(50)}`, SLACK_APP_TOKEN: `xapp-${'1'.repeat(50)}` }
  it('are off without a bot token, and ask for a way in beside one', () => {
    const { env, wanted } = slackPlatform
    expect(wanted(env.parse({}))).toBe(false)
    expect(wanted(env.parse({ SLACK_BOT_TOKEN: '' }))).toBe(false)
    const alone = env.safeParse({ SLACK_BOT_TOKEN: WHOLE.SLACK_BOT_TOKEN })
    expect(alone.error?.issues).toMatchObject([
      { path: ['SLACK_APP_TOKEN'], message: expect.stringMatching(/beside SLACK_BOT_TOKEN.*SLACK_SIGNING_SECRET/) },
    ])
    expect(wanted(env.parse({ SLACK_BOT_TOKEN: WHOLE.SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET: '0f'.repeat(16) }))).toBe(
      true,
    )
  })
  it.each([
    [
      'an app token without a bot token',
      {},
      { SLACK_APP_TOKEN: 'xapp-hush' },
      /^SLACK_BOT_TOKEN: is needed beside SLACK_APP/,
    ],
    [
      'a secret without a bot token',
      {},
      { SLACK_SIGNING_SECRET: 'hush' },
      /^SLACK_BOT_TOKEN: is needed beside SLACK_SIGNING/,
    ],
    [
      'swapped tokens',
      {},
      { SLACK_BOT_TOKEN: 'xapp-hush', SLACK_APP_TOKEN: 'xoxb-hush' },
      /^SLACK_BOT_TOKEN: is swapped with/,
    ],
    [
      'an app token as bot token',
      WHOLE,
      { SLACK_BOT_TOKEN: 'xapp-hush' },
      /^SLACK_BOT_TOKEN: holds an app-level token; it should/,
    ],
    [
      'a bot token as app token',
      WHOLE,
      { SLACK_APP_TOKEN: 'xoxb-hush' },
      /^SLACK_APP_TOKEN: holds a bot token; it should begin/,
    ],
    [
      'a person’s token',
      WHOLE,
      { SLACK_BOT_TOKEN: 'xoxp-hush' },
      /^SLACK_BOT_TOKEN: holds a person’s token; it should begin/,
    ],
    [
      'no token at all',
      WHOLE,
      { SLACK_BOT_TOKEN: 'hush' },
      /^SLACK_BOT_TOKEN: holds no Slack token; it should begin with xoxb-$/,
    ],
    [
      'a token that was cut while it was copied',
      WHOLE,
      { SLACK_BOT_TOKEN: 'xoxb-hush' },
      /^SLACK_BOT_TOKEN: is not a whole token/,
    ],
    [
      'the example for a token',
      WHOLE,
      { SLACK_APP_TOKEN: 'xapp-hush…', SLACK_API_URL: 'http://127.0.0.1:9/' },
      /^SLACK_APP_TOKEN: is not a whole token/,
    ],
    [
      'a token as signing secret',
      { SLACK_BOT_TOKEN: WHOLE.SLACK_BOT_TOKEN },
      { SLACK_SIGNING_SECRET: 'xapp-hush' },
      /^SLACK_SIGNING_SECRET: holds an app-level token; it should be 32 digits/,
    ],
    [
      'a signing secret that is none',
      { SLACK_BOT_TOKEN: WHOLE.SLACK_BOT_TOKEN },
      { SLACK_SIGNING_SECRET: 'hush' },
      /^SLACK_SIGNING_SECRET: is no signing secret/,
    ],
  ])('fault %s by name, and never show a value', (_, others, given, fault) => {
    const { error } = slackPlatform.env.safeParse({ ...others, ...given })
    const lines = error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
    expect(lines).toEqual([expect.stringMatching(fault)])
    expect(lines.join()).not.toContain('hush')
  })
  it('take the bot token of an app that rotates its tokens', () => {
    const rotating = { ...WHOLE, SLACK_BOT_TOKEN: `xoxe.xoxb-1-${'field'.repeat(9)}` }
    expect(slackPlatform.env.safeParse(rotating).success).toBe(true)
  })
  it('each say what they mean and show an example', () => {
    for (const field of Object.values(slackPlatform.env.shape)) {
      expect(field).toHaveProperty('description', expect.stringMatching(/\w/))
      expect(field.meta()).toHaveProperty('example')
    }
  })
})

describe('a token that is wrong', () => {
  it.each([
    ['an unknown bot token', { SLACK_BOT_TOKEN: 'xoxb-other' }, /refused the bot token \(SLACK_BOT_TOKEN\)/],
    ['an unknown app token', { SLACK_APP_TOKEN: 'xapp-other' }, /refused the app-level token \(SLACK_APP_TOKEN\)/],
  ])('%s is named in one sentence', async (_, tokens, sentence) => {
    const slack = await slackAlone()
    const { app, logged } = fakeApp()
    const env = { ...envOf(slack), ...tokens }
    expect(await problemOf(connect(app, env))).toMatch(sentence)
    expect(JSON.stringify(logged)).not.toMatch(/x(oxb|app|oxp)-/)
  })
  it('is not what is wrong where the address is not Slack’s', async () => {
    const slack = await slackAlone()
    const elsewhere = new URL('/elsewhere/', slack.apiUrl).href
    const said = await problemOf(connect(fakeApp().app, { ...envOf(slack), SLACK_API_URL: elsewhere }))
    expect(said).toContain(`Slack’s API is not at ${elsewhere}: the address answers with 404.`)
  })
  it('and Socket Mode that is off, too', async () => {
    const slack = await slackAlone()
    slack.refuse.connections = 'link_disabled'
    expect(await problemOf(connect(fakeApp().app, envOf(slack)))).toContain('Socket Mode is off')
  })
})

it('says at the start which scopes the app lacks', async () => {
  const slack = await slackAlone({ scopes: Object.keys(SCOPES).filter((scope) => scope !== 'users:read') })
  const { logged } = await withBot({ slack })
  expect(logged.filter(({ level }) => level === 'warn').map(({ sentence }) => sentence)).toEqual([
    'The Slack app lacks users:read. Update it from its manifest and install it again.',
  ])
})

describe('a connection over Socket Mode', () => {
  it('is made in spite of a Slack that is out of reach at first', async () => {
    const slack = await slackAlone()
    slack.fail('auth.test', { status: 503, body: '' })
    slack.fail('apps.connections.open', { drop: true }, 2)
    const { ask } = await withBot({ slack })
    await ask.slash('/onrecord', 'quote Venn')
    await slack.until(() => slack.world.posted.length === 1)
  })
  it('holds two lines, so that one listens while the other is renewed', async () => {
    const { slack, ask } = await withBot()
    await slack.until(() => slack.sockets.size === 2)
    const [line] = slack.sockets
    line?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))
    await slack.until(() => !slack.sockets.has(line!))
    await ask.slash('/onrecord', 'quote Venn')
    await slack.until(() => slack.sockets.size === 2)
  })
  it('comes back after both lines broke, and answers', async () => {
    const { slack, ask } = await withBot()
    await slack.until(() => slack.sockets.size === 2)
    for (const socket of slack.sockets) socket.terminate()
    await slack.until(() => slack.sockets.size === 0)
    await slack.until(() => slack.sockets.size === 2)
    await ask.slash('/onrecord', 'quote Venn')
    await slack.until(() => slack.world.posted.length === 1)
  })
  it('survives a token that is refused while it reconnects, and says what to do', async () => {
    const { slack, logged, connection } = await withBot()
    await slack.until(() => slack.sockets.size === 2)
    slack.refuse.connections = 'invalid_auth'
    for (const socket of slack.sockets) socket.terminate()
    await slack.until(() => logged.some(({ sentence }) => sentence.includes('SLACK_APP_TOKEN')))
    await connection.close()
  })
  it('closes when what is under way is done', async () => {
    const { slack, ask, gates, connection, asked } = await withBot()
    const gate = Promise.withResolvers<void>()
    gates.push(gate.promise)
    await ask.slash('/onrecord', 'quote Venn')
    await expect.poll(() => asked.length).toBe(1)
    const closed = connection.close()
    await slack.until(() => slack.sockets.size === 0)
    expect(slack.world.posted).toEqual([])
    gate.resolve()
    await closed
    expect(slack.world.posted).toHaveLength(1)
  })
})

describe('a connection over HTTP', () => {
  it('answers what Slack signed, and nothing else', async () => {
    const slack = await slackAlone()
    const port = await freePort()
    await withBot({
      slack,
      env: { SLACK_APP_TOKEN: undefined, SLACK_SIGNING_SECRET: slack.signingSecret, SLACK_PORT: port },
    })
    const url = `http://127.0.0.1:${port}/slack/events`
    const ask = people(slack)
    const forged = await slack.byHttp(url, 'slash_commands', ask.slashPayload('/onrecord', 'quote Forged'), 'guess')
    expect(forged.status).toBe(401)
    const signed = await slack.byHttp(url, 'slash_commands', ask.slashPayload('/onrecord', 'quote Venn'))
    expect([signed.status, await signed.text()]).toEqual([200, ''])
    const message = await slack.until(() => slack.world.posted[0])
    expect(message.text).toContain('Words of Venn')
    expect(slack.callsOf('apps.connections.open')).toEqual([])
  })
  it('says which port it could not have', async () => {
    const slack = await slackAlone()
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const env = envOf(slack, { SLACK_APP_TOKEN: undefined, SLACK_SIGNING_SECRET: 's', SLACK_PORT: port })
    expect(await problemOf(connect(fakeApp().app, env))).toContain(`127.0.0.1:${port}, cannot be opened: EADDRINUSE`)
    taken.close()
  })
})
