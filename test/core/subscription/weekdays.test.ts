import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Weekday } from '#core/ports/subscriptions.ts'
import { Problem } from '#core/problem.ts'
import { describeDays, parseDays } from '#core/subscription/weekdays.ts'

describe('days of the week', () => {
  it.each([
    ['weekdays', [1, 2, 3, 4, 5]],
    ['Every day', [1, 2, 3, 4, 5, 6, 7]],
    ['daily', [1, 2, 3, 4, 5, 6, 7]],
    ['weekend', [6, 7]],
    ['mon,wed', [1, 3]],
    ['wed mon', [1, 3]],
    ['Mon - Fri', [1, 2, 3, 4, 5]],
    ['monday to thursday', [1, 2, 3, 4]],
    ['fri–mon', [1, 5, 6, 7]],
    ['Tuesdays and Thursdays', [2, 4]],
    ['mo/tu', [1, 2]],
    ['weekdays, sat', [1, 2, 3, 4, 5, 6]],
    ['every tues', [2]],
    ['sun.', [7]],
    ['mon-mon', [1]],
  ])('%j are %j', (typed, expected) => expect(parseDays(typed)).toEqual(expected))

  it.each(['', 'never', 't', 's', 'mon-', 'mon-wed-fri', '1-5', 'mondayish', ',', 'and'])(
    '%j is refused with the forms that work',
    (typed) => expect(() => parseDays(typed)).toThrow(Problem),
  )

  it('reads back what it writes', () => {
    const days = fc.subarray<Weekday>([1, 2, 3, 4, 5, 6, 7], { minLength: 1 })
    fc.assert(
      fc.property(days, (some) => {
        expect(parseDays(describeDays(some))).toEqual(some)
      }),
    )
  })

  it('writes sets by their name', () => {
    expect(describeDays([1, 2, 3, 4, 5])).toBe('weekdays')
    expect(describeDays([1, 3, 5])).toBe('Mondays, Wednesdays and Fridays')
  })
})
