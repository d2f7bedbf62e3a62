import type { WebClient } from '@slack/web-api'
import type { Invocation } from '#core/reply.ts'
import type { App, Origin } from '#platform.ts'
import type { Answering } from './answering.ts'
import type { Busy } from './busy.ts'
import type { Identity } from './identity.ts'
import type { Manages } from './permissions.ts'
import type { Settings } from './settings.ts'
import type { Spelling } from './spelling.ts'

/** What every handler works with. */
export interface Desk {
  readonly app: App
  readonly web: WebClient
  readonly env: Settings
  readonly identity: Identity
  readonly spelling: Spelling
  readonly manages: Manages
  readonly send: Answering
  /** Commands being run, so many at a time. */
  readonly busy: Busy
  /** What is quick, or waits for Slack alone: a channel that must wait takes nobody's turn. */
  readonly prompt: Busy
}

export function originOf(
  desk: Desk,
  asked: { user: string; name?: string | undefined; channel: string; thread?: string | undefined },
): Origin {
  const { user, name, channel, thread } = asked
  return {
    place: { platform: 'slack', tenant: desk.identity.team, channel, ...(thread !== undefined && { thread }) },
    asker: { id: user, name: name ?? user, manages: () => desk.manages(user, channel) },
  }
}

/** Runs a command and sends what it answers, as soon as there is room. */
export function answerTo(desk: Desk, invocation: Invocation, target: Parameters<Answering>[1]): void {
  desk.busy.run(async () => {
    const reply = await desk.app.answer(invocation, target.origin)
    desk.prompt.run(() => desk.send(reply, target, invocation.command))
  })
}
