import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate } from '#ingest/feeds/read-date.ts'

const read = (text: string): string | undefined => readDate(text)?.toISOString().replace('.000Z', 'Z')

test.each([
  ['2026-03-09T08:30:05Z', '2026-03-09T08:30:05Z'],
  ['2026-03-09T08:30:05.123+10:00', '2026-03-08T22:30:05Z'],
  ['2026-03-09 08:30', '2026-03-09T08:30:00Z'],
  ['20260309T083005Z', '2026-03-09T08:30:05Z'],
  ['2026-068', '2026-03-09T00:00:00Z'],
  ['2026', '2026-01-01T00:00:00Z'],
  ['2026-03', '2026-03-01T00:00:00Z'],
  ['2026-03-09', '2026-03-09T00:00:00Z'],
  ['Mon, 09 Mar 2026 08:30:05 GMT', '2026-03-09T08:30:05Z'],
  ['Mon,9 Mar 26 08:30 EST', '2026-03-09T13:30:00Z'],
  ['Monday, March 9th, 2026 8:30 pm PST', '2026-03-10T04:30:00Z'],
  ['Mon, 09 Mar 2026 08:30:05 -0500 (EST)', '2026-03-09T13:30:05Z'],
  ['Mon, 09 Mar 2026 08:30:05 GMT+01:00', '2026-03-09T07:30:05Z'],
  ['Mon, 09 Mar 2026 08:30:05 MESZ', '2026-03-09T06:30:05Z'],
  ['Mon, 09 Mar 2026 08:30:05 Europe/Berlin', '2026-03-09T07:30:05Z'],
  ['Mon Mar  9 08:30:05 2026', '2026-03-09T08:30:05Z'],
  ['Mon Mar 09 08:30:05 CET 2026', '2026-03-09T07:30:05Z'],
  ['Mon Mar 09 2026 08:30:05 GMT+0100 (Central European Standard Time)', '2026-03-09T07:30:05Z'],
  ['Fri, 2026/03/13 08:30:05 EDT', '2026-03-13T12:30:05Z'],
  ['09.03.2026 08:30 Uhr', '2026-03-09T08:30:00Z'],
  ['25/03/2026', '2026-03-25T00:00:00Z'],
  ['3/25/2026 1:05 PM', '2026-03-25T13:05:00Z'],
  ['Mo, 9. März 2026 08:30 MEZ', '2026-03-09T07:30:00Z'],
  ['lun., 9 févr. 2026 08:30:00 +0100', '2026-02-09T07:30:00Z'],
  ['mar, 10 mar 2026 08:30', '2026-03-10T08:30:00Z'],
  ['9 de marzo de 2026', '2026-03-09T00:00:00Z'],
  ['9 марта 2026, 08:30', '2026-03-09T08:30:00Z'],
  ['2026年03月09日 08:30:05', '2026-03-09T08:30:05Z'],
  ['2026년 03월 09일 오후 01:31:15', '2026-03-09T04:31:15Z'],
  ['1773045005', '2026-03-09T08:30:05Z'],
  ['1773045005000', '2026-03-09T08:30:05Z'],
  ['Mon, 09 Mar 2026 24:00:00 GMT', '2026-03-10T00:00:00Z'],
])('%s', (text, instant) => {
  expect(read(text)).toBe(instant)
})

describe('what is no date, or two dates, is not read', () => {
  test.each([
    '',
    'yesterday',
    'Mon, 31 Feb 2026 08:30:00 GMT',
    '03/04/2026',
    '2026-03-09T25:00:00Z',
    '2026-03-09T10:61:00Z',
    '2026-13-01',
    '2026-02-30',
    'Mon, 09 zzz 2026 08:30:00 GMT',
    'Mon, 09 Mar 2026 08:30:00 +zz:00',
    'Mon, 09 Mar 2026 08:30:00 Nowhere/City',
    'Mon, 09 Mar 2026 08:30:00 QQQ',
    'Mon, 09 Mar 2026 1:2:3:4 GMT',
    '9 listopad 2026',
    `9 March 2026${' or later'.repeat(20)}`,
  ])('%s', (text) => {
    expect(read(text)).toBeUndefined()
  })
})

test('every instant is read back from the forms that programs write', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2089-12-31'), noInvalidDate: true }), (date) => {
      const whole = Math.floor(date.getTime() / 1_000) * 1_000
      const then = new Date(whole)
      expect(readDate(then.toISOString())?.getTime()).toBe(whole)
      expect(readDate(then.toUTCString())?.getTime()).toBe(whole)
      expect(readDate(String(then))?.getTime()).toBe(whole)
    }),
  )
})

test('any text is a date or none', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 90 }),
        fc.string({ unit: fc.constantFrom(...'0123456789:-+/., TZMarpm월년') }),
      ),
      (text) => {
        const date = readDate(text)
        expect(date === undefined || Number.isFinite(date.getTime())).toBe(true)
      },
    ),
  )
})
