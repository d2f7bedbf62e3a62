import type { Archive } from './archive.ts'
import type { Ledger } from './ledger.ts'
import type { Library } from './library.ts'
import type { Memo } from './memo.ts'
import type { Readings } from './readings.ts'
import type { Sources } from './sources.ts'
import type { Subscriptions } from './subscriptions.ts'

/** All that outlives the process. */
export interface Store {
  readonly library: Library
  readonly subscriptions: Subscriptions
  readonly ledger: Ledger
  readonly sources: Sources
  readonly archive: Archive
  readonly memo: Memo
  readonly readings: Readings
  close(): Promise<void>
}
