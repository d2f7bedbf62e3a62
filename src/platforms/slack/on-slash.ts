import { askLine } from './ask.ts'
import { type Desk, originOf } from './desk.ts'
import { typedText } from './escape.ts'
import { slashPayload } from './payloads.ts'
import { ROOT } from './spelling.ts'

/** `/onrecord quote Rahr` and `/quote Rahr`. Slack sends no slash command from a thread. */
export async function onSlash(desk: Desk, body: unknown): Promise<void> {
  const asked = slashPayload.parse(body)
  const name = asked.command.replace(/^\//, '')
  const words = typedText(asked.text)
  if (name !== ROOT) await desk.spelling.saw(name)
  const prefix = desk.env.SLACK_COMMAND_PREFIX
  const own = name.startsWith(prefix) ? name.slice(prefix.length) : name
  const origin = originOf(desk, { user: asked.user_id, name: asked.user_name, channel: asked.channel_id })
  const target = { origin, spell: desk.spelling.inChannel, responseUrl: asked.response_url }
  await askLine(desk, name === ROOT ? words : `${own} ${words}`, target, asked.trigger_id)
}
