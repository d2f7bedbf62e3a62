import { describe, expect, it } from 'vitest'
import { readContentType, readFreshUntil, readRetryAt } from '#ingest/fetching/headers.ts'

const NOW = new Date('2026-03-01T12:00:00Z')
const headers = (values: Readonly<Record<string, string>>) => new Map(Object.entries(values))

describe('how long an answer stays fresh', () => {
  it.each([
    [{ 'cache-control': 'public, max-age=3600' }, '2026-03-01T13:00:00.000Z'],
    [{ 'cache-control': 'max-age=3600', age: '600' }, '2026-03-01T12:50:00.000Z'],
    [{ 'cache-control': 'max-age=60', expires: 'Sun, 01 Mar 2026 18:00:00 GMT' }, '2026-03-01T12:01:00.000Z'],
    [{ expires: 'Sun, 01 Mar 2026 13:00:00 GMT', date: 'Sun, 01 Mar 2026 12:30:00 GMT' }, '2026-03-01T12:30:00.000Z'],
    [{ 'cache-control': 'max-age=999999999999' }, '2026-03-31T12:00:00.000Z'],
    [{ 'cache-control': 'no-cache, max-age=3600' }, undefined],
    [{ expires: '0' }, undefined],
    [{ expires: 'Sun, 01 Mar 2020 13:00:00 GMT' }, undefined],
    [{}, undefined],
  ])('%j: %s', (values, until) => {
    expect(readFreshUntil(headers(values), NOW)?.toISOString()).toBe(until)
  })
})

it.each([
  ['soon', undefined],
  ['-5', undefined],
  ['30', '2026-03-01T12:00:30.000Z'],
  ['Sun, 01 Mar 2026 12:05:00 GMT', '2026-03-01T12:05:00.000Z'],
])('Retry-After: %s is %s', (value, at) => {
  expect(readRetryAt(headers({ 'retry-after': value }), NOW)?.toISOString()).toBe(at)
})

it.each([
  ['Text/HTML; Charset="ISO-8859-1"', { type: 'text/html', charset: 'iso-8859-1' }],
  ['application/xml', { type: 'application/xml' }],
  ['', { type: '' }],
])('Content-Type: %s', (value, expected) => {
  expect(readContentType(headers({ 'content-type': value }))).toEqual(expected)
})
