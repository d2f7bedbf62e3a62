import { placeKey } from '#core/place.ts'
import type { Slot } from '#core/ports/ledger.ts'
import { type Inline, reply, text } from '#core/reply.ts'
import type { DeliveryFailure } from '#platform.ts'
import { ANSWER_MS, type ScheduleParts } from './parts.ts'
import type { Patience } from './patience.ts'
import { within } from './within.ts'

/** Failures in a row after which whoever set the digest up should know. */
const WORTH_TELLING = 6

export interface Trouble {
  /** Will mend itself: the delivery stays promised and is tried again, less and less often. */
  putOff(slot: Slot, error: unknown): Promise<void>
  /** Will not: the delivery is given up, the subscription paused, and its creator told once. */
  pause(slot: Slot, failure: DeliveryFailure): Promise<void>
}

export function trouble(parts: ScheduleParts, patience: Patience): Trouble {
  const { store, log } = parts

  async function tellCreator(id: string, ...sentences: readonly (readonly Inline[])[]): Promise<void> {
    const subscription = await store.subscriptions.find(id)
    const target = subscription && parts.target(subscription.place.platform)
    if (subscription === undefined || target === undefined) return
    const blocks = sentences.map((sentence) => text(...sentence))
    try {
      const told = target.connection.tell(subscription.createdBy, subscription.place, reply(...blocks))
      await within(parts.answerMs ?? ANSWER_MS, told)
    } catch (error) {
      log.warn({ subscription: id, error }, 'The person who set a digest up could not be told about it.')
    }
  }

  return {
    async putOff(slot, error) {
      const attempts = patience.failed(placeKey(slot.place), parts.now())
      log.warn({ slot: slot.key, attempts, error }, 'A digest could not be delivered yet; it will be tried again.')
      if (attempts !== WORTH_TELLING) return
      await tellCreator(slot.subscription, [
        `Your digest ${slot.subscription} could not be delivered for some time now. It is kept, and sent as soon as its channel can be reached.`,
      ])
    },
    async pause(slot, failure) {
      const why = failure.kind === 'gone' ? 'Its channel is gone.' : 'Onrecord may not write in its channel any more.'
      const subscription = await store.subscriptions.find(slot.subscription)
      // Who asked for one by hand is told at once, and is perhaps mending it this minute.
      const pausing = slot.unscheduled === undefined && subscription?.paused === undefined
      if (pausing) await store.subscriptions.pause(slot.subscription, why, parts.now())
      await store.ledger.abandon(slot.key, why, parts.now())
      log.warn({ slot: slot.key, error: failure }, 'A digest was given up: its channel cannot be written to.')
      if (!pausing) return
      await tellCreator(
        slot.subscription,
        [`Your digest ${slot.subscription} is paused. ${why}`],
        ['Once that is put right: ', { typed: `digest resume id:${slot.subscription}` }],
      )
    },
  }
}
