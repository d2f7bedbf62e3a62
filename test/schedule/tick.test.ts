import { beforeEach, describe, expect, it } from 'vitest'
import { NOBODY_KNOWN } from '#core/experts/known-people.ts'
import type { Store } from '#core/ports/store.ts'
import type { Draft } from '#core/ports/subscriptions.ts'
import type { Sections } from '#digest/digest.ts'
import type { Section } from '#digest/section.ts'
import { discover } from '#discover.ts'
import { loadOutlets } from '#engine.ts'
import { DeliveryFailure } from '#platform.ts'
import { type Scheduler, scheduler } from '#schedule/tick.ts'
import { memoryStore } from '#store/memory.ts'
import { entry } from '../fakes/entries.ts'
import { type FakeChannels, type FakeLog, fakeChannels, fakeLog } from './fake-channels.ts'

const sections: Sections = await discover<Section>(new URL('../../src/digest/sections/', import.meta.url))
const HOUR = 60 * 60 * 1000

let now: Date
let store: Store
let channels: FakeChannels
let log: FakeLog
let schedule: Scheduler
let answerMs: number

const restart = () => {
  schedule = scheduler({
    store,
    sections,
    outlets: loadOutlets().outlets,
    stopWords: new Set(),
    people: () => NOBODY_KNOWN,
    log,
    target: (platform) => (platform === 'discord' ? channels : undefined),
    now: () => now,
    window: 12 * HOUR,
    answerMs,
  })
}
const clock = (iso: string) => {
  now = new Date(iso)
}
const draft = (channel: string, more: Partial<Draft> = {}): Draft => ({
  place: { platform: 'discord', channel },
  createdBy: 'u1',
  schedule: { hour: 8, minute: 30, days: [1, 2, 3, 4, 5, 6, 7], timezone: 'UTC' },
  sections: ['headlines', 'voices'],
  whenEmpty: 'say',
  ...more,
})
const subscribe = (channel: string, more: Partial<Draft> = {}) => store.subscriptions.add(draft(channel, more), now)
const publish = (...ids: string[]) =>
  store.library.add(
    ids.map((id) => entry(id, [{ by: `Speaker ${id}`, words: `What was said in ${id} is this` }], { published: now })),
  )
const tickAt = async (iso: string) => {
  clock(iso)
  await schedule.tick()
}

beforeEach(() => {
  clock('2026-03-02T08:00:00Z')
  store = memoryStore({ clock: () => now })
  channels = fakeChannels()
  log = fakeLog()
  answerMs = 60_000
  restart()
})

