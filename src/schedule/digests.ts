import type { Digests } from '#core/context.ts'
import type { Slot } from '#core/ports/ledger.ts'
import { Problem } from '#core/problem.ts'
import { buildDigest } from '#digest/digest.ts'
import { DeliveryFailure } from '#platform.ts'
import type { Deliverer } from './deliver.ts'
import { readNews, readPreview } from './news.ts'
import type { ScheduleParts } from './parts.ts'
import { promise } from './promise.ts'

/** A channel's digests for commands: what the store keeps, and what only the schedule can do. */
export function digests(parts: ScheduleParts, deliver: Pick<Deliverer, 'at'>): Digests {
  const { subscriptions, ledger } = parts.store
  const ordered = [...parts.sections].sort(([, a], [, b]) => a.order - b.order)

  /** Marks a moment as dealt with: a new hour earlier in the day, or a pause that ends, makes no slot of the past due. */
  async function startAfresh(id: string, now: Date): Promise<void> {
    const subscription = await subscriptions.find(id)
    if (subscription === undefined) return
    const slot = {
      key: `${subscription.id}@from@${now.toISOString()}`,
      subscription: subscription.id,
      place: subscription.place,
      due: now,
    }
    await ledger.skip(slot, 'From here on the schedule counts: it was changed or resumed.', now)
  }

  return {
    add: subscriptions.add,
    find: subscriptions.find,
    at: subscriptions.at,
    active: subscriptions.active,
    pause: subscriptions.pause,
    remove: subscriptions.remove,
    sections: new Map(ordered.map(([name, { summary }]) => [name, summary])),
    async change(id, change) {
      // Marked first: a crash between the two leaves the old schedule with nothing owed, not the new one with a slot.
      if (change.schedule !== undefined) await startAfresh(id, parts.now())
      return subscriptions.change(id, change)
    },
    async resume(id, now) {
      await startAfresh(id, now)
      await subscriptions.resume(id, now)
    },
    async preview(subscription) {
      const source = await readPreview(parts, subscription, parts.now())
      return { ...buildDigest(parts.sections, source).reply, audience: 'asker' }
    },
    async deliverNow(subscription) {
      const now = parts.now()
      const { place } = subscription
      const target = parts.target(place.platform)
      if (target === undefined) {
        throw new Problem(`Onrecord is not connected to ${place.platform} at the moment.`, {
          hint: 'Try again in a minute. If this goes on, whoever runs it finds the reason in its log.',
        })
      }
      // Before anything is recorded as sent, or what it tells would be new to nobody.
      if (target.connection.undeliverable) throw target.connection.undeliverable
      const digest = buildDigest(parts.sections, await readNews(parts, subscription, now))
      const slot: Slot = {
        key: `${subscription.id}@now@${now.toISOString()}`,
        subscription: subscription.id,
        place,
        due: now,
        unscheduled: true,
      }
      await promise(parts, target, slot, digest, now)
      try {
        await deliver.at(place)
      } catch (error) {
        throw undelivered(error)
      }
    },
  }
}

function undelivered(error: unknown): unknown {
  if (!(error instanceof DeliveryFailure)) return error
  if (error.kind === 'later') {
    return new Problem('The digest could not be delivered just now.', {
      hint: 'It is kept, and sent as soon as the channel can be reached; there is no need to ask again.',
      cause: error,
    })
  }
  return new Problem('Onrecord may not write in this channel, so the digest was not sent.', {
    hint: 'Let it see and write to the channel, then ask again.',
    cause: error,
  })
}
