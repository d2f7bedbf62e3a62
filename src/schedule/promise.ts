import { placeKey } from '#core/place.ts'
import type { Part, Slot } from '#core/ports/ledger.ts'
import { type DueSlot, due } from '#core/subscription/due.ts'
import { buildDigest, type Digest } from '#digest/digest.ts'
import { readNews } from './news.ts'
import type { ScheduleParts, Target } from './parts.ts'

/**
 * Records all that is due now, with the messages it will be sent as, before anything is sent. A subscription
 * that fails is logged and comes up again with the next beat; the others go on.
 */
export async function promiseDue(parts: ScheduleParts): Promise<void> {
  const { store, log } = parts
  const now = parts.now()
  const subscriptions = await store.subscriptions.active()
  // One that waits for its place to answer is not joined by a second, or an outage there would end in a flood.
  const waiting = new Set((await store.ledger.pending()).map(({ slot }) => placeKey(slot.place)))
  for (const subscription of subscriptions) {
    if (waiting.has(placeKey(subscription.place))) continue
    const target = parts.target(subscription.place.platform)
    if (target === undefined) continue
    try {
      const last = await store.ledger.lastDue(subscription.id, now)
      const recorded = new Map(last === undefined ? [] : [[subscription.id, last]])
      const missed: Date[] = []
      for (const slot of due([subscription], recorded, now, parts.window)) {
        if (slot.state !== 'missed') await record(parts, target, slot, now)
        else if (await skip(parts, slot, now)) missed.push(slot.due)
      }
      tellMissed(log, subscription.id, missed)
    } catch (error) {
      log.error({ subscription: subscription.id, error }, 'A digest that is due could not be prepared.')
    }
  }
}

/** False when it was recorded before. */
function skip({ store }: ScheduleParts, { subscription, due, key }: DueSlot, now: Date): Promise<boolean> {
  const slot: Slot = { key, subscription: subscription.id, place: subscription.place, due }
  return store.ledger.skip(slot, 'It was due while Onrecord was not running.', now)
}

/** In one line, however many: a month of them says no more than their number. */
function tellMissed(log: ScheduleParts['log'], subscription: string, missed: readonly Date[]): void {
  const [first, last] = [missed[0], missed.at(-1)]
  if (first === undefined || last === undefined) return
  const facts = { subscription, missed: missed.length, first: first.toISOString(), last: last.toISOString() }
  const many = missed.length === 1 ? 'A digest was' : `${missed.length} digests of one channel were`
  log.warn(facts, `${many} missed and will not be sent. If Onrecord was not stopped so long, check the clock.`)
}

async function record(parts: ScheduleParts, target: Target, dueSlot: DueSlot, now: Date): Promise<void> {
  const { subscription, due: moment, key, state } = dueSlot
  const slot: Slot = { key, subscription: subscription.id, place: subscription.place, due: moment }
  const lateFrom = state === 'late' ? moment : undefined
  const digest = buildDigest(parts.sections, await readNews(parts, subscription, now, lateFrom))
  const silent = digest.empty && subscription.whenEmpty === 'silent'
  await promise(parts, target, slot, silent ? undefined : digest, now)
}

/** False when the slot was recorded before. Without a digest it is recorded as done, and nothing is sent. */
export async function promise(
  parts: ScheduleParts,
  target: Target,
  slot: Slot,
  digest: Digest | undefined,
  now: Date,
): Promise<boolean> {
  const messages = digest === undefined ? [] : target.render(digest.reply, slot.place)
  const numbered = messages.map((message, number): Part => ({ key: `${slot.key}#${number + 1}`, message }))
  const items = digest === undefined ? [] : [...digest.items, ...digest.told]
  return parts.store.ledger.promise(slot, numbered, items, now)
}