describe('a digest', () => {
  it('comes when it is due, once, in all its parts, and says what is new', async () => {
    await subscribe('c1')
    await publish('a')
    await tickAt('2026-03-02T08:29:59Z')
    expect(channels.in('c1')).toEqual([])
    await tickAt('2026-03-02T08:30:00Z')
    await tickAt('2026-03-02T08:31:00Z')
    expect(channels.in('c1')).toHaveLength(3)
    expect(channels.in('c1').join()).toMatch(/Title of a.*What was said in a is this/s)
    expect(channels.attempts).toBe(3)
  })

  it('never shows what the channel was shown, and shows the rest', async () => {
    await subscribe('c1')
    await subscribe('c1', { sections: ['headlines'] })
    await publish('a')
    await tickAt('2026-03-02T08:30:00Z')
    clock('2026-03-02T12:00:00Z')
    await publish('a', 'b')
    await tickAt('2026-03-03T08:30:00Z')
    const all = channels.in('c1').join('\n')
    for (const once of ['Title of a', 'Title of b', 'said in a', 'said in b']) expect(all.split(once)).toHaveLength(2)
  })

  it('with nothing new says so in a line, or is silent, as the channel chose', async () => {
    await subscribe('talks')
    await subscribe('silent', { whenEmpty: 'silent' })
    await publish('a')
    await tickAt('2026-03-02T08:30:00Z')
    await tickAt('2026-03-03T08:30:00Z')
    expect(channels.in('silent')).toHaveLength(3)
    expect(channels.in('talks')).toHaveLength(4)
    expect(channels.in('talks').at(-1)).toContain('Nothing new since')
  })

  it('that is late says since when, and older ones are passed over', async () => {
    await subscribe('c1')
    await publish('a')
    await tickAt('2026-03-05T11:00:00Z')
    expect(channels.in('c1').join()).toMatch(/Late: this was due.*2026-03-05T08:30:00/s)
    expect(channels.in('c1')).toHaveLength(3)
    expect(log.lines.filter((line) => line.includes('missed'))).toEqual([
      expect.stringContaining('3 digests of one channel were missed and will not be sent.'),
    ])
    await tickAt('2026-03-05T11:01:00Z')
    expect(channels.in('c1')).toHaveLength(3)
  })

  it('a clock a year ahead makes one line of a channel, not one of each day', async () => {
    await subscribe('c1')
    await tickAt('2027-03-02T08:30:00Z')
    expect(log.lines.filter((line) => line.includes('missed'))).toEqual([
      expect.stringMatching(/\d\d digests of one channel were missed .* check the clock/),
    ])
    expect(channels.in('c1').length).toBeGreaterThan(0)
  })

  it('that is later than the window is not sent, and its news is in the next', async () => {
    await subscribe('c1')
    await publish('a')
    await tickAt('2026-03-02T21:00:00Z')
    expect(channels.in('c1')).toEqual([])
    await tickAt('2026-03-03T08:30:00Z')
    expect(channels.in('c1').join()).toContain('Title of a')
  })

  it('is not sent twice by a clock that steps back', async () => {
    await subscribe('c1')
    await publish('a')
    await tickAt('2026-03-02T08:30:00Z')
    const first = channels.in('c1').length
    for (const time of ['08:00', '08:29', '08:30', '08:31']) await tickAt(`2026-03-02T${time}:00Z`)
    restart()
    await tickAt('2026-03-02T08:30:30Z')
    expect(channels.in('c1')).toHaveLength(first)
  })

  it('comes again after a clock that ran years ahead is put right', async () => {
    await subscribe('c1')
    await tickAt('2031-01-01T08:30:00Z')
    const before = channels.in('c1').length
    await tickAt('2026-03-03T08:30:00Z')
    expect(channels.in('c1').length).toBeGreaterThan(before)
  })

  it('that was removed before it was sent is not sent', async () => {
    const { id } = await subscribe('c1')
    channels.before = () => {
      throw new DeliveryFailure('later', 'down')
    }
    await tickAt('2026-03-02T08:30:00Z')
    await schedule.digests.remove(id)
    channels.before = () => {}
    await tickAt('2026-03-02T08:40:00Z')
    expect(channels.in('c1')).toEqual([])
    expect(await store.ledger.pending()).toEqual([])
  })
})

