import { placeKey } from '#core/place.ts'
import type { Ledger, Part, Slot } from '#core/ports/ledger.ts'

interface Record {
  readonly slot: Slot
  readonly at: Date
  state: 'promised' | 'sent' | 'skipped' | 'abandoned'
  parts: readonly Part[]
}

export function memoryLedger(): Ledger {
  const records = new Map<string, Record>()
  /** Place and item, with the slot that showed it. */
  const shown = new Map<string, string>()
  const itemKey = (place: string, item: string) => JSON.stringify([place, item])
  const newest = (moments: readonly Date[], until?: Date): Date | undefined =>
    moments
      .filter((one) => until === undefined || one <= until)
      .reduce<Date | undefined>((a, b) => (a && a > b ? a : b), undefined)
  const of = (subscription: string) => [...records.values()].filter(({ slot }) => slot.subscription === subscription)

  return {
    async promise(slot, parts, items, now) {
      if (records.has(slot.key)) return false
      records.set(slot.key, { slot, at: now, parts, state: parts.length === 0 ? 'sent' : 'promised' })
      for (const item of items) {
        const key = itemKey(placeKey(slot.place), item)
        if (!shown.has(key)) shown.set(key, slot.key)
      }
      return true
    },
    async skip(slot, _reason, now) {
      if (records.has(slot.key)) return false
      records.set(slot.key, { slot, at: now, parts: [], state: 'skipped' })
      return true
    },
    async pending(place) {
      return [...records.values()]
        .filter(({ state }) => state === 'promised')
        .filter(({ slot }) => place === undefined || placeKey(slot.place) === placeKey(place))
        .sort((a, b) => a.slot.due.getTime() - b.slot.due.getTime() || (a.slot.key < b.slot.key ? -1 : 1))
        .map(({ slot, parts }) => ({ slot, parts }))
    },
    async sent(key, sentAs) {
      for (const record of records.values()) {
        if (!record.parts.some((part) => part.key === key)) continue
        record.parts = record.parts.map((part) => (part.key === key ? { ...part, sentAs } : part))
        const done = record.parts.every((part) => part.sentAs !== undefined)
        if (done && record.state === 'promised') record.state = 'sent'
      }
    },
    async abandon(key) {
      const record = records.get(key)
      if (record?.state !== 'promised') return
      record.state = 'abandoned'
      if (record.parts.some((part) => part.sentAs !== undefined)) return
      for (const [item, slot] of shown) if (slot === key) shown.delete(item)
    },
    async lastDue(subscription, until) {
      const scheduled = of(subscription).filter(({ slot }) => slot.unscheduled === undefined)
      return newest(
        scheduled.map(({ slot }) => slot.due),
        until,
      )
    },
    async lastPromise(subscription, until) {
      const kept = of(subscription).filter(({ state }) => state === 'promised' || state === 'sent')
      return newest(
        kept.map(({ at }) => at),
        until,
      )
    },
    async seen(place, items) {
      return new Set(items.filter((item) => shown.has(itemKey(placeKey(place), item))))
    },
  }
}
