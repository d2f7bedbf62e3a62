import { type Inline, whisper } from '#core/reply.ts'
import { openForm } from './ask.ts'
import { answerTo, type Desk, originOf } from './desk.ts'
import { readInvocation } from './invocation-value.ts'
import { clickPayload } from './payloads.ts'

/** A button or menu in a message: a command to run. Links arrive here too and need no answer. */
export async function onClick(desk: Desk, body: unknown): Promise<void> {
  const click = clickPayload.parse(body)
  const [action] = click.actions
  const [kind, , origin] = action?.action_id.split(':') ?? []
  const value = action?.selected_option?.value ?? action?.value
  if (value === undefined || (kind !== 'run' && kind !== 'pick' && kind !== 'form')) return
  const user = click.user.id
  // In App Home there is no channel: the block says whose digests it shows, and the answer goes to the person.
  const home = click.channel === undefined
  const channel = click.channel?.id ?? action?.block_id?.replace(/^home:([^:]+):.*$/, '$1') ?? user
  const thread = click.container?.thread_ts ?? click.message?.thread_ts
  const name = click.user.name ?? click.user.username
  const target = {
    origin: originOf(desk, { user, name, channel, thread }),
    spell: thread === undefined ? desk.spelling.inChannel : desk.spelling.inThread,
    ...(click.response_url !== undefined && { responseUrl: click.response_url }),
    ...(thread !== undefined && { thread }),
    ...(kind !== 'form' && origin !== undefined && origin !== '' && { replaces: origin }),
    ...(home && { privately: true }),
  }
  const invocation = await readInvocation(value, desk.app.memo)
  if (!invocation) {
    const words: Inline[] = ['This button is too old: what it stood for is no longer kept. Ask again instead.']
    return desk.send(whisper({ kind: 'text', text: words }), target)
  }
  if (await openForm(desk, invocation, target, click.trigger_id)) return
  answerTo(desk, invocation, target)
}
