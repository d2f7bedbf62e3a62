import { describe, expect, it } from 'vitest'
import { Problem } from '#core/problem.ts'
import { findTimezone, suggestTimezones } from '#core/subscription/timezone.ts'

describe('a time zone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['Berlin', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['America/New York', 'America/New_York'],
    ['são paulo', 'America/Sao_Paulo'],
    ['Kyiv', 'Europe/Kyiv'],
    ['Kiev', 'Europe/Kyiv'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['mumbai', 'Asia/Kolkata'],
    ['München', 'Europe/Berlin'],
    ['Washington, DC', 'America/New_York'],
    ['Buenos Aires', 'America/Argentina/Buenos_Aires'],
    ['Port-au-Prince', 'America/Port-au-Prince'],
    ['US/Eastern', 'America/New_York'],
    ['UTC', 'UTC'],
    ['gmt', 'UTC'],
    ['UTC+2', '+02:00'],
    ['+05:30', '+05:30'],
    ['GMT−0330', '-03:30'],
    ['utc + 0', 'UTC'],
    ['CET', 'Europe/Berlin'],
    ['EST', 'America/New_York'],
    ['PT', 'America/Los_Angeles'],
  ])('%j is %s', (typed, expected) => expect(findTimezone(typed)).toBe(expected))

  it('is one that the runtime can reckon in, whatever name it was found by', () => {
    for (const { value } of suggestTimezones('', 1000)) {
      expect(findTimezone(value)).toBe(value)
      expect(() => new Intl.DateTimeFormat('en', { timeZone: value })).not.toThrow()
    }
    expect(suggestTimezones('', 1000).length).toBeGreaterThan(400)
  })

  it.each([
    ['Berlni', 'Europe/Berlin'],
    ['Europe/Berln', 'Europe/Berlin'],
    ['Pariss', 'Europe/Paris'],
    ['Los Angelos', 'America/Los_Angeles'],
    ['Berli', 'Europe/Berlin'],
  ])('%j is refused, with %s as the nearest', (typed, nearest) => {
    expect(() => findTimezone(typed)).toThrow(
      expect.objectContaining({ name: 'Problem', hint: expect.stringContaining(`Did you mean ${nearest}?`) }),
    )
  })

  it.each(['', 'Atlantis-on-the-sea', '+15', 'UTC+14:30', '\u200f', 'x'.repeat(5000)])('%j is refused', (typed) =>
    expect(() => findTimezone(typed)).toThrow(Problem),
  )

  it('is offered by how its city or name starts, each once', () => {
    expect(suggestTimezones('mun', 3)).toEqual([{ label: 'Munich · Europe/Berlin', value: 'Europe/Berlin' }])
    expect(suggestTimezones('york', 1)).toEqual([{ label: 'New York · America/New_York', value: 'America/New_York' }])
    expect(suggestTimezones('utc+3', 2)[0]).toEqual({ label: '+03:00', value: '+03:00' })
    const values = suggestTimezones('a', 25).map(({ value }) => value)
    expect(new Set(values).size).toBe(25)
  })
})
