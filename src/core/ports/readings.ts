/** Which articles a reader was shown in briefings, and when last: so that the next one can say what is new. */
export interface Readings {
  /** Those of these articles that this reader was shown, with the last time. */
  of(reader: string, articles: readonly string[]): Promise<ReadonlyMap<string, Date>>
  /** Also forgets what anybody read longer ago than `KEPT_READINGS_DAYS`. */
  record(reader: string, articles: readonly string[], now: Date): Promise<void>
}

/** A story that somebody left alone for longer is told to them from the beginning. */
export const KEPT_READINGS_DAYS = 30
