/** Where a message came from, and so where its answer and later digests go. */
export interface Place {
  /** The platform's folder name: `discord`, `slack`, `terminal`. */
  readonly platform: string
  /** Guild or workspace; absent in a terminal or a direct message outside one. */
  readonly tenant?: string
  readonly channel: string
  /** Where the platform has threads apart from channels (Slack's thread_ts). */
  readonly thread?: string
}

export interface Asker {
  readonly id: string
  readonly name: string
  /** Whether they may manage the channel, and so its digests. Asked only when a command needs to know. */
  manages(): Promise<boolean>
}

/** One string for a place, for keys and look-ups. The thread is left out: digests belong to channels. */
export const placeKey = (place: Place): string => JSON.stringify([place.platform, place.tenant ?? '', place.channel])
