import type { Reply } from '#core/reply.ts'
import { text, whisper } from '#core/reply.ts'
import { type Desk, originOf } from './desk.ts'
import { typedText } from './escape.ts'
import { shortcutPayload } from './payloads.ts'

export const BRIEF_THIS = 'brief_this'
const COMMAND = 'brief'
/** More than anybody asks a briefing about; the rest of a long message would only narrow the search to nothing. */
const MOST = 500

/** "Brief this" on a message: the first link in it, or its words. Seen by the asker alone. */
export async function onShortcut(desk: Desk, body: unknown): Promise<void> {
  const { user, channel, message, response_url } = shortcutPayload.parse(body)
  const thread = message.thread_ts
  const origin = originOf(desk, { user: user.id, name: user.name ?? user.username, channel: channel.id, thread })
  const target = { origin, spell: desk.spelling.inChannel, responseUrl: response_url }
  const command = desk.app.commands.get(COMMAND)
  const link = /<(https?:\/\/[^|>]+)/.exec(message.text)?.[1]
  const whole = link === undefined ? command?.options.get('text') : undefined
  const first = [...(command?.options ?? [])].find(([, one]) => one.type === 'string' && !one.hidden)?.[0]
  const option = whole ? 'text' : first
  const about = link ?? typedText(message.text).slice(0, whole?.maxLength ?? MOST)
  if (!option || about === '') {
    return desk.send(whisper(text('There are no words and no link in that message to brief.')), target)
  }
  desk.busy.run(async () => {
    const reply: Reply = await desk.app.answer({ command: COMMAND, options: { [option]: typedText(about) } }, origin)
    desk.prompt.run(() => desk.send({ ...reply, audience: 'asker' }, target, COMMAND))
  })
}
