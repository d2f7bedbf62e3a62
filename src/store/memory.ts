import type { Library } from '#core/ports/library.ts'
import type { Memo } from '#core/ports/memo.ts'
import type { Store } from '#core/ports/store.ts'
import { memoryArchive } from './memory/archive.ts'
import { memoryLedger } from './memory/ledger.ts'
import { memoryLibrary } from './memory/library.ts'
import { memoryLosses } from './memory/losses.ts'
import { memoryReadings } from './memory/readings.ts'
import { memorySources } from './memory/sources.ts'
import { memoryStories } from './memory/stories.ts'
import { memorySubscriptions } from './memory/subscriptions.ts'

/** A store that ends with the process: for trying out, and for tests. */
export function memoryStore(options: { clock?: () => Date } = {}): Store {
  const losses = memoryLosses()
  const library: Library = memoryLibrary(
    options.clock ?? (() => new Date()),
    (article) => stories.idsOf(article),
    losses,
  )
  const stories = memoryStories(library)
  const sources = memorySources()
  const archive = memoryArchive(library, sources, stories, losses)
  return {
    library,
    sources,
    archive,
    subscriptions: memorySubscriptions(),
    ledger: memoryLedger(),
    memo: memoryMemo(),
    readings: memoryReadings(),
    async close() {},
  }
}

function memoryMemo(): Memo {
  const facts = new Map<string, string>()
  return {
    async get(key) {
      return facts.get(key)
    },
    async set(key, value) {
      facts.set(key, value)
    },
  }
}
