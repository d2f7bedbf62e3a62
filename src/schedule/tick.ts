import type { Digests } from '#core/context.ts'
import { deliverer } from './deliver.ts'
import { digests } from './digests.ts'
import type { ScheduleParts } from './parts.ts'
import { promiseDue } from './promise.ts'

export interface Scheduler {
  /** One beat: promise what is due, then keep every promise. Safe to call at any time, and after a crash. Never throws. */
  tick(): Promise<void>
  readonly digests: Digests
  /** Lets the parts under way arrive, and begins no other; the rest is sent after the next start. */
  close(): Promise<void>
}

export function scheduler(parts: ScheduleParts): Scheduler {
  const deliver = deliverer(parts)
  let running: Promise<void> | undefined
  let closed = false

  async function beat(): Promise<void> {
    try {
      await promiseDue(parts)
      await deliver.all()
    } catch (error) {
      parts.log.error({ error }, 'A beat of the schedule failed; the next one tries again.')
    }
  }

  return {
    tick() {
      if (closed) return Promise.resolve()
      running ??= beat().finally(() => {
        running = undefined
      })
      return running
    },
    digests: digests(parts, deliver),
    async close() {
      closed = true
      await deliver.close()
      await running
    },
  }
}
