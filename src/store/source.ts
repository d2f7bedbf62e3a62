import type { VisitState } from '#core/visits/state.ts'

/** What was wrong before the pause is not held against it. */
export function resumedState({ told: _told, ...state }: VisitState, now: Date): VisitState {
  return {
    ...state,
    nextVisit: now,
    failures: 0,
    health: state.lastRead === undefined ? { kind: 'new' } : { kind: 'ok' },
  }
}
