import { afterEach, beforeEach, describe } from 'vitest'
import type { Store } from '#core/ports/store.ts'
import { archiveContract } from './store/archive.ts'
import { ledgerContract } from './store/ledger.ts'
import { libraryContract } from './store/library.ts'
import { memoContract } from './store/memo.ts'
import { readingsContract } from './store/readings.ts'
import { searchContract } from './store/search.ts'
import { sourcesContract } from './store/sources.ts'
import { subscriptionsContract } from './store/subscriptions.ts'

/** A store that is open during one test, and the clock it stamps articles with. */
export interface Opened {
  readonly store: Store
  set(now: Date): void
}

/** What every store must do. Run it against each one. */
export function storeContract(open: (clock: () => Date) => Promise<Store>): void {
  let store: Store
  let now = new Date('2026-03-02T12:00:00Z')
  const opened = (): Opened => ({
    store,
    set(moment) {
      now = moment
    },
  })
  beforeEach(async () => {
    store = await open(() => now)
  })
  afterEach(() => store.close())

  describe('library', () => libraryContract(opened))
  describe('search', () => searchContract(opened))
  describe('subscriptions', () => subscriptionsContract(opened))
  describe('ledger', () => ledgerContract(opened))
  describe('sources', () => sourcesContract(opened))
  describe('archive', () => archiveContract(opened))
  describe('memo', () => memoContract(opened))
  describe('readings', () => readingsContract(opened))
}
