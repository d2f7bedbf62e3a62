import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { Schedule, Subscription, Weekday } from '#core/ports/subscriptions.ts'
import { due, nextDue } from '#core/subscription/due.ts'

const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const at = (iso: string): Date => new Date(iso)
const schedule = (hour: number, minute: number, timezone: string, days = EVERY_DAY): Schedule => ({
  hour,
  minute,
  days,
  timezone,
})
const subscription = (more: Partial<Subscription> = {}): Subscription => ({
  id: 'd1',
  place: { platform: 'discord', channel: 'c1' },
  createdBy: 'u1',
  createdAt: at('2026-03-01T00:00:00Z'),
  schedule: schedule(8, 30, 'Europe/Berlin'),
  sections: ['headlines'],
  whenEmpty: 'say',
  ...more,
})
const since = (iso: string) => new Map([['d1', at(iso)]])
const shown = (slots: ReturnType<typeof due>) =>
  slots.map(({ due: when, state }) => `${when.toISOString().slice(0, 16)} ${state}`)

describe('the next slot', () => {
  it.each([
    ['2026-01-05T07:29:59Z', '2026-01-05T07:30:00Z'],
    ['2026-01-05T07:30:00Z', '2026-01-06T07:30:00Z'],
    ['2026-07-05T06:30:00Z', '2026-07-06T06:30:00Z'],
  ])('after %s is %s', (now, next) => {
    expect(nextDue(schedule(8, 30, 'Europe/Berlin'), at(now))).toEqual(at(next))
  })

  it('keeps to the days of the week as they are in the zone, not by UTC', () => {
    const mondays = schedule(1, 0, 'Asia/Tokyo', [1])
    expect(nextDue(mondays, at('2026-01-04T00:00:00Z'))).toEqual(at('2026-01-04T16:00:00Z'))
    expect(nextDue(mondays, at('2026-01-04T16:00:00Z'))).toEqual(at('2026-01-11T16:00:00Z'))
  })

  it('takes a time that does not exist that day for the next that does', () => {
    expect(nextDue(schedule(2, 30, 'Europe/Berlin'), at('2026-03-28T12:00:00Z'))).toEqual(at('2026-03-29T01:00:00Z'))
    expect(nextDue(schedule(0, 0, 'Africa/Cairo'), at('2026-04-23T12:00:00Z'))).toEqual(at('2026-04-23T22:00:00Z'))
  })

  it('takes a time that happens twice once, the first', () => {
    const twice = schedule(2, 30, 'Europe/Berlin')
    expect(nextDue(twice, at('2026-10-24T12:00:00Z'))).toEqual(at('2026-10-25T00:30:00Z'))
    expect(nextDue(twice, at('2026-10-25T00:30:00Z'))).toEqual(at('2026-10-26T01:30:00Z'))
  })

  it('goes on where a zone leaves out a day', () => {
    const samoa = schedule(8, 0, 'Pacific/Apia')
    expect(nextDue(samoa, at('2011-12-29T18:00:00Z'))).toEqual(at('2011-12-30T10:00:00Z'))
    expect(nextDue(samoa, at('2011-12-30T10:00:00Z'))).toEqual(at('2011-12-30T18:00:00Z'))
  })

  it('works in a zone that is only an offset', () => {
    expect(nextDue(schedule(8, 0, '+05:30'), at('2026-01-01T03:00:00Z'))).toEqual(at('2026-01-02T02:30:00Z'))
  })
})

const from = Temporal.Instant.from('2020-01-01T00:00Z')
const until = Temporal.Instant.from('2030-12-31T00:00Z')

function transitions(timezone: string): readonly Temporal.ZonedDateTime[] {
  const found: Temporal.ZonedDateTime[] = []
  let next = from.toZonedDateTimeISO(timezone).getTimeZoneTransition('next')
  while (next !== null && next.epochMilliseconds < until.epochMilliseconds) {
    found.push(next)
    next = next.getTimeZoneTransition('next')
  }
  return found
}

/** What a clock on the wall shows, by another road than the one under test. */
function wall(instant: number, timezone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timezone)
    .toPlainDateTime()
    .toString()
    .slice(0, 16)
}

