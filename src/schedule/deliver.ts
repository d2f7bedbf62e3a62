import { type Place, placeKey } from '#core/place.ts'
import type { Delivery } from '#core/ports/ledger.ts'
import { reply, text } from '#core/reply.ts'
import { DeliveryFailure } from '#platform.ts'
import type { ScheduleParts } from './parts.ts'
import { patience } from './patience.ts'

/** Places served at once: one that hangs holds up one of these, not the rest. */
const AT_ONCE = 8

/** Failures in a row after which whoever set the digest up should know. */
const WORTH_TELLING = 6

export interface Deliverer {
  /** Sends what is promised and not yet sent, where it may be tried. */
  all(): Promise<void>
  /** The same for one place, at once. Throws what kept it from being sent. */
  at(place: Place): Promise<void>
  /** Lets the parts under way arrive and begins no other. */
  close(): Promise<void>
}

export function deliverer(parts: ScheduleParts): Deliverer {
  const { store, log } = parts
  const { mayTry, failed, worked } = patience()
  const underWay = new Map<string, Promise<void>>()
  /** Sent, but perhaps not recorded: a full disk must not have the same part sent again. */
  const sent = new Map<string, string>()
  let closing = false

  /** One place at a time is served by one caller, so its parts keep their order. */
  function serve(place: Place, work: () => Promise<void>): Promise<void> {
    const key = placeKey(place)
    const turn = (underWay.get(key) ?? Promise.resolve()).catch(() => {}).then(work)
    underWay.set(key, turn)
    const done = () => {
      if (underWay.get(key) === turn) underWay.delete(key)
    }
    turn.then(done, done)
    return turn
  }

  async function send({ slot, parts: messages }: Delivery): Promise<void> {
    const target = parts.target(slot.place.platform)
    if (target === undefined) throw new DeliveryFailure('later', `${slot.place.platform} is not connected`)
    for (const part of messages) {
      if (closing) return
      if (part.sentAs !== undefined) continue
      const sentAs = sent.get(part.key) ?? (await target.connection.deliver(slot.place, part.message, part.key))
      sent.set(part.key, sentAs)
      await store.ledger.sent(part.key, sentAs, parts.now())
    }
    log.info({ slot: slot.key, parts: messages.length }, 'A digest was delivered.')
  }

  async function sendOrExplain(delivery: Delivery): Promise<void> {
    const { slot } = delivery
    if ((await store.subscriptions.find(slot.subscription)) === undefined) {
      await store.ledger.abandon(slot.key, 'The digest was removed before it was sent.', parts.now())
      return
    }
    try {
      await send(delivery)
      worked(placeKey(slot.place))
    } catch (error) {
      if (error instanceof DeliveryFailure && error.kind !== 'later') await pause(delivery, error)
      else await putOff(delivery, error)
      throw error
    }
  }

  /** A part may have got through without being recorded, and then its key finds it: nothing is lost by asking again. */
  async function putOff({ slot }: Delivery, error: unknown): Promise<void> {
    const count = failed(placeKey(slot.place), parts.now())
    log.warn({ slot: slot.key, attempts: count, error }, 'A digest could not be delivered yet; it will be tried again.')
    if (count !== WORTH_TELLING) return
    await tellCreator(
      slot.subscription,
      'could not be delivered for some time now. It is kept, and sent as soon as the channel can be reached.',
    )
  }

  async function pause({ slot }: Delivery, failure: DeliveryFailure): Promise<void> {
    const why = failure.kind === 'gone' ? 'Its channel is gone.' : 'Onrecord may not write in its channel any more.'
    const byHand = slot.unscheduled === true
    const paused = (await store.subscriptions.find(slot.subscription))?.paused !== undefined
    if (!byHand && !paused) await store.subscriptions.pause(slot.subscription, why, parts.now())
    await store.ledger.abandon(slot.key, why, parts.now())
    log.warn({ slot: slot.key, error: failure }, 'A digest was paused: its channel cannot be written to.')
    if (!byHand && !paused) await tellCreator(slot.subscription, `is paused. ${why}`)
  }

  async function tellCreator(id: string, what: string): Promise<void> {
    const subscription = await store.subscriptions.find(id)
    if (subscription === undefined) return
    const { place, createdBy } = subscription
    const resume = { typed: `digest resume id:${id}` }
    try {
      const target = parts.target(place.platform)
      const sentence = text(`Your digest ${id} ${what}`)
      await target?.connection.tell(
        createdBy,
        place,
        reply(sentence, ...(subscription.paused ? [text('Once that is put right: ', resume)] : [])),
      )
    } catch (error) {
      log.warn({ subscription: id, error }, 'The person who set a digest up could not be told about it.')
    }
  }

  async function serveInOrder(deliveries: readonly Delivery[]): Promise<void> {
    for (const delivery of deliveries) {
      if (closing) return
      try {
        await sendOrExplain(delivery)
      } catch (error) {
        // What is gone or forbidden was given up and does not hold up the next; anything else does.
        if (!(error instanceof DeliveryFailure) || error.kind === 'later') return
      }
    }
  }

  return {
    async all() {
      const places = Map.groupBy(await store.ledger.pending(), ({ slot }) => placeKey(slot.place))
      const queue = [...places].filter(([key]) => mayTry(key, parts.now())).map(([, deliveries]) => deliveries)
      const worker = async () => {
        for (let next = queue.shift(); next !== undefined && !closing; next = queue.shift()) {
          const deliveries = next
          const place = deliveries[0]?.slot.place
          if (place === undefined) continue
          await serve(place, () => serveInOrder(deliveries)).catch((error: unknown) => {
            log.error(
              { place: placeKey(place), error },
              'The deliveries to one channel broke off; they will be tried again.',
            )
          })
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, worker))
      await forgetRecorded()
    },
    at: (place) =>
      serve(place, async () => {
        const pending = await store.ledger.pending()
        for (const delivery of pending) {
          if (placeKey(delivery.slot.place) === placeKey(place) && !closing) await sendOrExplain(delivery)
        }
      }),
    async close() {
      closing = true
      await Promise.allSettled(underWay.values())
    },
  }

  async function forgetRecorded(): Promise<void> {
    const pending = await store.ledger.pending()
    const open = new Set(pending.flatMap((delivery) => delivery.parts.map(({ key }) => key)))
    for (const key of sent.keys()) if (!open.has(key)) sent.delete(key)
  }
}
