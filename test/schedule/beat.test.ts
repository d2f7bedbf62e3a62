import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startBeat } from '#schedule/beat.ts'
import { type FakeLog, fakeLog } from './fake-channels.ts'

const MINUTE = 60_000

describe('the beat', () => {
  let beats: number
  let log: FakeLog
  beforeEach(() => {
    beats = 0
    log = fakeLog()
    vi.useFakeTimers({ now: new Date('2026-03-02T08:00:30Z') })
  })
  afterEach(() => vi.useRealTimers())
  const count = async () => {
    beats += 1
  }

  it('comes at once, then each minute, until it is stopped', async () => {
    const beat = startBeat(count, log)
    expect(beats).toBe(1)
    await vi.advanceTimersByTimeAsync(5 * MINUTE)
    expect(beats).toBe(6)
    await beat.stop()
    await vi.advanceTimersByTimeAsync(5 * MINUTE)
    expect(beats).toBe(6)
    expect(log.lines).toEqual([])
  })

  it('goes on while a beat does not end', async () => {
    const beat = startBeat(async () => {
      await count()
      await new Promise<void>(() => {})
    }, log)
    await vi.advanceTimersByTimeAsync(3 * MINUTE)
    expect(beats).toBe(4)
    await beat.stop()
  })

  it.each(['2026-03-02T07:00:00Z', '2019-01-01T00:00:00Z'])('goes on when the clock steps back to %s', async (to) => {
    const beat = startBeat(count, log)
    await vi.advanceTimersByTimeAsync(2 * MINUTE)
    vi.setSystemTime(new Date(to))
    await vi.advanceTimersByTimeAsync(10 * MINUTE)
    expect(beats).toBeGreaterThan(9)
    expect(log.lines).toHaveLength(1)
    await beat.stop()
  })
})
