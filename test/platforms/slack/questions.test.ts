import { describe, expect, it } from 'vitest'
import { closeAfterEach, withBot } from '../../fakes/slack/connected.ts'

closeAfterEach()

const bot = async (options: Parameters<typeof withBot>[0] = {}) => {
  const all = await withBot(options)
  const { slack } = all
  const answers = () => slack.world.posted.filter((message) => message.bot)
  /** The words of the first n answers. */
  const said = (n = 1) => slack.until(() => answers().length >= n && answers().map(({ text }) => text))
  return { ...all, answers, said }
}

describe('a slash command', () => {
  it('reaches every command as /onrecord', async () => {
    const { ask, slack, said, answers } = await bot()
    expect(await ask.slash('/onrecord', 'quote Venn about tide')).toEqual({})
    expect((await said())[0]).toContain('Words of Venn')
    expect(answers()[0]).toMatchObject({ channel: 'C0NEWS' })
    expect(answers()[0]).not.toHaveProperty('to')
    expect(slack.world.violations).toEqual([])
  })
  it('reaches a command by its own name, with or without a prefix', async () => {
    const { ask, said } = await bot({ env: { SLACK_COMMAND_PREFIX: 'onr-' } })
    await ask.slash('/onr-quote', 'Venn')
    await ask.slash('/onr-digest', 'list')
    expect((await said(2)).join()).toMatch(/Words of Venn[\s\S]*One at 8 in C0NEWS/)
  })
  it('is read as it was typed, whatever Slack made of it', async () => {
    const { ask, asked, said } = await bot()
    await ask.slash('/onrecord', 'search R&amp;D &lt;b&gt; <@U1|ann> <#C1|news> <http://example.com|example.com>')
    await said()
    expect(asked[0]?.invocation.options).toEqual({ words: 'R&D <b> @ann #news example.com' })
  })
  it('takes curly quote marks as quote marks', async () => {
    const { ask, asked, said } = await bot()
    await ask.slash('/quote', '“Aldous Venn” about:tide')
    await said()
    expect(asked[0]?.invocation.options).toEqual({ expert: 'Aldous Venn', about: 'tide' })
  })
  it('is answered to the asker alone where the answer is theirs', async () => {
    const { ask, said, answers } = await bot()
    await ask.slash('/onrecord', 'help')
    await said()
    expect(answers()[0]).toMatchObject({ to: 'U0ANN' })
  })
  it('that means nothing is told what to do instead', async () => {
    const { ask, said, answers } = await bot()
    await ask.slash('/onrecord', 'qoute Venn')
    expect((await said())[0]).toContain('Did you mean')
    expect(answers()[0]).toMatchObject({ to: 'U0ANN' })
  })
  it('shows examples as they have been seen to work in this workspace, and else as /onrecord', async () => {
    const { ask, said } = await bot()
    await ask.slash('/onrecord', 'quote Venn')
    await ask.slash('/quote', 'Venn')
    const [before, after] = await said(2)
    expect(before).toContain('Try /onrecord quote Venn or /onrecord search tide')
    expect(after).toContain('Try /quote Venn or /onrecord search tide')
  })
  it('is still answered when the response url is spent', async () => {
    const { ask, said, slack } = await bot()
    slack.fail('response_url', { status: 404, body: 'expired_url' })
    await ask.slash('/onrecord', 'quote Venn')
    expect((await said())[0]).toContain('Words of Venn')
    expect(slack.callsOf('chat.postMessage')).toHaveLength(1)
  })
  it('is answered in a direct message when its channel takes nothing', async () => {
    const { ask, slack, answers } = await bot()
    slack.world.closed.set('C0NEWS', 'not_in_channel')
    slack.fail('response_url', { status: 404, body: 'expired_url' })
    await ask.slash('/onrecord', 'quote Venn')
    await slack.until(() => answers().length > 0)
    expect(answers()[0]).toMatchObject({ channel: 'D0ANN' })
  })
})

