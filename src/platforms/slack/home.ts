import type { types } from '@slack/bolt'
import { type Block, heading, type Reply, text } from '#core/reply.ts'
import { type Desk, originOf } from './desk.ts'
import { drawBlock } from './draw-block.ts'
import { describeFailure } from './failure.ts'
import { keep } from './invocation-value.ts'
import { LIMITS } from './limits.ts'
import { homeEvent } from './payloads.ts'

/** Channels with digests that are shown; a person in more of them asks in the channel. */
const CHANNELS = 20
const PAGES = 5

/** App Home: what the bot does, how to ask it here, and the digests of the channels this person is in. */
export async function onHome(desk: Desk, event: unknown): Promise<void> {
  const { user, tab } = homeEvent.parse(event)
  if (tab !== undefined && tab !== 'home') return
  const blocks = [...(await drawParts(desk, introduction(desk), 'intro')), ...(await drawDigests(desk, user))]
  const most = LIMITS.blocksInView.max
  const more = [text('There is more than fits here. In a channel, ', { typed: 'digest list' }, ' lists its digests.')]
  const shown =
    blocks.length <= most ? blocks : [...blocks.slice(0, most - 1), ...(await drawParts(desk, more, 'more'))]
  await desk.web.views.publish({
    user_id: user,
    view: { type: 'home', blocks: [...shown] },
  })
}

function introduction(desk: Desk): readonly Block[] {
  const examples = [...desk.app.commands].filter(([name, command]) => !name.includes(' ') && !command.group)
  return [
    heading('Onrecord: what happened, and who said what'),
    text('I read news articles and answer with the exact words people are quoted with, each with its source.'),
    heading('How to ask'),
    text('In a channel, type a command. ', { typed: 'help' }, ' lists all of them, for example:'),
    text(
      ...examples.flatMap(([, command], i) => [
        ...(i > 0 ? ['\n'] : []),
        { typed: command.example },
        `  ${command.summary}`,
      ]),
    ),
    text(
      'In a thread, where slash commands do not work, mention me: ',
      { bold: desk.spelling.inThread('help') },
      '. In a direct message, the line alone is enough.',
    ),
  ]
}

async function drawDigests(desk: Desk, user: string): Promise<readonly types.KnownBlock[]> {
  const channels = await channelsWithDigests(desk, user)
  const drawn = await drawParts(desk, [heading('Digests in your channels')], 'digests')
  if (channels.length === 0) {
    const none = text('None yet. In a channel, ', { typed: desk.app.commands.get('digest')?.example ?? 'help digest' })
    return [...drawn, ...(await drawParts(desk, [none], 'none'))]
  }
  const lists = await Promise.all(
    channels.map(async (channel) => {
      const origin = originOf(desk, { user, channel })
      const reply: Reply = await desk.app.answer({ command: 'digest list', options: {} }, origin)
      const named: types.RichTextBlock = {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'channel', channel_id: channel }] }],
      }
      return [named, ...(await drawParts(desk, reply.blocks, channel))]
    }),
  )
  return [...drawn, ...lists.flat()]
}

/** Blocks whose ids say which channel they are about, so that a click on them is answered for it. */
async function drawParts(desk: Desk, blocks: readonly Block[], about: string): Promise<readonly types.KnownBlock[]> {
  const drawn = blocks.map((block, i) => drawBlock(block, i, desk.spelling.inChannel, undefined))
  for (const { kept } of drawn) await keep(kept, desk.app.memo)
  return drawn.flatMap(({ blocks }) => blocks).map((block, i) => ({ ...block, block_id: `home:${about}:${i}` }))
}

async function channelsWithDigests(desk: Desk, user: string): Promise<readonly string[]> {
  const { subscriptions } = desk.app
  if (!subscriptions || !desk.app.commands.has('digest list')) return []
  const found: string[] = []
  try {
    let cursor: string | undefined
    for (let page = 0; page < PAGES && found.length < CHANNELS; page++) {
      const result = await desk.web.users.conversations({
        user,
        types: 'public_channel,private_channel',
        exclude_archived: true,
        limit: 200,
        ...(cursor && { cursor }),
      })
      for (const { id } of result.channels ?? []) {
        if (id === undefined || found.length >= CHANNELS) continue
        if ((await subscriptions.at(originOf(desk, { user, channel: id }).place)).length > 0) found.push(id)
      }
      cursor = result.response_metadata?.next_cursor
      if (!cursor) break
    }
  } catch (error) {
    desk.app.log.warn({ platform: 'slack', error: describeFailure(error) }, 'A person’s channels could not be listed.')
  }
  return found
}
