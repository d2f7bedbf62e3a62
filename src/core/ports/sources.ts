import type { Place } from '../place.ts'
import type { VisitState } from '../visits/state.ts'

/** A feed or a page that a channel has asked to be read from now on. */
export interface WatchedSource {
  /** Short, shown to people: `s3`. Unique for ever. */
  readonly id: string
  readonly place: Place
  readonly createdBy: string
  readonly createdAt: Date
  /** The link as somebody gave it. */
  readonly given: string
  /** What is asked for now: where `given` led, and where permanent redirects led since. */
  readonly url: string
  /** `sitemap`: of a site without a feed. `page`: a page with neither, read for the articles it links to. */
  readonly kind: 'feed' | 'sitemap' | 'page'
  readonly title: string
  readonly state: VisitState
  /** Absent while it is visited. `reason` is a sentence for people. */
  readonly paused?: { readonly since: Date; readonly reason: string }
}

export type SourceDraft = Pick<WatchedSource, 'place' | 'createdBy' | 'given' | 'url' | 'kind' | 'title'> & {
  /** When it is to be visited first. */
  readonly nextVisit: Date
}

/** What has to be visited; how it is doing is asked when its turn comes. */
export type DueSource = Pick<WatchedSource, 'id' | 'url'>

/** What channels want read, and how the reading goes. What a visit found is stored through `Archive`. */
export interface Sources {
  /** All or none, in the order given. */
  add(drafts: readonly SourceDraft[], now: Date): Promise<readonly WatchedSource[]>
  find(id: string): Promise<WatchedSource | undefined>
  /** A channel's, by age. */
  at(place: Place): Promise<readonly WatchedSource[]>
  /** All there are, by age. */
  all(): Promise<readonly WatchedSource[]>
  /** Those of an address that are not paused: one visit serves them all. */
  running(url: string): Promise<readonly WatchedSource[]>
  /** Not paused and to be visited by `now`, longest due first. */
  due(now: Date, limit: number): Promise<readonly DueSource[]>
  /** When the next one that is not due at this instant will be; undefined when none will. */
  soonest(after: Date): Promise<Date | undefined>
  pause(id: string, reason: string, now: Date): Promise<void>
  /** It is visited at once, and its failures are forgotten. */
  resume(id: string, now: Date): Promise<void>
  remove(id: string): Promise<boolean>
}
