import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge } from '#core/visits/judge.ts'
import { BOUNDS } from '#core/visits/next-visit.ts'
import type { Outcome } from '#core/visits/outcome.ts'
import { type Notice, newState, type VisitState } from '#core/visits/state.ts'

const NOON = new Date('2026-03-02T12:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const URL = 'https://courier.example/feed'

const ago = (ms: number, from = NOON): Date => new Date(from.getTime() - ms)
const every = (gap: number, from = NOON): readonly Date[] =>
  Array.from({ length: 20 }, (_, at) => ago(at * gap + 1, from))
const read = (published: readonly Date[], more: Partial<Extract<Outcome, { kind: 'read' }>> = {}): Outcome => ({
  kind: 'read',
  published,
  fresh: 0,
  unfinished: false,
  asks: {},
  ...more,
})
const fault = (why: Extract<Outcome, { kind: 'failed' }>['why'], more: { retryAt?: Date; movedTo?: string } = {}) =>
  ({ kind: 'failed', why, sentence: `It is ${why}.`, ...more }) as const

/** Minutes until the next visit after this outcome. */
const wait = (outcome: Outcome, before: VisitState = newState(NOON), now = NOON): number =>
  (judge('s1', URL, before, outcome, now).state.nextVisit.getTime() - now.getTime()) / MINUTE

/** One visit after the other, each when the last one planned it. */
function visits(outcomes: readonly Outcome[], start = newState(NOON)) {
  let state = start
  let now = NOON
  const notices: Notice[] = []
  for (const outcome of outcomes) {
    now = state.nextVisit
    const judged = judge('s1', URL, state, outcome, now)
    state = judged.state
    notices.push(...judged.notices)
  }
  return { state, now, notices }
}
const times = (count: number, outcome: Outcome) => Array.from({ length: count }, () => outcome)

describe('the next visit', () => {
  it('comes sooner the faster a source publishes, within bounds', () => {
    expect(wait(read(every(MINUTE)))).toBeCloseTo(5, -1)
    expect(wait(read(every(4 * HOUR)))).toBeGreaterThanOrEqual(30)
    expect(wait(read(every(4 * HOUR)))).toBeLessThanOrEqual(33)
    expect(wait(read(every(60 * DAY)))).toBeLessThanOrEqual(24 * 60 * 1.1)
    expect(wait(read([]))).toBeGreaterThanOrEqual(60)
  })

  it('comes later while a source that published often is quiet, and is back in step with its next item', () => {
    const busy = read(every(10 * MINUTE, ago(2 * DAY)))
    const { state } = judge('s1', URL, newState(NOON), busy, NOON)
    expect(wait(busy)).toBeGreaterThan(60)
    expect(wait(read(every(10 * MINUTE)), state)).toBeLessThan(6)
  })

  it('waits as long as the feed asks: ttl, cache, skipped hours and days, up to a day', () => {
    const hourly = every(HOUR)
    expect(wait(read(hourly, { asks: { ttl: 90 } }))).toBeGreaterThanOrEqual(90)
    expect(wait(read(hourly, { freshUntil: ago(-3 * HOUR) }))).toBeGreaterThanOrEqual(180)
    expect(wait(read(hourly, { asks: { ttl: 99_999_999 } }))).toBeLessThanOrEqual(25 * 60)
    expect(wait(read(hourly, { asks: { skipHours: [12, 13, 14] } }))).toBe(180)
    expect(wait(read(hourly, { asks: { skipDays: [1] } }))).toBe(12 * 60)
    const never = { skipDays: [0, 1, 2, 3, 4, 5, 6] }
    expect(wait(read(hourly, { asks: never }))).toBeLessThan(60)
  })

  it('keeps to what the feed asked for when it is unchanged', () => {
    const { state } = judge('s1', URL, newState(NOON), read(every(MINUTE), { asks: { ttl: 120 } }), NOON)
    expect(wait({ kind: 'unchanged' }, state)).toBeGreaterThanOrEqual(120)
  })

  it('comes at once where items were left', () => {
    expect(wait(read(every(DAY), { unfinished: true }))).toBe(1)
  })

  it('doubles with each failure up to a day, and never stops', () => {
    let state = newState(NOON)
    const waits: number[] = []
    for (let i = 0; i < 40; i++) {
      const now = state.nextVisit
      state = judge('s1', URL, state, fault('failing'), now).state
      waits.push((state.nextVisit.getTime() - now.getTime()) / HOUR)
    }
    expect(waits[0]).toBeGreaterThanOrEqual(2)
    expect(waits[1]).toBeGreaterThan(waits[0]! * 1.5)
    for (const hours of waits.slice(5)) expect(hours).toBeLessThanOrEqual(24 * 1.1)
    expect(waits.at(-1)).toBeGreaterThanOrEqual(24)
  })

  it('heeds Retry-After where it is longer than the backoff', () => {
    expect(wait(fault('failing', { retryAt: ago(-20 * HOUR) }))).toBeGreaterThanOrEqual(20 * 60)
    expect(wait(fault('failing', { retryAt: ago(-MINUTE) }))).toBeGreaterThanOrEqual(120)
  })

  it('of many sources added together comes apart by chance that is the same each time', () => {
    const waits = Array.from({ length: 200 }, (_, at) =>
      judge(`s${at}`, URL, newState(NOON), read(every(DAY)), NOON).state.nextVisit.getTime(),
    )
    expect(new Set(waits).size).toBeGreaterThan(190)
    expect(wait(read(every(DAY)))).toBe(wait(read(every(DAY))))
  })

  it('is always in the future and never further than a week and a tenth of a day, whatever happened', () => {
    const date = fc.integer({ min: -400, max: 400 }).map((days) => ago(days * DAY))
    const outcome: fc.Arbitrary<Outcome> = fc.oneof(
      fc
        .record({ published: fc.array(date, { maxLength: 30 }), ttl: fc.nat(), hours: fc.array(fc.nat(23)) })
        .map(({ published, ttl, hours }) => read(published, { asks: { ttl, skipHours: hours } })),
      fc.constant<Outcome>({ kind: 'unchanged' }),
      fc.constantFrom<Outcome>(fault('gone'), fault('blocked'), fault('parked'), fault('failing')),
    )
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 20 }), (outcomes) => {
        let state = newState(NOON)
        for (const one of outcomes) {
          const now = state.nextVisit
          state = judge('s1', URL, state, one, now).state
          const ahead = state.nextVisit.getTime() - now.getTime()
          expect(ahead).toBeGreaterThanOrEqual(BOUNDS.shortest)
          expect(ahead).toBeLessThanOrEqual(BOUNDS.gone + DAY)
        }
      }),
    )
  })
})

