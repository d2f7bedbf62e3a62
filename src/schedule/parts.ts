import type { KnownPeople } from '#core/experts/known-people.ts'
import type { Place } from '#core/place.ts'
import type { Store } from '#core/ports/store.ts'
import type { Reply } from '#core/reply.ts'
import type { Outlets } from '#core/story/outlets.ts'
import type { Sections } from '#digest/digest.ts'
import type { Connection, Log } from '#platform.ts'

/** A platform as the schedule reaches it. */
export interface Target {
  /** A reply as messages for one place, commands spelt as they work there. */
  render(reply: Reply, place: Place): readonly unknown[]
  readonly connection: Pick<Connection, 'deliver' | 'tell' | 'undeliverable'>
}

export interface ScheduleParts {
  readonly store: Store
  readonly sections: Sections
  /** The connected platform of this name; asked anew each time, for platforms come and go. */
  target(platform: string): Target | undefined
  /** Which outlets belong together. */
  readonly outlets: Outlets
  /** Folded words too common to be what anything is about. */
  readonly stopWords: ReadonlySet<string>
  /** The operator's word on who is who; asked anew each time, for it can change. */
  people(): KnownPeople
  readonly log: Log
  now(): Date
  /** How late, in milliseconds, a digest is still worth sending. */
  readonly window: number
  /** How long a platform may take over one message. */
  readonly answerMs?: number
}

/** Longer than any rate limit that a platform’s own client sits out. */
export const ANSWER_MS = 120_000
