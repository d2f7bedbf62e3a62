import type { Asks } from './outcome.ts'
import type { Rhythm } from './rhythm.ts'

/** All that is kept of a source between two visits. */
export interface VisitState {
  readonly nextVisit: Date
  readonly lastVisit?: Date
  /** The last visit at which it could be read, changed or not. */
  readonly lastRead?: Date
  /** Publication of the newest item. */
  readonly lastItem?: Date
  readonly rhythm?: Rhythm
  /** Failed visits in a row. */
  readonly failures: number
  /** What the feed asked for when it was last read: a 304 says nothing of it. */
  readonly asks?: Asks
  readonly health: Health
  /** The trouble that whoever added it was told about: said once, and once more when it is over. */
  readonly told?: Trouble
  /** What whoever added it could not be told yet. */
  readonly untold?: readonly Notice[]
  /** Where it was to be had before it moved, and when it did. */
  readonly moved?: { readonly from: string; readonly at: Date }
  /** What came with the last answer, verbatim, for the next request. */
  readonly etag?: string
  readonly lastModified?: string
  /** Of what was read to its last item: the same bytes again have nothing new, whatever the far end calls them. */
  readonly print?: string
  /** A sentence on what the last visit could not take: pages behind a paywall, items left for later. */
  readonly note?: string
}

/**
 * `gone`: 410, or a name that resolves no more. `blocked`: it does not let us read. `parked`: something else is
 * there now. `silent`: it can be read, and has had nothing new for much longer than its rhythm.
 */
export type Trouble = 'failing' | 'gone' | 'blocked' | 'parked' | 'silent'

export type Health =
  | { readonly kind: 'new' }
  | { readonly kind: 'ok' }
  | {
      readonly kind: Trouble
      readonly since: Date
      /** A sentence for people. */
      readonly why: string
    }

export const newState = (nextVisit: Date): VisitState => ({ nextVisit, failures: 0, health: { kind: 'new' } })

/** One message to whoever added the source: when a trouble is certain, when it is over, or when it moved elsewhere. */
export type Notice =
  | { readonly kind: 'trouble'; readonly trouble: Trouble; readonly why: string }
  | { readonly kind: 'recovered'; readonly trouble: Trouble }
  | { readonly kind: 'moved'; readonly from: string; readonly to: string }
