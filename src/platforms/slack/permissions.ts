import type { WebClient } from '@slack/web-api'
import type { Log } from '#platform.ts'
import { readFailure } from './failure.ts'

const REMEMBERED = 60_000
const MOST = 1000

export type Manages = (user: string, channel: string) => Promise<boolean>

/**
 * Whether somebody may manage a channel's digests: workspace admins and owners, whoever created the
 * channel, and anybody in a direct message. Slack has no finer permission that a bot may read.
 */
export function permissions(web: WebClient, log: Log): Manages {
  const known = new Map<string, { until: number; manages: Promise<boolean> }>()

  async function ask(user: string, channel: string): Promise<boolean> {
    try {
      const { user: person } = await web.users.info({ user })
      if (person?.is_admin || person?.is_owner || person?.is_primary_owner) return true
      const { channel: info } = await web.conversations.info({ channel })
      return info?.creator === user || info?.is_im === true
    } catch (error) {
      log.warn(
        { platform: 'slack', failure: readFailure(error) },
        'Slack did not say who manages a channel; taken as no.',
      )
      return false
    }
  }

  return async (user, channel) => {
    if (channel.startsWith('D')) return true
    const key = `${user} ${channel}`
    const before = known.get(key)
    if (before && before.until > Date.now()) return before.manages
    if (known.size >= MOST) known.clear()
    const manages = ask(user, channel)
    known.set(key, { until: Date.now() + REMEMBERED, manages })
    return manages
  }
}
