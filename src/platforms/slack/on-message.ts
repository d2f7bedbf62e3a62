import { askLine } from './ask.ts'
import { type Desk, originOf } from './desk.ts'
import { typedText } from './escape.ts'
import { type MessageEvent, messageEvent } from './payloads.ts'
import { recent } from './recent.ts'

/** Mentions, and direct messages with the bot: answered where they were asked, each once. */
export function onMessage(desk: Desk): (kind: 'mention' | 'message', event: unknown) => Promise<void> {
  // A mention in a direct message arrives as both kinds; a lost ack brings either again.
  const isNew = recent(5000)
  return async (kind, event) => {
    const parsed = messageEvent.safeParse(event)
    if (!parsed.success) return
    const asked = parsed.data
    const direct = asked.channel_type === 'im' || asked.channel.startsWith('D')
    if (kind === 'message' && !direct) return
    if (!isFromPerson(asked, desk) || !isNew(`${asked.channel} ${asked.ts}`)) return
    const { channel, thread_ts: thread, user } = asked
    const origin = originOf(desk, { user, channel, thread })
    // A mention in a channel starts a thread, so that a long answer does not bury the channel.
    const answerIn = direct ? thread : (thread ?? asked.ts)
    const spell = direct ? desk.spelling.inDirectMessage : desk.spelling.inThread
    await askLine(desk, lineOf(asked.text, desk.identity.user), {
      origin,
      spell,
      ...(answerIn && { thread: answerIn }),
    })
  }
}

/** Not from this bot or another, and no notice of an edit, a join or a topic. */
const isFromPerson = (event: MessageEvent, desk: Desk): boolean =>
  event.bot_id === undefined &&
  event.user !== desk.identity.user &&
  (event.subtype === undefined || event.subtype === 'file_share' || event.subtype === 'thread_broadcast')

/** What is said after the bot's name, or around it when nothing follows. */
function lineOf(text: string, bot: string): string {
  const mention = new RegExp(`<@${bot}(?:\\|[^>]*)?>[:,]?`, 'g')
  const after = text.split(mention).at(-1)?.trim() ?? ''
  return typedText(after === '' ? text.replace(mention, ' ') : after)
}
