import { type Place, placeKey } from '#core/place.ts'
import type { Delivery } from '#core/ports/ledger.ts'
import { DeliveryFailure } from '#platform.ts'
import { ANSWER_MS, type ScheduleParts } from './parts.ts'
import { patience as newPatience } from './patience.ts'
import { trouble } from './trouble.ts'
import { within } from './within.ts'

/** Places of one platform served at once. */
const AT_ONCE = 8

export interface Deliverer {
  /** Sends what is promised, where it may be tried and nobody is at it already. */
  all(): Promise<void>
  /** The same for one place, at once. Throws what kept it from being sent. */
  at(place: Place): Promise<void>
  /** Lets the parts under way arrive and begins no other. */
  close(): Promise<void>
}

export function deliverer(parts: ScheduleParts): Deliverer {
  const { store, log } = parts
  const patience = newPatience()
  const { putOff, pause } = trouble(parts, patience)
  const underWay = new Map<string, Promise<void>>()
  /** Sent, but not recorded: a full disk must not have the same part sent again. */
  const unrecorded = new Map<string, string>()
  let closing = false

  async function send({ slot, parts: messages }: Delivery): Promise<void> {
    const target = parts.target(slot.place.platform)
    if (target === undefined) throw new DeliveryFailure('later', `${slot.place.platform} is not connected`)
    for (const { key, message, sentAs } of messages) {
      if (closing) return
      if (sentAs !== undefined) continue
      const ask = () => within(parts.answerMs ?? ANSWER_MS, target.connection.deliver(slot.place, message, key))
      const id = unrecorded.get(key) ?? (await ask())
      unrecorded.set(key, id)
      await store.ledger.sent(key, id, parts.now())
      unrecorded.delete(key)
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
      patience.worked(placeKey(slot.place))
    } catch (error) {
      if (isFinal(error)) await pause(slot, error)
      else await putOff(slot, error)
      throw error
    }
  }

  /** In the order they were due, each whole before the next. */
  async function sendPending(place: Place): Promise<void> {
    for (const delivery of await store.ledger.pending(place)) {
      if (closing) return
      await sendOrExplain(delivery)
    }
  }

  /** One caller at a time serves a place, and reads what is pending there when it is its turn. */
  function serve(place: Place, work: () => Promise<void>): Promise<void> {
    const key = placeKey(place)
    const turn = (underWay.get(key) ?? Promise.resolve()).catch(() => {}).then(work)
    underWay.set(key, turn)
    const leave = () => {
      if (underWay.get(key) === turn) underWay.delete(key)
    }
    turn.then(leave, leave)
    return turn
  }

  /** Everything that fails was recorded and logged by then; what fails in recording it is only logged. */
  async function serveQuietly(place: Place): Promise<void> {
    try {
      await serve(place, () => sendPending(place))
    } catch (error) {
      if (error instanceof DeliveryFailure) return
      log.error({ place: placeKey(place), error }, 'The deliveries to one channel broke off; they will be tried again.')
    }
  }

  async function serveAll(places: readonly Place[]): Promise<void> {
    const queue = [...places]
    const worker = async () => {
      for (let place = queue.shift(); place !== undefined && !closing; place = queue.shift()) {
        if (!underWay.has(placeKey(place))) await serveQuietly(place)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
  }

  return {
    async all() {
      const pending = (await store.ledger.pending()).map(({ slot }) => slot.place)
      const places = [...new Map(pending.map((place) => [placeKey(place), place])).values()]
      const ready = places.filter((place) => patience.mayTry(placeKey(place), parts.now()))
      // Each platform on its own: when one hangs, the others do not wait for it.
      await Promise.all([...Map.groupBy(ready, ({ platform }) => platform).values()].map(serveAll))
    },
    at: (place) => serve(place, () => sendPending(place)),
    async close() {
      closing = true
      await Promise.allSettled(underWay.values())
    },
  }
}

const isFinal = (error: unknown): error is DeliveryFailure => error instanceof DeliveryFailure && error.kind !== 'later'
