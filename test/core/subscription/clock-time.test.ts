import { describe, expect, it } from 'vitest'
import { Problem } from '#core/problem.ts'
import { formatClockTime, parseClockTime } from '#core/subscription/clock-time.ts'

describe('a time of day', () => {
  it.each([
    ['8', '08:00'],
    ['08:30', '08:30'],
    ['8:30pm', '20:30'],
    ['8:30 P.M.', '20:30'],
    ['8 am', '08:00'],
    ['12am', '00:00'],
    ['12 pm', '12:00'],
    ['12:30am', '00:30'],
    ['noon', '12:00'],
    ['12 noon', '12:00'],
    [' Midnight ', '00:00'],
    ['20.30', '20:30'],
    ['0830', '08:30'],
    ['830', '08:30'],
    ['2359', '23:59'],
    ['8h30', '08:30'],
    ['18h', '18:00'],
    ['18 Uhr', '18:00'],
    ['at 9 o’clock', '09:00'],
    ['24:00', '00:00'],
    ['0', '00:00'],
  ])('%j is %s', (typed, expected) => expect(formatClockTime(parseClockTime(typed))).toBe(expected))

  it.each(['', 'soon', '25', '24:01', '8:60', '13pm', '0am', '8:3', '-8', '8:30:10', '12345', '8pm tomorrow', '٨'])(
    '%j is refused with the forms that work',
    (typed) => expect(() => parseClockTime(typed)).toThrow(Problem),
  )
})
