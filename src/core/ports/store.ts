import type { Ledger } from './ledger.ts'
import type { Library } from './library.ts'
import type { Memo } from './memo.ts'
import type { Subscriptions } from './subscriptions.ts'

/** All that outlives the process. */
export interface Store {
  readonly library: Library
  readonly subscriptions: Subscriptions
  readonly ledger: Ledger
  readonly memo: Memo
  close(): Promise<void>
}
