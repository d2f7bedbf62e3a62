import { Temporal } from 'temporal-polyfill'
import type { Schedule, Subscription } from '../ports/subscriptions.ts'

/** One moment at which a subscription's digest is due, or was. */
export interface DueSlot {
  /** Unique for ever: whoever records it first delivers it. */
  readonly key: string
  readonly subscription: Subscription
  readonly due: Date
  /** `late`: send it and say so. `missed`: only record it, a newer one is sent or it is too old. */
  readonly state: 'punctual' | 'late' | 'missed'
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** The beat comes each minute; what is sent within this is not worth a remark. */
const PUNCTUAL = 10 * MINUTE

/** Slots missed longer ago are not even recorded: an outage of a year is not a thousand records. */
const MOST_MISSED = 60 * DAY

/**
 * The slots that `now` owes, oldest first within a subscription. `lastDue` has the newest recorded slot of each
 * subscription, of those not after now; `window` is how late, in milliseconds, one is still worth sending.
 *
 * A clock that stepped back makes nothing due twice: a slot's key is its instant, and recorded slots that lie
 * in the future now stay recorded.
 */
export function due(
  subscriptions: readonly Subscription[],
  lastDue: ReadonlyMap<string, Date>,
  now: Date,
  window: number,
): readonly DueSlot[] {
  return subscriptions
    .filter(({ paused }) => paused === undefined)
    .flatMap((subscription) => {
      const slots = slotsBetween(subscription.schedule, owedSince(subscription, lastDue, now), now)
      return slots.map((due, index): DueSlot => {
        const delay = now.getTime() - due.getTime()
        const newest = index === slots.length - 1
        const state =
          !newest || (delay > window && delay > PUNCTUAL) ? 'missed' : delay > PUNCTUAL ? 'late' : 'punctual'
        return { key: slotKey(subscription.id, due), subscription, due, state }
      })
    })
}

const slotKey = (subscription: string, due: Date): string => `${subscription}@${due.toISOString()}`

/** Exclusive and inclusive. */
function owedSince({ id, createdAt }: Subscription, lastDue: ReadonlyMap<string, Date>, now: Date): Date {
  // Created in what is now the future: the clock stepped back since. What is due this minute is still wanted.
  const created = createdAt > now ? now.getTime() - PUNCTUAL : createdAt.getTime()
  const recorded = lastDue.get(id)?.getTime() ?? 0
  return new Date(Math.max(created, recorded, now.getTime() - MOST_MISSED))
}

function slotsBetween(schedule: Schedule, after: Date, until: Date): readonly Date[] {
  const slots: Date[] = []
  for (let slot = nextDue(schedule, after); slot <= until; slot = nextDue(schedule, slot)) slots.push(slot)
  return slots
}

/** A slot that does not exist may move over midnight, or over a whole day that its zone leaves out. */
const MARGIN_DAYS = 1

/** The first slot after an instant. */
export function nextDue(schedule: Schedule, after: Date): Date {
  const start = dayOf(after, schedule.timezone).subtract({ days: MARGIN_DAYS })
  for (let away = 0; away <= 7 + 2 * MARGIN_DAYS; away += 1) {
    const date = start.add({ days: away })
    if (!schedule.days.some((day) => day === date.dayOfWeek)) continue
    const slot = slotOn(schedule, date)
    if (slot > after) return slot
  }
  throw new Error('a schedule without days')
}

const dayOf = (instant: Date, timezone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timezone).toPlainDate()

/** A local time that does not exist that day is the next that does; one that happens twice is the first. */
function slotOn({ hour, minute, timezone }: Schedule, date: Temporal.PlainDate): Date {
  const local = date.toPlainDateTime({ hour, minute })
  const early = local.toZonedDateTime(timezone, { disambiguation: 'earlier' })
  const exists = early.toPlainDateTime().equals(local)
  // In a gap "earlier" is as long before it as the clocks skip, so the next change is the gap itself.
  const slot = exists ? early : (early.getTimeZoneTransition('next') ?? early)
  return new Date(slot.epochMilliseconds)
}