describe('a mention', () => {
  it('in a channel is answered in a thread on it', async () => {
    const { ask, said, answers, asked } = await bot()
    const { message } = await ask.mention('quote Venn about tide')
    expect((await said())[0]).toContain('Words of Venn')
    expect(answers()[0]).toMatchObject({ thread: message.ts })
    expect(asked[0]?.origin.place).toEqual({ platform: 'slack', tenant: 'T0FIELD', channel: 'C0NEWS' })
  })
  it('in a thread is answered there, and shows what works there: no slash command does', async () => {
    const { ask, said, answers, asked } = await bot()
    await ask.mention('quote Venn', { thread: '7.000001' })
    expect((await said())[0]).toContain('Try @onrecord quote Venn')
    expect(answers()[0]).toMatchObject({ thread: '7.000001' })
    expect(asked[0]?.origin.place.thread).toBe('7.000001')
  })
  it('in a thread keeps what is for the asker in the thread, hidden from others', async () => {
    const { ask, said, answers } = await bot()
    await ask.mention('help', { thread: '7.000001' })
    await said()
    expect(answers()[0]).toMatchObject({ thread: '7.000001', to: 'U0ANN' })
  })
  it('with nothing said is answered with help', async () => {
    const { ask, asked, said } = await bot()
    await ask.mention('')
    await said()
    expect(asked[0]?.invocation.command).toBe('help')
  })
  it('that Slack delivers again is answered once', async () => {
    const { ask, said, answers } = await bot()
    const { said: event } = await ask.mention('quote Venn', { id: 'Ev-same' })
    await ask.event(event, 'Ev-same', 1)
    await ask.event(event, 'Ev-other', 2)
    await ask.mention('quote Gull')
    expect((await said(2)).map((text) => /Words of (\w+)/.exec(text)?.[1])).toEqual(['Venn', 'Gull'])
    expect(answers()).toHaveLength(2)
  })
  it('lacking something is answered with a button that opens the form', async () => {
    const { ask, said, answers, slack } = await bot()
    await ask.mention('quote', { thread: '7.000001' })
    await said()
    const [message] = answers()
    const [row] = message!.blocks as unknown as { elements: Record<string, unknown>[] }[]
    await ask.click(message!, row!.elements[0]!)
    await slack.until(() => slack.world.views.length > 0)
    expect(slack.world.violations).toEqual([])
  })
})

describe('a direct message', () => {
  it('is answered without slash, mention or thread', async () => {
    const { ask, said, answers } = await bot()
    await ask.direct('quote Venn')
    expect((await said())[0]).toContain('Try quote Venn')
    expect(answers()[0]).toMatchObject({ channel: 'D0ANN' })
    expect(answers()[0]).not.toHaveProperty('thread')
    expect(answers()[0]).not.toHaveProperty('to')
  })
  it('from a bot, or about an edit, is left alone', async () => {
    const { ask, said, answers } = await bot()
    const message = { type: 'message', channel_type: 'im', channel: 'D0ANN', text: 'quote Venn' }
    await ask.event({ ...message, user: 'U0BOT', bot_id: 'B0OTHER', ts: '1.1' })
    await ask.event({ ...message, user: 'U0ONREC', ts: '1.2' })
    await ask.event({ ...message, user: 'U0ANN', subtype: 'message_changed', ts: '1.3' })
    await ask.event({ ...message, user: 'U0ANN', channel: 'C0NEWS', channel_type: 'channel', ts: '1.4' })
    await ask.direct('quote Gull')
    await said()
    expect(answers()).toHaveLength(1)
  })
})

describe('many questions at once', () => {
  it('in a channel that must wait take no other channel’s turn', async () => {
    const { ask, slack, answers } = await bot()
    slack.fail('chat.postMessage', { status: 429, headers: { 'retry-after': '2' } })
    for (let i = 0; i < 40; i++) await ask.mention(`quote Venn${i}`)
    await slack.until(() => slack.callsOf('chat.postMessage').length === 1)
    await ask.mention('quote Gull', { channel: 'C0DESK' })
    await slack.until(() => answers().length > 0)
    expect(answers()[0]).toMatchObject({ channel: 'C0DESK' })
    await slack.until(() => answers().length === 41)
    expect(
      answers()
        .slice(1)
        .every(({ channel }) => channel === 'C0NEWS'),
    ).toBe(true)
  })
  it('are all answered, from one person and from many', async () => {
    const { ask, slack, answers } = await bot()
    await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        ask.slash('/onrecord', `quote Venn${i}`, { user: i % 2 === 0 ? 'U0ANN' : `U0P${i}` }),
      ),
    )
    await slack.until(() => answers().length === 200)
    expect(new Set(answers().map(({ text }) => /Venn\d+/.exec(text)?.[0])).size).toBe(200)
  })
})
