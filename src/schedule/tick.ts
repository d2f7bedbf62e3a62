import type { Digests } from '#core/context.ts'
import { deliverer } from './deliver.ts'
import { digests } from './digests.ts'
import type { ScheduleParts } from './parts.ts'
import { promiseDue } from './promise.ts'

export interface Scheduler {
  /**
   * One beat: promise what is due, then keep every promise. Never throws. Safe to call after a crash, and while the
   * last one is under way: a channel that does not answer is left to it.
   */
  tick(): Promise<void>
  readonly digests: Digests
  /** Lets the parts under way arrive, and begins no other; the rest is sent after the next start. */
  close(): Promise<void>
}

export function scheduler(parts: ScheduleParts): Scheduler {
  const deliver = deliverer(parts)
  let promising: Promise<void> | undefined
  let closed = false

  function promiseOnce(): Promise<void> {
    promising ??= promiseDue(parts).finally(() => {
      promising = undefined
    })
    return promising
  }

  return {
    async tick() {
      if (closed) return
      try {
        await promiseOnce()
        await deliver.all()
      } catch (error) {
        parts.log.error({ error }, 'A beat of the schedule failed; the next one tries again.')
      }
    },
    digests: digests(parts, deliver),
    async close() {
      closed = true
      await promising?.catch(() => {})
      await deliver.close()
    },
  }
}
