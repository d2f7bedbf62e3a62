import type { RunAction } from './reply.ts'

/** Buttons to the page before and the page after, where there are such; `go` makes one. Pages are 1-based. */
export const pageTurns = (
  at: number,
  last: number,
  go: (label: string, to: number) => RunAction,
): readonly RunAction[] => [...(at > 1 ? [go('← Previous', at - 1)] : []), ...(at < last ? [go('Next →', at + 1)] : [])]