describe('health', () => {
  it.each([
    ['gone', 2],
    ['parked', 2],
    ['blocked', 3],
    ['failing', 6],
  ] as const)('%s is said once, when %d visits in a row agree, and once when it is over', (why, sure) => {
    expect(visits(times(sure - 1, fault(why))).notices).toEqual([])
    const told = visits(times(20, fault(why)))
    expect(told.notices).toEqual([{ kind: 'trouble', trouble: why, why: `It is ${why}.` }])
    expect(told.state.health).toMatchObject({ kind: why, since: NOON })
    const back = visits([...times(20, fault(why)), read(every(HOUR, told.state.nextVisit))])
    expect(back.notices.slice(1)).toEqual([{ kind: 'recovered', trouble: why }])
    expect(back.state).toMatchObject({ health: { kind: 'ok' }, failures: 0 })
    expect(back.state).not.toHaveProperty('told')
  })

  it('says nothing of a hiccup that passes', () => {
    expect(visits([...times(5, fault('failing')), { kind: 'unchanged' }]).notices).toEqual([])
  })

  it('says it anew when what was failing turns out to be gone', () => {
    expect(visits([...times(8, fault('failing')), ...times(3, fault('gone'))]).notices.map(kindOf)).toEqual([
      'failing',
      'gone',
    ])
  })

  it('calls a source silent that keeps still for much longer than ever, until its next item', () => {
    const items = every(2 * HOUR)
    const then = new Date(NOON.getTime() + 4 * DAY)
    const first = judge('s1', URL, newState(NOON), read(items), NOON)
    const silent = judge('s1', URL, first.state, { kind: 'unchanged' }, then)
    expect(silent.state.health).toMatchObject({ kind: 'silent', since: then })
    expect(silent.notices.map(kindOf)).toEqual(['silent'])
    expect(silent.state.untold).toEqual(silent.notices)
    expect(judge('s1', URL, silent.state, read(items), then).notices).toEqual([])
    const back = judge('s1', URL, silent.state, read([then, ...items]), then)
    expect(back.notices).toEqual([{ kind: 'recovered', trouble: 'silent' }])
  })

  it('does not call a weekly or a seldom source silent before its time', () => {
    for (const [items, days] of [
      [every(7 * DAY), 30],
      [Array.from({ length: 20 }, () => ago(1)), 20],
    ] as const) {
      const { state } = judge('s1', URL, newState(NOON), read(items), NOON)
      const then = new Date(NOON.getTime() + days * DAY)
      expect(judge('s1', URL, state, { kind: 'unchanged' }, then).state.health).toEqual({ kind: 'ok' })
    }
  })

  it('follows a permanent move, and says so where it leads to another host', () => {
    const near = judge('s1', URL, newState(NOON), { kind: 'unchanged', movedTo: `${URL}/2` }, NOON)
    expect(near).toMatchObject({ url: `${URL}/2`, notices: [], state: { moved: { from: URL, at: NOON } } })
    const to = 'https://other.example/feed'
    const far = judge('s1', URL, newState(NOON), { kind: 'unchanged', movedTo: to }, NOON)
    expect(far).toMatchObject({ url: to, notices: [{ kind: 'moved', from: URL, to }] })
  })
})

const kindOf = (notice: Notice): string => (notice.kind === 'trouble' ? notice.trouble : notice.kind)
