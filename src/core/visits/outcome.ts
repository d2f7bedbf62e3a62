/** What came of one visit, as far as planning the next one goes. */
export type Outcome =
  | (Answered & {
      readonly kind: 'read'
      /** Publication of each item in it that has a date. */
      readonly published: readonly Date[]
      /** Items that were not there at the last visit. */
      readonly fresh: number
      /** Some of them are left for the next visit. */
      readonly unfinished: boolean
      readonly asks: Asks
      readonly note?: string
      /** Of all that was sent, where all of it was taken. */
      readonly print?: string
    })
  | (Answered & { readonly kind: 'unchanged' })
  | {
      readonly kind: 'failed'
      readonly why: 'failing' | 'gone' | 'blocked' | 'parked'
      readonly sentence: string
      /** When the far end asked to be tried again. */
      readonly retryAt?: Date
      readonly movedTo?: string
    }

interface Answered {
  readonly etag?: string
  readonly lastModified?: string
  readonly freshUntil?: Date
  readonly movedTo?: string
}

/** How the feed itself wants to be visited. */
export interface Asks {
  /** Minutes. */
  readonly ttl?: number
  /** UTC hours and weekdays (0 is Sunday) in which it wants no visit. */
  readonly skipHours?: readonly number[]
  readonly skipDays?: readonly number[]
}