describe('over every change of every zone from 2020 to 2030', () => {
  const all = Intl.supportedValuesOf('timeZone').map((zone) => ({ zone, changes: transitions(zone) }))
  // Berlin and Paris change alike: a slot goes by the changes alone, so one of them stands for both.
  const zones = [
    ...new Map(
      all.map((one) => [
        one.changes.map(({ epochMilliseconds, offset }) => `${epochMilliseconds} ${offset}`).join(),
        one,
      ]),
    ).values(),
  ]

  it('there are dozens of ways to change, and hundreds of changes to look at', () => {
    expect(all.length).toBeGreaterThan(400)
    expect(zones.length).toBeGreaterThan(40)
    expect(zones.reduce((sum, { changes }) => sum + changes.length, 0)).toBeGreaterThan(500)
  })

  it('each day has one slot, at the first minute of that day that the wall clock shows at or after the time', () => {
    const wrong: string[] = []
    for (const { zone, changes } of zones) {
      for (const change of changes) {
        const before = change.subtract({ nanoseconds: 1 })
        const jump = (change.offsetNanoseconds - before.offsetNanoseconds) / 1e9 / 60
        // Before, at the edges of, inside and after what is skipped or repeated.
        const skipped = Math.trunc(Math.abs(jump))
        const around = [...new Set([-1, 0, Math.trunc(jump / -2), skipped - 1, skipped])]
        for (const minutes of around) {
          const local = change.toPlainDateTime().add({ minutes })
          const slots = schedule(local.hour, local.minute, zone)
          const start = change.epochMilliseconds - 30 * HOUR
          const first = nextDue(slots, new Date(start))
          const second = nextDue(slots, first)
          const third = nextDue(slots, second)
          for (const slot of [first, second, third]) {
            if (!isRight(slot.getTime(), local, zone)) wrong.push(`${zone} ${local} ${slot.toISOString()}`)
          }
          if (first >= second || second >= third) wrong.push(`${zone} ${local} order`)
          if (third.getTime() - first.getTime() > 51 * HOUR) wrong.push(`${zone} ${local} a day without`)
        }
      }
    }
    expect(wrong).toEqual([])
  })
})

/** The wall shows the time now and did not an hour-wide moment before; or it has just jumped over it. */
function isRight(slot: number, { hour, minute }: Temporal.PlainDateTime, zone: string): boolean {
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  const shows = wall(slot, zone)
  const date = shows.slice(0, 10)
  if (shows.slice(11) === time) {
    // Not the second time round: within the last three hours it never showed this.
    const zoned = Temporal.Instant.fromEpochMilliseconds(slot).toZonedDateTimeISO(zone)
    return zoned.toPlainDateTime().toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds === slot
  }
  const justBefore = wall(slot - MINUTE, zone)
  const wanted = [date, justBefore.slice(0, 10)].map((day) => `${day}T${time}`)
  return wanted.some((moment) => justBefore < moment && moment < shows)
}

describe('what is due', () => {
  const now = at('2026-03-10T07:31:00Z')
  const window = 12 * HOUR

  it('is the slot since the last recorded one', () => {
    const slots = due([subscription()], since('2026-03-09T07:30:00Z'), now, window)
    expect(shown(slots)).toEqual(['2026-03-10T07:30 punctual'])
    expect(slots[0]?.key).toBe('d1@2026-03-10T07:30:00.000Z')
    expect(due([subscription()], since('2026-03-10T07:30:00Z'), now, window)).toEqual([])
  })

  it('is nothing from before it was created, or while it is paused', () => {
    expect(due([subscription({ createdAt: at('2026-03-10T07:30:01Z') })], new Map(), now, window)).toEqual([])
    expect(shown(due([subscription({ createdAt: at('2026-03-10T07:29:00Z') })], new Map(), now, window))).toHaveLength(
      1,
    )
    const paused = { since: now, reason: 'Asked for.' }
    expect(due([subscription({ paused })], since('2026-03-09T07:30:00Z'), now, window)).toEqual([])
  })

  it('after an outage is the newest, late, and the older ones as missed', () => {
    const late = due([subscription()], since('2026-03-07T07:30:00Z'), at('2026-03-10T09:00:00Z'), window)
    expect(shown(late)).toEqual(['2026-03-08T07:30 missed', '2026-03-09T07:30 missed', '2026-03-10T07:30 late'])
  })

  it('is only missed when even the newest is older than the window', () => {
    const old = due([subscription()], since('2026-03-08T07:30:00Z'), at('2026-03-10T07:00:00Z'), window)
    expect(shown(old)).toEqual(['2026-03-09T07:30 missed'])
    expect(shown(due([subscription()], since('2026-03-09T07:30:00Z'), now, 0))).toEqual(['2026-03-10T07:30 punctual'])
  })

  it('is bounded however long the outage was', () => {
    const slots = due([subscription({ createdAt: at('2001-01-01T00:00:00Z') })], new Map(), now, window)
    expect(slots.length).toBeLessThanOrEqual(61)
    expect(slots.at(-1)?.state).toBe('punctual')
  })

  it('is nothing again for what was recorded when the clock steps back', () => {
    // At 08:31 the slot of 08:30 was recorded; then it is 08:20 again, and 08:30 once more.
    expect(due([subscription()], since('2026-03-09T07:30:00Z'), at('2026-03-10T07:20:00Z'), window)).toEqual([])
    const again = due([subscription()], since('2026-03-09T07:30:00Z'), at('2026-03-10T07:30:00Z'), window)
    expect(again.map(({ key }) => key)).toEqual(['d1@2026-03-10T07:30:00.000Z'])
  })

  it('is what is due now for one created by a clock that ran ahead', () => {
    const future = subscription({ createdAt: at('2031-01-01T00:00:00Z') })
    expect(shown(due([future], new Map(), now, window))).toEqual(['2026-03-10T07:30 punctual'])
    expect(due([future], new Map(), at('2026-03-10T07:50:00Z'), window)).toEqual([])
  })
})
