import { ifStorable } from '#core/if-storable.ts'
import { type Reply, text, whisper } from '#core/reply.ts'
import type { App } from '#platform.ts'
import type { Calls } from './calls.ts'
import type { Message } from './components.ts'
import { memoKey } from './custom-id.ts'
import type { Tempo } from './tempo.ts'
import type { Workload } from './workload.ts'

/** What everything that answers on Discord works with. */
export interface Desk {
  readonly app: App
  readonly calls: Calls
  readonly work: Workload
  readonly tempo: Tempo
  /** True once the bot is stopping: nothing new is begun. */
  closing(): boolean
}

/** For whoever comes while the bot is stopping. */
export const restarting: Reply = whisper(text('The bot is being restarted. Please try again in a minute.'))

/**
 * Stores what a message's buttons stand for. Before it is sent: a press may follow within the second. Where that cannot
 * be stored the words still go out, and such a button says that it is too old.
 */
export async function keepInvocations(app: App, messages: readonly Pick<Message, 'keep'>[]): Promise<void> {
  for (const { keep } of messages) {
    for (const [key, json] of Object.entries(keep ?? {})) await ifStorable(app.memo.set(memoKey(key), json))
  }
}
