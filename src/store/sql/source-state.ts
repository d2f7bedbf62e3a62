import type { VisitState } from '#core/visits/state.ts'

/** A state as columns: the next visit apart, because it is what sources are looked up by. */
export const freezeState = (state: VisitState): { readonly state: string; readonly next_visit: number } => ({
  state: JSON.stringify(state),
  next_visit: state.nextVisit.getTime(),
})

/** Fields of a state, at any depth, that hold instants. */
const INSTANTS = new Set(['nextVisit', 'lastVisit', 'lastRead', 'lastItem', 'since', 'at'])

/** The JSON was written by `freezeState`, which earns the cast. */
export const thawState = (json: string): VisitState =>
  JSON.parse(json, (name, value: unknown) =>
    INSTANTS.has(name) && typeof value === 'string' ? new Date(value) : value,
  ) as VisitState
