import type { Place } from '../place.ts'

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** When a digest is due: local wall-clock time on some days of the week in an IANA zone. */
export interface Schedule {
  /** 0 to 23 and 0 to 59. */
  readonly hour: number
  readonly minute: number
  /** ISO weekdays, Monday is 1; at least one, ascending. */
  readonly days: readonly Weekday[]
  readonly timezone: string
}

/** A channel's digest. */
export interface Subscription {
  /** Short, shown to people: `d7`. Unique for ever. */
  readonly id: string
  readonly place: Place
  readonly createdBy: string
  readonly createdAt: Date
  readonly schedule: Schedule
  /** Only articles that this query finds. */
  readonly about?: string
  /** File names in `digest/sections/`, in the order they are shown. */
  readonly sections: readonly string[]
  /** What to do when nothing is new. */
  readonly whenEmpty: 'say' | 'silent'
  /** Absent while it runs. `reason` is a sentence for people. */
  readonly paused?: { readonly since: Date; readonly reason: string }
}

export type Draft = Omit<Subscription, 'id' | 'createdAt'>
export type Change = Partial<Pick<Subscription, 'schedule' | 'about' | 'sections' | 'whenEmpty'>>

export interface Subscriptions {
  add(draft: Draft, now: Date): Promise<Subscription>
  find(id: string): Promise<Subscription | undefined>
  /** A channel's, by age. */
  at(place: Place): Promise<readonly Subscription[]>
  /** All that are not paused. */
  active(): Promise<readonly Subscription[]>
  /** Undefined when there is no such subscription. An empty `about` lifts the filter. */
  change(id: string, change: Change): Promise<Subscription | undefined>
  pause(id: string, reason: string, now: Date): Promise<void>
  resume(id: string, now: Date): Promise<void>
  remove(id: string): Promise<boolean>
}
