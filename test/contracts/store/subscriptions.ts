import { expect, it } from 'vitest'
import type { Draft } from '#core/ports/subscriptions.ts'
import { daysAfter, NOON } from '../../fakes/entries.ts'
import type { Opened } from '../store.ts'

const draft: Draft = {
  place: { platform: 'discord', tenant: 'g1', channel: 'c1' },
  createdBy: 'u1',
  schedule: { hour: 8, minute: 30, days: [1, 5], timezone: 'Europe/Berlin' },
  about: 'NATO',
  sections: ['headlines', 'voices'],
  whenEmpty: 'say',
}

export function subscriptionsContract(opened: () => Opened): void {
  it('gives back what was added, under a short id', async () => {
    const { subscriptions } = opened().store
    const added = await subscriptions.add(draft, NOON)
    expect(added).toEqual({ ...draft, id: 'd1', createdAt: NOON })
    expect(await subscriptions.find('d1')).toEqual(added)
    expect(await subscriptions.find('D1')).toEqual(added)
  })

  it('finds nothing under what is no id', async () => {
    const { subscriptions } = opened().store
    await subscriptions.add(draft, NOON)
    for (const id of ['', 'd', 'd0', 'd01', '1', 'd1 ', 'd99', "d1' or 1=1", `d${'9'.repeat(400)}`]) {
      expect(await subscriptions.find(id)).toBeUndefined()
    }
  })

  it('never gives an id twice, whatever was removed', async () => {
    const { subscriptions } = opened().store
    await subscriptions.add(draft, NOON)
    const second = await subscriptions.add(draft, NOON)
    expect(await subscriptions.remove(second.id)).toBe(true)
    expect(await subscriptions.remove(second.id)).toBe(false)
    expect((await subscriptions.add(draft, NOON)).id).toBe('d3')
  })

  it('lists a channel by age, whatever thread was asked from', async () => {
    const { subscriptions } = opened().store
    const first = await subscriptions.add(draft, NOON)
    await subscriptions.add({ ...draft, place: { ...draft.place, channel: 'c2' } }, NOON)
    const third = await subscriptions.add(draft, NOON)
    expect(await subscriptions.at({ ...draft.place, thread: 't1' })).toEqual([first, third])
  })

  it('changes what is named and nothing else', async () => {
    const { subscriptions } = opened().store
    const old = await subscriptions.add(draft, NOON)
    const schedule = { ...draft.schedule, hour: 9 }
    expect(await subscriptions.change('d1', { schedule })).toEqual({ ...old, schedule })
    expect(await subscriptions.find('d1')).toEqual({ ...old, schedule })
    const lifted = await subscriptions.change('d1', { about: ' ' })
    expect(lifted).not.toHaveProperty('about')
    expect(await subscriptions.find('d1')).not.toHaveProperty('about')
    expect(await subscriptions.change('d9', { schedule })).toBeUndefined()
  })

  it('leaves a paused one out of the active until it is resumed', async () => {
    const { subscriptions } = opened().store
    const running = await subscriptions.add(draft, NOON)
    await subscriptions.pause('d1', 'The channel is gone.', daysAfter(1))
    const paused = { since: daysAfter(1), reason: 'The channel is gone.' }
    expect(await subscriptions.active()).toEqual([])
    expect(await subscriptions.at(draft.place)).toEqual([{ ...running, paused }])
    await subscriptions.change('d1', { about: 'Courts' })
    expect((await subscriptions.find('d1'))?.paused).toEqual(paused)
    await subscriptions.resume('d1', daysAfter(2))
    expect(await subscriptions.active()).toEqual([{ ...running, about: 'Courts' }])
  })
}
