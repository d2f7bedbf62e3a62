import { expect, it } from 'vitest'
import type { Slot } from '#core/ports/ledger.ts'
import { daysAfter, NOON } from '../../fakes/entries.ts'
import type { Opened } from '../store.ts'

const place = { platform: 'slack', tenant: 'T1', channel: 'C1', thread: '17.1' }
const slot = (day: number, more: Partial<Slot> = {}): Slot => ({
  key: `d1@${daysAfter(day).toISOString()}`,
  subscription: 'd1',
  place,
  due: daysAfter(day),
  ...more,
})
const parts = (of: Slot, count: number) =>
  Array.from({ length: count }, (_, at) => ({ key: `${of.key}#${at}`, message: { blocks: [{ text: `part ${at}` }] } }))

export function ledgerContract(opened: () => Opened): void {
  it('records a slot once, ever', async () => {
    const { ledger } = opened().store
    expect(await ledger.promise(slot(0), parts(slot(0), 1), ['article:a'], NOON)).toBe(true)
    expect(await ledger.promise(slot(0), parts(slot(0), 2), ['article:b'], NOON)).toBe(false)
    expect(await ledger.skip(slot(0), 'too late', NOON)).toBe(false)
    expect(await ledger.pending()).toEqual([{ slot: slot(0), parts: parts(slot(0), 1) }])
    expect(await ledger.seen(place, ['article:a', 'article:b'])).toEqual(new Set(['article:a']))
  })

  it('keeps a promise pending until its last part is sent, with what was sent as', async () => {
    const { ledger } = opened().store
    const [first, second] = parts(slot(0), 2)
    await ledger.promise(slot(0), parts(slot(0), 2), [], NOON)
    await ledger.sent(second!.key, 'm2', NOON)
    expect(await ledger.pending()).toEqual([{ slot: slot(0), parts: [first, { ...second, sentAs: 'm2' }] }])
    await ledger.sent(first!.key, 'm1', NOON)
    expect(await ledger.pending()).toEqual([])
    expect(await ledger.promise(slot(0), [], [], NOON)).toBe(false)
  })

  it('has nothing pending for a slot without parts', async () => {
    const { ledger } = opened().store
    expect(await ledger.promise(slot(0), [], [], NOON)).toBe(true)
    expect(await ledger.pending()).toEqual([])
    expect(await ledger.lastDue('d1')).toEqual(NOON)
  })

  it('gives the pending oldest first', async () => {
    const { ledger } = opened().store
    for (const day of [2, 0, 1]) await ledger.promise(slot(day), parts(slot(day), 1), [], daysAfter(3))
    expect((await ledger.pending()).map((one) => one.slot.due)).toEqual([NOON, daysAfter(1), daysAfter(2)])
  })

  it('gives the pending of one channel, whatever the thread', async () => {
    const { ledger } = opened().store
    const elsewhere = slot(1, { place: { ...place, channel: 'C2' } })
    await ledger.promise(slot(0), parts(slot(0), 1), [], NOON)
    await ledger.promise(elsewhere, parts(elsewhere, 1), [], NOON)
    expect(await ledger.pending({ ...place, thread: 'other' })).toEqual([{ slot: slot(0), parts: parts(slot(0), 1) }])
    expect(await ledger.pending({ ...place, tenant: 'T2' })).toEqual([])
  })

  it('makes nothing of a part it never heard of', async () => {
    const { ledger } = opened().store
    await ledger.promise(slot(0), parts(slot(0), 1), [], NOON)
    await ledger.sent('unknown#1', 'm1', NOON)
    await ledger.abandon('unknown', 'never heard of', NOON)
    expect(await ledger.pending()).toHaveLength(1)
  })

  it('knows the newest due instant of any record of a subscription, up to a moment', async () => {
    const { ledger } = opened().store
    expect(await ledger.lastDue('d1')).toBeUndefined()
    await ledger.promise(slot(0), parts(slot(0), 1), [], NOON)
    await ledger.skip(slot(5), 'The bot was not running.', NOON)
    await ledger.skip(slot(9, { key: 'd2@x', subscription: 'd2' }), 'another', NOON)
    expect(await ledger.lastDue('d1')).toEqual(daysAfter(5))
    expect(await ledger.lastDue('d1', daysAfter(5))).toEqual(daysAfter(5))
    expect(await ledger.lastDue('d1', daysAfter(4))).toEqual(NOON)
    expect(await ledger.lastDue('d1', daysAfter(-1))).toBeUndefined()
  })

  it('leaves what was asked for by hand out of the last due', async () => {
    const { ledger } = opened().store
    const byHand = slot(1, { key: 'd1@now@1', unscheduled: true })
    await ledger.promise(slot(0), [], [], NOON)
    await ledger.promise(byHand, parts(byHand, 1), [], daysAfter(1))
    expect(await ledger.pending()).toEqual([{ slot: byHand, parts: parts(byHand, 1) }])
    expect(await ledger.lastDue('d1')).toEqual(NOON)
    expect(await ledger.lastPromise('d1')).toEqual(daysAfter(1))
  })

  it('forgets the items of a delivery that was given up before any of it was sent', async () => {
    const { ledger } = opened().store
    await ledger.promise(slot(0), parts(slot(0), 2), ['article:a'], NOON)
    await ledger.promise(slot(1), parts(slot(1), 2), ['article:a', 'article:b'], daysAfter(1))
    await ledger.sent(parts(slot(0), 2)[0]!.key, 'm1', NOON)
    await ledger.abandon(slot(0).key, 'The channel is gone.', NOON)
    await ledger.abandon(slot(1).key, 'The channel is gone.', NOON)
    expect(await ledger.pending()).toEqual([])
    expect(await ledger.seen(place, ['article:a', 'article:b'])).toEqual(new Set(['article:a']))
    expect(await ledger.lastPromise('d1')).toBeUndefined()
    expect(await ledger.lastDue('d1')).toEqual(daysAfter(1))
  })

  it('does not give up what was sent', async () => {
    const { ledger } = opened().store
    await ledger.promise(slot(0), parts(slot(0), 1), ['article:a'], NOON)
    await ledger.sent(parts(slot(0), 1)[0]!.key, 'm1', NOON)
    await ledger.abandon(slot(0).key, 'too late for that', NOON)
    expect(await ledger.seen(place, ['article:a'])).toEqual(new Set(['article:a']))
    expect(await ledger.lastPromise('d1')).toEqual(NOON)
  })

  it('has seen items by channel, whatever the thread, and however many are asked about', async () => {
    const { ledger } = opened().store
    const items = Array.from({ length: 2500 }, (_, at) => `quote:a:${at}`)
    await ledger.promise(slot(0), [], items, NOON)
    expect((await ledger.seen({ ...place, thread: 'other' }, [...items, 'quote:b:1'])).size).toBe(2500)
    expect((await ledger.seen({ ...place, channel: 'C2' }, items)).size).toBe(0)
  })
}
