import { placeKey } from '#core/place.ts'
import type { Sources, WatchedSource } from '#core/ports/sources.ts'
import { newState } from '#core/visits/state.ts'
import { resumedState } from '../source.ts'

export interface MemorySources extends Sources {
  /** For the archive, which records what visits did to a source. */
  change(id: string, change: Partial<Pick<WatchedSource, 'url' | 'title' | 'state'>>): void
  has(id: string): boolean
}

export function memorySources(): MemorySources {
  const all = new Map<string, WatchedSource>()
  let given = 0
  const replace = (id: string, by: (old: WatchedSource) => WatchedSource): void => {
    const old = all.get(id.toLowerCase())
    if (old !== undefined) all.set(old.id, by(old))
  }
  const awake = () => [...all.values()].filter(({ paused }) => paused === undefined).sort(byVisit)

  return {
    async add(drafts, now) {
      return drafts.map(({ nextVisit, ...draft }) => {
        given += 1
        const source: WatchedSource = { ...draft, id: `s${given}`, createdAt: now, state: newState(nextVisit) }
        all.set(source.id, source)
        return source
      })
    },
    async find(id) {
      return all.get(id.toLowerCase())
    },
    async at(place) {
      return [...all.values()].filter((one) => placeKey(one.place) === placeKey(place))
    },
    async all() {
      return [...all.values()]
    },
    async running(url) {
      return [...all.values()].filter((one) => one.url === url && one.paused === undefined)
    },
    async due(now, limit) {
      return awake()
        .filter(({ state }) => state.nextVisit <= now)
        .slice(0, limit)
        .map(({ id, url }) => ({ id, url }))
    },
    async soonest(after) {
      return awake().find(({ state }) => state.nextVisit > after)?.state.nextVisit
    },
    async pause(id, reason, now) {
      replace(id, (old) => ({ ...old, paused: { since: now, reason } }))
    },
    async resume(id, now) {
      replace(id, ({ paused: _, ...old }) => ({ ...old, state: resumedState(old.state, now) }))
    },
    async remove(id) {
      return all.delete(id.toLowerCase())
    },
    change(id, change) {
      replace(id, (old) => ({ ...old, ...change }))
    },
    has: (id) => all.has(id),
  }
}

const byVisit = (a: WatchedSource, b: WatchedSource): number =>
  a.state.nextVisit.getTime() - b.state.nextVisit.getTime() || Number(a.id.slice(1)) - Number(b.id.slice(1))
