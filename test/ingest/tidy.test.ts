import { expect, it } from 'vitest'
import { tidy } from '#ingest/tidy.ts'

it('goes on until nothing is left to do', async () => {
  let left = 3
  await tidy({ tidy: async () => left-- > 0 }, new AbortController().signal)
  expect(left).toBe(-1)
})

it('stops between two pieces when it is asked to', async () => {
  const leaving = new AbortController()
  let pieces = 0
  const endless = async () => {
    pieces += 1
    if (pieces === 2) leaving.abort()
    return true
  }
  await tidy({ tidy: endless }, leaving.signal)
  expect(pieces).toBe(2)
})
