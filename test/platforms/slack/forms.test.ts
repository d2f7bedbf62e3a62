import { describe, expect, it } from 'vitest'
import { closeAfterEach, withBot } from '../../fakes/slack/connected.ts'

closeAfterEach()

async function opened(words: string, options: Parameters<typeof withBot>[0] = {}) {
  const all = await withBot(options)
  const { slack, ask } = all
  await ask.slash('/onrecord', words)
  const { view } = await slack.until(() => slack.world.views[0])
  const answers = () => slack.world.posted.filter((message) => message.bot)
  return { ...all, view, answers, answer: () => slack.until(() => answers()[0]) }
}

const blockIds = (view: Record<string, unknown>) => (view['blocks'] as { block_id: string }[]).map((b) => b.block_id)

describe('a form', () => {
  it('opens for what is missing, and may be told more', async () => {
    const { view, slack, asked } = await opened('quote')
    expect(blockIds(view)).toEqual(['option:expert', 'option:about'])
    expect(slack.world.violations).toEqual([])
    expect(asked).toEqual([])
  })
  it('asks with the widget that fits each option', async () => {
    const { view, slack } = await opened('tune')
    const widgets = (view['blocks'] as { element: { type: string } }[]).map(({ element }) => element.type)
    expect(widgets).toEqual(['static_select', 'number_input', 'radio_buttons'])
    expect(slack.world.violations).toEqual([])
  })
  it('answers in the channel it was asked in, with what was given before', async () => {
    const { view, ask, answer, asked } = await opened('quote about:tide')
    expect(await ask.submit(view, { 'option:expert': { selected_option: { value: 'Aldous Venn' } } })).toEqual({})
    expect(await answer()).toMatchObject({ channel: 'C0NEWS', text: expect.stringContaining('Words of Aldous Venn') })
    expect(asked[0]?.invocation.options).toEqual({ about: 'tide', expert: 'Aldous Venn' })
  })
  it('shows a mistake at its field, and asks nothing yet', async () => {
    const { view, ask, asked } = await opened('tune')
    const values = {
      'option:mode': { selected_option: { value: 'loud' } },
      'option:times': { value: '12' },
      'option:late': { selected_option: null },
    }
    expect(await ask.submit(view, values)).toEqual({
      response_action: 'errors',
      errors: { 'option:times': 'This should be at most 9.' },
    })
    expect(await ask.submit(view, {})).toMatchObject({ errors: { 'option:mode': 'Please fill this in.' } })
    expect(asked).toEqual([])
  })
  it('gives numbers as numbers and yes as true', async () => {
    const { view, ask, answer } = await opened('tune')
    await ask.submit(view, {
      'option:mode': { selected_option: { value: 'soft' } },
      'option:times': { value: '3' },
      'option:late': { selected_option: { value: 'true' } },
    })
    expect(await answer()).toMatchObject({ to: 'U0ANN', text: 'Tuned soft 3 true' })
  })
  it('suggests while somebody types, and offers what they typed', async () => {
    const { view, ask } = await opened('quote')
    const { options } = (await ask.suggest(view, 'option:expert', 'Gull')) as {
      options: { text: { text: string }; value: string }[]
    }
    expect(options.map(({ value }) => value)).toEqual(['Aldous Venn', 'Gull'])
    expect(options[0]?.text.text).toBe('Aldous Venn · harbour engineer')
  })
  it('keeps options too long for Slack’s own memory', async () => {
    const about = 'tide '.repeat(500).trim()
    const { view, ask, answer, asked } = await opened(`quote about:"${about}"`)
    expect(String(view['private_metadata']).length).toBeLessThanOrEqual(3000)
    await ask.submit(view, { 'option:expert': { selected_option: { value: 'Venn' } } })
    await answer()
    expect(asked[0]?.invocation.options).toEqual({ about, expert: 'Venn' })
  })
  it('that Slack refuses to open becomes a button in the channel', async () => {
    const { slack, ask } = await withBot()
    slack.fail('views.open', { body: '{"ok":false,"error":"expired_trigger_id"}' })
    await ask.slash('/onrecord', 'quote')
    const message = await slack.until(() => slack.world.posted[0])
    expect(message).toMatchObject({ to: 'U0ANN', text: '[Still to say: whose words]' })
  })
})