describe('a channel that cannot be had', () => {
  const fail = (channel: string, error: Error) => {
    channels.before = (place) => {
      if (place.channel === channel) throw error
    }
  }

  it.each([
    ['gone', 'Its channel is gone.'],
    ['forbidden', 'Onrecord may not write in its channel any more.'],
  ] as const)('because it is %s has its digest paused, and its creator told once', async (kind, reason) => {
    const { id } = await subscribe('c1')
    await subscribe('c2')
    fail('c1', new DeliveryFailure(kind, 'no'))
    await tickAt('2026-03-02T08:30:00Z')
    await tickAt('2026-03-03T08:30:00Z')
    expect((await store.subscriptions.find(id))?.paused).toEqual({ since: new Date('2026-03-02T08:30:00Z'), reason })
    expect(channels.told).toHaveLength(1)
    expect(channels.told[0]).toContain(`Your digest ${id} is paused. ${reason}`)
    expect(channels.in('c2').length).toBeGreaterThan(1)
    expect(await store.ledger.pending()).toEqual([])
  })

  it('for a while is tried less and less often, and then gets everything in order', async () => {
    await subscribe('c1')
    await publish('a')
    fail('c1', new DeliveryFailure('later', 'down'))
    for (let minute = 30; minute < 60; minute += 1) await tickAt(`2026-03-02T08:${minute}:00Z`)
    expect(channels.attempts).toBe(5)
    channels.before = () => {}
    await tickAt('2026-03-02T09:10:00Z')
    expect(channels.in('c1')).toHaveLength(3)
    expect(channels.in('c1')[1]).toContain('Headlines')
  })

  it('gets two digests in the order they were due, the second not before the first', async () => {
    await subscribe('c1', { about: 'harbour' })
    await subscribe('c1')
    const asked: string[] = []
    channels.before = (_place, key) => {
      asked.push(key.slice(0, 2))
      if (asked.length === 1) throw new DeliveryFailure('later', 'down')
    }
    await tickAt('2026-03-02T08:30:00Z')
    await tickAt('2026-03-02T08:40:00Z')
    expect(asked).toEqual(['d1', 'd1', 'd2'])
  })

  it('goes on at the part that failed', async () => {
    await subscribe('c1')
    await publish('a')
    channels.before = (_place, key) => {
      if (key.endsWith('#2')) throw new Error('a bug in the platform')
    }
    await tickAt('2026-03-02T08:30:00Z')
    expect(channels.in('c1')).toHaveLength(1)
    channels.before = () => {}
    await tickAt('2026-03-02T08:40:00Z')
    expect(channels.in('c1')).toHaveLength(3)
    expect(channels.attempts).toBe(4)
  })

  it('for days gets one late digest when it is back, not one for each day', async () => {
    await subscribe('c1')
    await publish('a')
    fail('c1', new DeliveryFailure('later', 'down'))
    for (const day of [2, 3, 4, 5]) {
      for (const hour of ['08', '12', '20']) await tickAt(`2026-03-0${day}T${hour}:30:00Z`)
    }
    channels.before = () => {}
    await tickAt('2026-03-06T09:30:00Z')
    await tickAt('2026-03-06T09:31:00Z')
    await tickAt('2026-03-06T09:32:00Z')
    const headings = channels.in('c1').filter((message) => message.includes('News digest'))
    expect(headings).toHaveLength(2)
    expect(headings[1]).toContain('Late')
    expect(channels.told).toHaveLength(1)
    expect(channels.told[0]).toContain('could not be delivered for some time')
  })

  it('that hangs holds up no other, today or tomorrow, and gets its own when it answers', async () => {
    await subscribe('c1')
    await subscribe('c2')
    let release: (() => void) | undefined
    channels.before = (place) =>
      place.channel === 'c1' ? new Promise<void>((resolve) => (release = resolve)) : undefined
    const beats = []
    for (const [day, count] of [
      ['2026-03-02', 1],
      ['2026-03-03', 2],
    ] as const) {
      clock(`${day}T08:30:00Z`)
      beats.push(schedule.tick())
      while (channels.in('c2').length < count) await new Promise((resolve) => setTimeout(resolve, 1))
    }
    expect(channels.in('c1')).toEqual([])
    channels.before = () => {}
    release?.()
    await Promise.all(beats)
    expect(channels.in('c1').length).toBe(1)
  })

  it('that never answers is tried again as one that failed', async () => {
    await subscribe('c1')
    answerMs = 20
    restart()
    channels.before = () => new Promise<void>(() => {})
    await tickAt('2026-03-02T08:30:00Z')
    channels.before = () => {}
    await tickAt('2026-03-02T08:31:00Z')
    expect(channels.in('c1')).toHaveLength(1)
    expect(channels.attempts).toBe(2)
  })

  it('of a platform that is not connected is left until it is', async () => {
    await subscribe('c1', { place: { platform: 'slack', channel: 'c1' } })
    await subscribe('c2')
    await tickAt('2026-03-02T08:30:00Z')
    expect(channels.in('c2').length).toBeGreaterThan(0)
    expect(await store.ledger.lastDue('d1')).toBeUndefined()
  })
})

describe('a part that was sent but could not be recorded', () => {
  it('is recorded later and not sent again', async () => {
    await subscribe('c1')
    await publish('a')
    const { sent } = store.ledger
    let full = true
    store = {
      ...store,
      ledger: {
        ...store.ledger,
        sent: async (...args) => {
          if (full) throw new Error('The disk is full.')
          return sent(...args)
        },
      },
    }
    restart()
    await tickAt('2026-03-02T08:30:00Z')
    expect(channels.attempts).toBe(1)
    full = false
    await tickAt('2026-03-02T08:40:00Z')
    expect(channels.attempts).toBe(3)
    expect(channels.in('c1')).toHaveLength(3)
    expect(await store.ledger.pending()).toEqual([])
  })
})

