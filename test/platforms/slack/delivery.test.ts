import { describe, expect, it } from 'vitest'
import { reply, run, text } from '#core/reply.ts'
import { DeliveryFailure } from '#platform.ts'
import { render } from '#platforms/slack/render.ts'
import { closeAfterEach, withBot } from '../../fakes/slack/connected.ts'

closeAfterEach()

const place = { platform: 'slack', tenant: 'T0FIELD', channel: 'C0NEWS' }
const [part] = render(reply(text('The morning digest')))
/** As the ledger stores and returns it. */
const stored: unknown = JSON.parse(JSON.stringify(part))

const failure = async (delivered: Promise<string>): Promise<DeliveryFailure> => {
  const error: unknown = await delivered.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof DeliveryFailure)) throw new Error(`no DeliveryFailure but ${String(error)}`)
  return error
}

describe('a delivery', () => {
  it('is posted with its key, and its id returned', async () => {
    const { slack, connection } = await withBot()
    const ts = await connection.deliver(place, stored, 'd1/1#0')
    expect(slack.world.posted).toMatchObject([
      { ts, channel: 'C0NEWS', text: 'The morning digest', metadata: { event_payload: { key: 'd1/1#0' } } },
    ])
    expect(slack.world.violations).toEqual([])
  })
  it.each([
    ['a lost answer', { drop: true, done: true }],
    ['a server error after the deed', { status: 502, body: 'bad gateway', done: true }],
    ['Slack’s own trouble after the deed', { body: '{"ok":false,"error":"fatal_error"}', done: true }],
  ])('is posted once in spite of %s', async (_, fault) => {
    const { slack, connection } = await withBot()
    slack.fail('chat.postMessage', fault)
    const ts = await connection.deliver(place, stored, 'd1/1#0')
    expect(slack.world.posted.map((message) => message.ts)).toEqual([ts])
  })
  it.each([
    ['a dropped connection', { drop: true }],
    ['a server error', { status: 500, body: '' }],
    ['a rate limit', { status: 429, headers: { 'retry-after': '1' } }],
  ])('gets through after %s', async (_, fault) => {
    const { slack, connection } = await withBot()
    slack.fail('chat.postMessage', fault)
    await connection.deliver(place, stored, 'd1/1#0')
    expect(slack.world.posted).toHaveLength(1)
  })
  it('is not posted again by a process that starts after a crash', async () => {
    const first = await withBot()
    const ts = await first.connection.deliver(place, stored, 'd1/1#0')
    await first.connection.close()
    const again = await withBot({ slack: first.slack, memo: first.memo })
    expect(await again.connection.deliver(place, stored, 'd1/1#0')).toBe(ts)
    const forgetful = await withBot({ slack: first.slack })
    expect(await forgetful.connection.deliver(place, stored, 'd1/1#0')).toBe(ts)
    expect(first.slack.world.posted).toHaveLength(1)
  })
  it('is not posted again when several for one channel were under way at once', async () => {
    const first = await withBot()
    const keys = ['d1/1#0', 'd2/1#0', 'd3/1#0']
    const sent = await Promise.all(keys.map((key) => first.connection.deliver(place, stored, key)))
    await first.connection.close()
    const again = await withBot({ slack: first.slack, memo: first.memo })
    expect(await Promise.all(keys.map((key) => again.connection.deliver(place, stored, key)))).toEqual(sent)
    expect(first.slack.world.posted).toHaveLength(3)
  })
  it('that is new costs no look at the channel', async () => {
    const { slack, connection } = await withBot()
    await connection.deliver(place, stored, 'd1/1#0')
    slack.calls.length = 0
    await connection.deliver(place, stored, 'd1/2#0')
    expect(slack.calls.map(({ method }) => method)).toEqual(['chat.postMessage'])
  })
  it('waits for its own channel’s rate limit and not for another’s', async () => {
    const { slack, connection } = await withBot()
    slack.fail('chat.postMessage', { status: 429, headers: { 'retry-after': '2' } })
    const held = connection.deliver(place, stored, 'd1/1#0')
    await slack.until(() => slack.callsOf('chat.postMessage').length === 1)
    await connection.deliver({ ...place, channel: 'C0DESK' }, stored, 'd2/1#0')
    expect(slack.world.posted.map(({ channel }) => channel)).toEqual(['C0DESK'])
    await held
    expect(slack.world.posted).toHaveLength(2)
  })
  it.each([
    ['channel_not_found', 'gone'],
    ['is_archived', 'gone'],
    ['not_in_channel', 'forbidden'],
    ['restricted_action_read_only_channel', 'forbidden'],
    ['some_new_error', 'later'],
  ])('refused with %s is %s', async (code, kind) => {
    const { slack, connection } = await withBot()
    slack.world.closed.set('C0NEWS', code)
    const failed = await failure(connection.deliver(place, stored, 'd1/1#0'))
    expect(failed.kind).toBe(kind)
    expect(failed.message).toContain(code)
  })
  it('that cannot be made sure of is put off, not repeated', async () => {
    const { slack, connection } = await withBot()
    await connection.deliver(place, stored, 'd1/0#0')
    slack.fail('chat.postMessage', { drop: true, done: true })
    slack.fail('conversations.history', { status: 500, body: '' }, 99)
    expect((await failure(connection.deliver(place, stored, 'd1/1#0'))).kind).toBe('later')
    expect(slack.callsOf('chat.postMessage')).toHaveLength(2)
  })
  it('joins a public channel that it was set up in from outside', async () => {
    const { slack, connection } = await withBot()
    slack.world.closed.set('C0OPEN', 'not_in_channel')
    slack.world.joinable.add('C0OPEN')
    await connection.deliver({ ...place, channel: 'C0OPEN' }, stored, 'd1/1#0')
    expect(slack.world.posted).toHaveLength(1)
  })
  it('keeps its words when Slack refuses its drawing', async () => {
    const { slack, connection } = await withBot()
    slack.fail('chat.postMessage', { body: '{"ok":false,"error":"invalid_blocks"}' })
    await connection.deliver(place, stored, 'd1/1#0')
    expect(slack.world.posted).toMatchObject([{ text: 'The morning digest', blocks: [] }])
  })
  it('keeps what its long buttons stand for', async () => {
    const { connection, memo, slack } = await withBot()
    const about = 'tide '.repeat(600)
    const [long] = render(reply({ kind: 'actions', actions: [run('More', 'brief', { about })] }))
    await connection.deliver(place, JSON.parse(JSON.stringify(long)), 'd1/1#0')
    expect([...memo.values()].some((value) => value.includes(about))).toBe(true)
    expect(JSON.stringify(slack.callsOf('chat.postMessage'))).not.toContain(about)
  })
  it('tells a person in a direct message', async () => {
    const { connection, slack } = await withBot()
    await connection.tell('U0ANN', place, reply(text('Your digest is paused')))
    expect(slack.world.posted).toMatchObject([{ channel: 'D0ANN', text: 'Your digest is paused' }])
  })
})
