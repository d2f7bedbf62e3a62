import type { VisitState } from '#core/visits/state.ts'

/** A state as columns: the next visit apart, because it is what sources are looked up by. */
export const freezeState = (state: VisitState): { readonly state: string; readonly next_visit: number } => ({
  state: JSON.stringify(state),
  next_visit: state.nextVisit.getTime(),
})

type Written<T> = T extends Date ? string : T extends object ? { readonly [Name in keyof T]: Written<T[Name]> } : T

/** The JSON was written by `freezeState`, which earns the cast. Field by field: thousands are read at a time. */
export function thawState(json: string): VisitState {
  const { nextVisit, lastVisit, lastRead, lastItem, health, moved, ...plain } = JSON.parse(json) as Written<VisitState>
  return {
    ...plain,
    nextVisit: new Date(nextVisit),
    ...(lastVisit !== undefined && { lastVisit: new Date(lastVisit) }),
    ...(lastRead !== undefined && { lastRead: new Date(lastRead) }),
    ...(lastItem !== undefined && { lastItem: new Date(lastItem) }),
    health: 'since' in health ? { ...health, since: new Date(health.since) } : health,
    ...(moved !== undefined && { moved: { from: moved.from, at: new Date(moved.at) } }),
  }
}