describe('closing', () => {
  it('waits for the part under way and leaves the rest for the next start', async () => {
    await subscribe('c1')
    await publish('a')
    let release: (() => void) | undefined
    channels.before = () => new Promise<void>((resolve) => (release = resolve))
    clock('2026-03-02T08:30:00Z')
    const beat = schedule.tick()
    while (release === undefined) await new Promise((resolve) => setTimeout(resolve, 1))
    const closed = schedule.close()
    channels.before = () => {}
    release()
    await Promise.all([beat, closed])
    expect(channels.in('c1')).toHaveLength(1)
    await schedule.tick()
    expect(channels.in('c1')).toHaveLength(1)
    restart()
    await schedule.tick()
    expect(channels.in('c1')).toHaveLength(3)
    expect(channels.attempts).toBe(3)
  })
})

describe('by hand', () => {
  it('a preview is what would come, to the asker, and records nothing', async () => {
    const subscription = await subscribe('c1')
    await publish('a')
    clock('2026-03-02T08:30:00Z')
    const preview = await schedule.digests.preview(subscription)
    expect(preview.audience).toBe('asker')
    expect(await schedule.digests.preview(subscription)).toEqual(preview)
    await schedule.tick()
    expect(channels.in('c1')).toEqual(channels.render(preview, subscription.place))
  })

  it('one more comes at once, and the regular one only with what is newer', async () => {
    const subscription = await subscribe('c1')
    await publish('a')
    await schedule.digests.deliverNow(subscription)
    expect(channels.in('c1').join()).toContain('Title of a')
    clock('2026-03-02T08:10:00Z')
    await publish('b')
    await tickAt('2026-03-02T08:30:00Z')
    const all = channels.in('c1').join()
    expect(all.split('Title of a')).toHaveLength(2)
    expect(all).toContain('Title of b')
  })

  it('one that cannot be sent says why, and is sent later if it can be', async () => {
    const subscription = await subscribe('c1')
    channels.before = () => {
      throw new DeliveryFailure('later', 'down')
    }
    await expect(schedule.digests.deliverNow(subscription)).rejects.toMatchObject({
      name: 'Problem',
      message: /could not be delivered just now/,
    })
    channels.before = () => {}
    await tickAt('2026-03-02T08:05:00Z')
    expect(channels.in('c1')).toHaveLength(1)
    channels.before = () => {
      throw new DeliveryFailure('forbidden', 'no')
    }
    clock('2026-03-02T08:06:00Z')
    await expect(schedule.digests.deliverNow(subscription)).rejects.toMatchObject({ message: /may not write/ })
    expect((await store.subscriptions.find('d1'))?.paused).toBeUndefined()
  })

  it('a change to an earlier hour, or a pause that ends, makes nothing of the past due', async () => {
    const { id } = await subscribe('c1')
    await tickAt('2026-03-02T08:30:00Z')
    const first = channels.in('c1').length
    clock('2026-03-03T07:00:00Z')
    await schedule.digests.change(id, { schedule: { ...draft('c1').schedule, hour: 6 } })
    await schedule.tick()
    expect(channels.in('c1')).toHaveLength(first)
    await schedule.digests.pause(id, 'Asked for.', now)
    clock('2026-03-05T08:00:00Z')
    await schedule.digests.resume(id, now)
    await schedule.tick()
    expect(channels.in('c1')).toHaveLength(first)
    await tickAt('2026-03-06T06:30:00Z')
    expect(channels.in('c1').length).toBeGreaterThan(first)
  })

  it('the sections to choose from are in their order, each with a summary', () => {
    expect([...schedule.digests.sections.keys()]).toEqual(['headlines', 'voices', 'figures', 'checks'])
    for (const summary of schedule.digests.sections.values()) expect(summary.length).toBeGreaterThan(10)
  })
})
