import { expect, it } from 'vitest'
import type { SourceDraft } from '#core/ports/sources.ts'
import { newState, type VisitState } from '#core/visits/state.ts'
import { daysAfter, NOON } from '../../fakes/entries.ts'
import type { Opened } from '../store.ts'

export const draft = (name: string, more: Partial<SourceDraft> = {}): SourceDraft => ({
  place: { platform: 'discord', tenant: 'g1', channel: 'c1' },
  createdBy: 'u1',
  given: `https://${name}.example`,
  url: `https://${name}.example/feed`,
  kind: 'feed',
  title: `The ${name}`,
  nextVisit: NOON,
  ...more,
})

export function sourcesContract(opened: () => Opened): void {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)

  it('gives back what was added, under short ids that are never given twice', async () => {
    const { sources } = opened().store
    const { nextVisit, ...rest } = draft('courier')
    const added = await sources.add([draft('courier'), draft('herald')], NOON)
    expect(added[0]).toEqual({ ...rest, id: 's1', createdAt: NOON, state: newState(nextVisit) })
    expect(await sources.find('S1')).toEqual(added[0])
    expect(await sources.remove('s2')).toBe(true)
    expect(await sources.remove('s2')).toBe(false)
    expect(ids(await sources.add([draft('gazette')], NOON))).toEqual(['s3'])
    for (const id of ['', 's', 's0', '1', 'd1', "s1' or 1=1"]) expect(await sources.find(id)).toBeUndefined()
  })

  it('lists a channel by age whatever thread was asked from, and all there are', async () => {
    const { sources } = opened().store
    const place = { platform: 'discord', tenant: 'g1', channel: 'c2' }
    await sources.add([draft('courier'), draft('herald', { place }), draft('gazette')], NOON)
    expect(ids(await sources.at({ ...draft('x').place, thread: 't' }))).toEqual(['s1', 's3'])
    expect(ids(await sources.all())).toEqual(['s1', 's2', 's3'])
  })

  it('says what is due, longest due first, and when the next one will be', async () => {
    const { sources } = opened().store
    expect(await sources.soonest(NOON)).toBeUndefined()
    await sources.add(
      [1, 0, 2].map((days) => draft(`d${days}`, { nextVisit: daysAfter(days) })),
      NOON,
    )
    expect(await sources.soonest(daysAfter(-1))).toEqual(NOON)
    expect(await sources.soonest(daysAfter(9))).toBeUndefined()
    expect(await sources.soonest(NOON)).toEqual(daysAfter(1))
    expect(ids(await sources.due(daysAfter(1), 9))).toEqual(['s2', 's1'])
    expect(ids(await sources.due(daysAfter(1), 1))).toEqual(['s2'])
    expect(await sources.due(daysAfter(-1), 9)).toEqual([])
  })

  it('leaves out what is paused until it is resumed, which forgets its failures', async () => {
    const { sources, archive } = opened().store
    await sources.add([draft('courier'), draft('courier', { createdBy: 'u2' })], NOON)
    const state: VisitState = {
      nextVisit: daysAfter(1),
      lastVisit: NOON,
      lastRead: NOON,
      failures: 7,
      health: { kind: 'failing', since: NOON, why: 'It is down.' },
      told: 'failing',
    }
    await archive.record({ visited: [{ id: 's1', url: 'https://moved.example', state }], intakes: [], marks: [] }, NOON)
    await sources.pause('s1', 'paused by Noor', NOON)
    expect((await sources.find('s1'))?.paused).toEqual({ since: NOON, reason: 'paused by Noor' })
    expect(ids(await sources.due(daysAfter(9), 9))).toEqual(['s2'])
    expect(ids(await sources.running('https://moved.example'))).toEqual([])
    await sources.resume('s1', daysAfter(2))
    const { told: _, ...quiet } = state
    expect(await sources.find('s1')).toEqual({
      ...(await sources.at(draft('x').place))[0],
      state: { ...quiet, nextVisit: daysAfter(2), failures: 0, health: { kind: 'ok' } },
    })
    expect(ids(await sources.running('https://moved.example'))).toEqual(['s1'])
  })

  it('keeps a state with every instant in it as it was', async () => {
    const { sources, archive } = opened().store
    await sources.add([draft('courier')], NOON)
    const state: VisitState = {
      nextVisit: daysAfter(1),
      lastVisit: NOON,
      lastRead: daysAfter(-1),
      lastItem: daysAfter(-2),
      rhythm: { gap: 3, longestGap: 4 },
      failures: 1,
      asks: { ttl: 60, skipHours: [1], skipDays: [2] },
      health: { kind: 'silent', since: daysAfter(-3), why: 'It is quiet.' },
      told: 'silent',
      moved: { from: 'https://old.example', at: daysAfter(-4) },
      etag: '"2026-03-02T12:00:00.000Z"',
      lastModified: 'Mon, 02 Mar 2026 12:00:00 GMT',
      note: 'Two pages are behind a paywall.',
    }
    const visited = [{ id: 's1', url: 'https://new.example', title: 'The New Courier', state }]
    await archive.record({ visited, intakes: [], marks: [] }, NOON)
    expect(await sources.find('s1')).toMatchObject({ url: 'https://new.example', title: 'The New Courier' })
    expect((await sources.find('s1'))?.state).toEqual(state)
  })
}
