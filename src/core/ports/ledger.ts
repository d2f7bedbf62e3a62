import type { Place } from '../place.ts'

/** One due moment of one subscription. */
export interface Slot {
  /** Unique for ever: subscription id and due instant. */
  readonly key: string
  readonly subscription: string
  readonly place: Place
  readonly due: Date
  /** Asked for by hand: `lastDue` leaves it out, so the regular slots stay as they are. */
  readonly unscheduled?: true
}

/** One platform message of a delivery, as rendered when the slot was promised. */
export interface Part {
  /** Slot key and number of the part: what `Connection.deliver` is called with. */
  readonly key: string
  readonly message: unknown
  readonly sentAs?: string
}

export interface Delivery {
  readonly slot: Slot
  readonly parts: readonly Part[]
}

/** The record that makes a slot be delivered once, ever. */
export interface Ledger {
  /**
   * Records a slot with its parts, and the items it shows as seen in that place, in one transaction.
   * False, and nothing recorded, when the slot was recorded before.
   */
  promise(slot: Slot, parts: readonly Part[], items: readonly string[], now: Date): Promise<boolean>
  /** Records a slot that will not be sent, with the reason as a sentence. False when it was recorded before. */
  skip(slot: Slot, reason: string, now: Date): Promise<boolean>
  /** Promised and not yet wholly sent, in one channel or in all, oldest first. */
  pending(place?: Place): Promise<readonly Delivery[]>
  sent(part: string, sentAs: string, now: Date): Promise<void>
  /**
   * Gives a promised slot up, with the reason as a sentence: its channel is gone. If none of it was sent,
   * its items count as not seen again.
   */
  abandon(slot: string, reason: string, now: Date): Promise<void>
  /**
   * The newest due instant of a subscription that was recorded in any way, of those not after `until`: a
   * clock that ran ahead leaves records in what is now the future.
   */
  lastDue(subscription: string, until?: Date): Promise<Date | undefined>
  /** When a delivery of a subscription was last promised and not given up: its next news begins there. */
  lastPromise(subscription: string, until?: Date): Promise<Date | undefined>
  /** Of these items, those that a delivery in this place has shown. */
  seen(place: Place, items: readonly string[]): Promise<ReadonlySet<string>>
}
