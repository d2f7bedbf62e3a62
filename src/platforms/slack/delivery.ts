import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Place } from '#core/place.ts'
import type { Memo } from '#core/ports/memo.ts'
import type { Reply } from '#core/reply.ts'
import { type Connection, DeliveryFailure } from '#platform.ts'
import { describeFailure, PostFailure } from './failure.ts'
import { keep } from './invocation-value.ts'
import type { Outbox, Post } from './outbox.ts'
import { render, type SlackMessage } from './render.ts'

/** As the ledger gives it back. The blocks were drawn by `render` and are Slack's to judge. */
const message = z.object({
  text: z.string(),
  blocks: z.array(z.looseObject({ type: z.string() })),
  kept: z.record(z.string(), z.string()).optional(),
})

const GONE = new Set([
  'channel_not_found',
  'is_archived',
  'user_not_found',
  'channel_type_not_supported',
  'is_inactive',
])
const FORBIDDEN = new Set([
  'not_in_channel',
  'no_permission',
  'missing_scope',
  'access_denied',
  'messages_tab_disabled',
  'cannot_dm_bot',
  'ekm_access_denied',
  'posting_to_channel_denied',
  'team_access_not_granted',
  'user_is_restricted',
  'as_user_not_supported',
])

const MEND: Readonly<Record<string, string>> = {
  not_in_channel: 'Invite the bot there with /invite.',
  missing_scope: 'Give the app the scopes of its manifest (npm run -s onrecord -- manifest) and install it again.',
}

const tried = z.array(z.tuple([z.string(), z.number()]))
/** Parts of one channel go out one after another, so the last few are all that a crash can leave in doubt. */
const REMEMBERED = 20
/** How far back to look when nothing is remembered of a channel: as long as a missed slot may be caught up. */
const UNKNOWN_PAST = 7 * 24 * 60 * 60 * 1000

/** Sends a part once, ever: what was tried before is looked for in the channel before it is sent. */
export function delivery(web: WebClient, out: Outbox, memo: Memo): Pick<Connection, 'deliver' | 'tell'> {
  let notes: Promise<unknown> = Promise.resolve()

  /** One at a time: two parts for one channel must not overwrite each other's note. */
  function noteTry(channel: string, key: string): Promise<number | undefined> {
    const noted = notes.then(() => note(channel, key))
    notes = noted.catch(() => {})
    return noted
  }

  /** When this key was tried before, if it may have been; notes that it is tried now. */
  async function note(channel: string, key: string): Promise<number | undefined> {
    const name = `slack.tried.${channel}`
    const json = await memo.get(name)
    const before = json === undefined ? undefined : tried.safeParse(JSON.parse(json)).data
    const now = Date.now()
    const earlier = before ? before.find(([one]) => one === key)?.[1] : now - UNKNOWN_PAST
    if (before === undefined || earlier === undefined) {
      await memo.set(name, JSON.stringify([...(before ?? []), [key, now]].slice(-REMEMBERED)))
    }
    return earlier
  }

  /** A digest may be set up with a slash command where the bot is not; a public channel it can join by itself. */
  async function joinAndPost(drawn: SlackMessage, where: Post, refused: PostFailure): Promise<string> {
    try {
      await web.conversations.join({ channel: where.channel })
    } catch {
      throw refused
    }
    return out.post(drawn, where)
  }

  return {
    async deliver(place, stored, key) {
      const parsed = message.parse(stored)
      // `render` made these blocks before the ledger kept them, which earns the cast.
      const drawn = { text: parsed.text, blocks: parsed.blocks } as unknown as SlackMessage
      if (parsed.kept) await keep(parsed.kept, memo)
      const triedAt = await noteTry(place.channel, key)
      const where = { channel: place.channel, key, ...(triedAt !== undefined && { triedAt }) }
      try {
        return await out.post(drawn, where).catch((error: unknown) => {
          if (error instanceof PostFailure && error.code === 'not_in_channel') return joinAndPost(drawn, where, error)
          throw error
        })
      } catch (error) {
        throw deliveryFailure(error, place)
      }
    },
    async tell(person, _place, reply: Reply) {
      const opened = await web.conversations.open({ users: person })
      const channel = opened.channel?.id ?? person
      for (const [i, one] of render(reply).entries()) {
        if (one.kept) await keep(one.kept, memo)
        await out.post(one, { channel, key: `tell ${person} ${Date.now()} ${i}` })
      }
    },
  }
}

function deliveryFailure(error: unknown, place: Place): DeliveryFailure {
  if (!(error instanceof PostFailure)) throw error
  const code = error.code ?? describeFailure(error)
  const options = { cause: error }
  if (GONE.has(code)) {
    return new DeliveryFailure('gone', `The Slack channel ${place.channel} is gone or archived (${code}).`, options)
  }
  if (FORBIDDEN.has(code) || code.startsWith('restricted_action')) {
    const mend = MEND[code] ?? 'A workspace admin can allow it.'
    return new DeliveryFailure(
      'forbidden',
      `Slack does not let me post in ${place.channel} (${code}). ${mend}`,
      options,
    )
  }
  return new DeliveryFailure(
    'later',
    `Slack did not take a message for ${place.channel} (${code}); it is tried again.`,
    options,
  )
}
