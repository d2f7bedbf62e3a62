import { describe, expect, it } from 'vitest'
import { closeAfterEach, withBot } from '../../fakes/slack/connected.ts'
import type { Posted } from '../../fakes/slack/web-api.ts'

closeAfterEach()

async function quoted(options: Parameters<typeof withBot>[0] & { line?: string } = {}) {
  const all = await withBot(options)
  const { slack, ask } = all
  await ask.slash('/onrecord', options.line ?? 'quote Venn')
  const message = await slack.until(() => slack.world.posted[0])
  const posted = () => slack.world.posted
  return { ...all, message, posted }
}

const buttons = (message: Posted) =>
  message.blocks.flatMap((block) => (block['elements'] ?? []) as Record<string, unknown>[]).filter((e) => e['value'])

describe('a button', () => {
  it('that asks the same command turns the page in place', async () => {
    const { slack, ask, message, posted } = await quoted()
    await ask.click(message, buttons(message)[0]!)
    await slack.until(() => message.text.includes('page 2'))
    expect(posted()).toHaveLength(1)
    expect(slack.world.violations).toEqual([])
  })
  it('that asks another command is answered anew', async () => {
    const { slack, ask, message, posted } = await quoted()
    await ask.click(message, buttons(message)[1]!)
    await slack.until(() => posted().length === 2)
    expect(posted()[1]?.text).toBe('Briefing on Venn')
    expect(message.text).toContain('page 1')
  })
  it('works after a restart, however long what it stands for', async () => {
    const expert = 'V'.repeat(80)
    const about = 'tide '.repeat(800).trim()
    const before = await quoted({ line: `quote expert:${expert} about:"${about}"` })
    await before.connection.close()
    const restarted = await withBot({ slack: before.slack, memo: before.memo })
    const about2 = buttons(before.message)
    expect(String(about2[0]?.['value']).length).toBeLessThanOrEqual(2000)
    await restarted.ask.click(before.message, about2[0]!)
    await before.slack.until(() => before.message.text.includes('page 2'))
    expect(before.slack.world.violations).toEqual([])
  })
  it('whose meaning is lost says so', async () => {
    const { slack, ask, message, posted } = await quoted()
    await ask.click(message, { action_id: 'run:0.0:', value: '@nothing-here' })
    await slack.until(() => posted().length === 2)
    expect(posted()[1]).toMatchObject({ to: 'U0ANN', text: expect.stringContaining('too old') })
  })
  it('in a thread is answered in that thread', async () => {
    const { slack, ask } = await withBot()
    await ask.mention('quote Venn', { thread: '7.000001' })
    const message = await slack.until(() => slack.world.posted.find(({ bot }) => bot))
    await ask.click(message, buttons(message)[1]!)
    const next = await slack.until(() => slack.world.posted.find(({ text }) => text.startsWith('Briefing')))
    expect(next).toMatchObject({ thread: '7.000001' })
  })
  it('that is a link needs no answer', async () => {
    const { ask, message, asked } = await quoted()
    expect(await ask.click(message, { action_id: 'open:0.0:', url: 'https://example.com' })).toEqual({})
    expect(asked).toHaveLength(1)
  })
})

describe('the message shortcut', () => {
  it('briefs the first link in a message, for the asker alone', async () => {
    const { slack, ask, asked } = await withBot()
    await ask.shortcut('See <https://example.com/a?b=1&amp;c=2|this> and <https://example.com/b>')
    const message = await slack.until(() => slack.world.posted[0])
    expect(message).toMatchObject({ to: 'U0ANN', channel: 'C0NEWS' })
    expect(asked[0]?.invocation).toEqual({ command: 'brief', options: { about: 'https://example.com/a?b=1&c=2' } })
  })
  it('briefs the words of a message without link, and says when there are none', async () => {
    const { slack, ask, asked } = await withBot()
    await ask.shortcut('harbour works')
    await slack.until(() => slack.world.posted[0])
    expect(asked[0]?.invocation.options).toEqual({ about: 'harbour works' })
    await ask.shortcut('')
    const told = await slack.until(() => slack.world.posted[1])
    expect(told.text).toContain('no words and no link')
  })
})

describe('App Home', () => {
  it('says how to ask here and shows the digests of the person’s channels', async () => {
    const { slack, ask } = await withBot({ digestsIn: ['C0DESK'] })
    await ask.openHome()
    const { view, user } = await slack.until(() => slack.world.views[0])
    const shown = JSON.stringify(view)
    expect(user).toBe('U0ANN')
    expect(shown).toContain('/onrecord quote Aldous Venn')
    expect(shown).toContain('One at 8 in C0DESK')
    expect(shown).not.toContain('One at 8 in C0NEWS')
    expect(slack.world.violations).toEqual([])
  })
  it('runs a button for the channel it is shown under, and answers the person', async () => {
    const { slack, ask } = await withBot({ digestsIn: ['C0DESK'] })
    slack.world.admins.add('U0ANN')
    await ask.openHome()
    const { view } = await slack.until(() => slack.world.views[0])
    const blocks = view['blocks'] as { type: string; block_id: string; elements: object[] }[]
    const row = blocks.find(({ type }) => type === 'actions')
    await ask.clickHome({ ...row?.elements[0], block_id: row?.block_id })
    const message = await slack.until(() => slack.world.posted[0])
    expect(message).toMatchObject({ channel: 'D0ANN', text: 'Paused in C0DESK' })
  })
})

describe('who may manage a channel’s digests', () => {
  it.each([
    ['a workspace admin', 'U0BOSS', 'Paused in C0NEWS'],
    ['who made the channel', 'U0MAKER', 'Paused in C0NEWS'],
    ['nobody else', 'U0ANN', 'You may not'],
  ])('%s', async (_, user, words) => {
    const { slack, ask } = await withBot()
    slack.world.admins.add('U0BOSS')
    await ask.slash('/onrecord', 'digest pause', { user })
    const message = await slack.until(() => slack.world.posted[0])
    expect(message.text).toBe(words)
  })
})
