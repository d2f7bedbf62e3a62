import type { App as Bolt } from '@slack/bolt'
import type { Desk } from './desk.ts'
import { onHome } from './home.ts'
import { MODAL } from './modal.ts'
import { onClick } from './on-click.ts'
import { onSubmit, onSuggest } from './on-form.ts'
import { onMessage } from './on-message.ts'
import { BRIEF_THIS, onShortcut } from './on-shortcut.ts'
import { onSlash } from './on-slash.ts'
import { recent } from './recent.ts'

/** Everything Slack sends, acknowledged before any work: it waits three seconds and then says the bot failed. */
export function listen(bolt: Bolt, desk: Desk, oops: (error: unknown) => void): void {
  // An ack that fails means that its connection just closed; what was asked can still be answered.
  const acked = (ack: () => Promise<void>) => ack().catch(() => {})
  const { prompt } = desk
  bolt.error(async (error) => oops(error))
  bolt.command(/.*/, async ({ ack, body }) => {
    await acked(ack)
    prompt.run(() => onSlash(desk, body))
  })
  bolt.action(/.*/, async ({ ack, body }) => {
    await acked(ack)
    prompt.run(() => onClick(desk, body))
  })
  bolt.shortcut(BRIEF_THIS, async ({ ack, body }) => {
    await acked(ack)
    prompt.run(() => onShortcut(desk, body))
  })
  bolt.options(/.*/, async ({ ack, body }) => {
    const options = await onSuggest(desk, body).catch((error: unknown) => {
      oops(error)
      return []
    })
    await ack({ options })
  })
  bolt.view(MODAL, async ({ ack, body }) => {
    const errors = await onSubmit(desk, body)
    await (errors ? ack({ response_action: 'errors', errors }) : ack())
  })
  const answer = onMessage(desk)
  const isNew = recent(5000)
  bolt.event('app_mention', async ({ event, body }) => {
    if (isNew(body.event_id)) prompt.run(() => answer('mention', event))
  })
  bolt.event('message', async ({ event, body }) => {
    if (isNew(body.event_id)) prompt.run(() => answer('message', event))
  })
  bolt.event('app_home_opened', async ({ event, body }) => {
    if (isNew(body.event_id)) desk.busy.run(() => onHome(desk, event))
  })
}
