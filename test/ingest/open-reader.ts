import { ENGINE } from '#core/analyze.ts'
import type { Reader } from '#core/ports/reader.ts'
import type { Store } from '#core/ports/store.ts'
import { discover } from '#discover.ts'
import { loadEngine } from '#engine.ts'
import type { FetchLimits } from '#ingest/fetching/limits.ts'
import { createRead } from '#ingest/read.ts'
import { createReader } from '#ingest/reader.ts'
import type { Source } from '#ingest/source.ts'
import { createRecorder } from '#ingest/visits/recorder.ts'
import { memoryStore } from '#store/memory.ts'
import { NOW, openFetcher } from './fetching/site.ts'

const read = createRead(await discover<Source>(new URL('../../src/ingest/sources/', import.meta.url)))
const { analyze } = loadEngine()

/** Reads links of loopback into a store, as the bot does. */
export function openReader(
  store: Store = memoryStore(),
  now = () => NOW,
  limits: Partial<FetchLimits> = {},
): { reader: Reader; store: Store } {
  const { archive, library } = store
  const recorder = createRecorder({
    archive,
    library,
    now,
    analysed: async (article) => ({ article, analysis: analyze(article), engine: ENGINE }),
  })
  return {
    store,
    reader: createReader({ fetcher: openFetcher({ now, limits }), read, recorder, archive, library, now }),
  }
}
