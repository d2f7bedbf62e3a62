import { placeKey } from '#core/place.ts'
import type { Subscription, Subscriptions } from '#core/ports/subscriptions.ts'
import { changed, resumed } from '../subscription.ts'

export function memorySubscriptions(): Subscriptions {
  const all = new Map<string, Subscription>()
  let given = 0
  const replace = (id: string, by: (old: Subscription) => Subscription): Subscription | undefined => {
    const old = all.get(id.toLowerCase())
    if (old === undefined) return undefined
    const next = by(old)
    all.set(next.id, next)
    return next
  }

  return {
    async add(draft, now) {
      given += 1
      const subscription: Subscription = { ...draft, id: `d${given}`, createdAt: now }
      all.set(subscription.id, subscription)
      return subscription
    },
    async find(id) {
      return all.get(id.toLowerCase())
    },
    async at(place) {
      return [...all.values()].filter((one) => placeKey(one.place) === placeKey(place))
    },
    async active() {
      return [...all.values()].filter((one) => one.paused === undefined)
    },
    async change(id, change) {
      return replace(id, (old) => changed(old, change))
    },
    async pause(id, reason, now) {
      replace(id, (old) => ({ ...old, paused: { since: now, reason } }))
    },
    async resume(id) {
      replace(id, resumed)
    },
    async remove(id) {
      return all.delete(id.toLowerCase())
    },
  }
}
