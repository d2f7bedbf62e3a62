import { createApp } from '#app.ts'
import type { Command, Commands } from '#core/command.ts'
import { NOBODY_KNOWN } from '#core/experts/known-people.ts'
import type { Store } from '#core/ports/store.ts'
import { discover } from '#discover.ts'
import { loadEngine, loadOutlets, stopWords, titleWords } from '#engine.ts'
import type { App } from '#platform.ts'
import { scheduler } from '#schedule/tick.ts'

const silent = { info() {}, warn() {}, error() {} }
/** No line of a bench reads a link. */
const unread = () => Promise.reject(new Error('not read'))

export const origin = {
  place: { platform: 'bench', channel: 'c' },
  asker: { id: 'u', name: 'u', manages: async () => true },
}

/** The commands over a store, with no platform, no beat and no web. */
export async function appOver(store: Store): Promise<{ app: App; commands: Commands }> {
  const { analyze, lexicon } = loadEngine()
  const commands = await discover<Command>(new URL('../../commands/', import.meta.url), { deep: true })
  const now = () => new Date()
  const { digests } = scheduler({
    store,
    sections: new Map(),
    outlets: loadOutlets().outlets,
    stopWords: stopWords(lexicon),
    people: () => NOBODY_KNOWN,
    log: silent,
    now,
    window: 0,
    target: () => undefined,
  })
  const app = createApp({
    commands,
    library: store.library,
    memo: store.memo,
    digests,
    sources: store.sources,
    stories: store.archive.stories,
    versions: store.archive.versions,
    outlets: loadOutlets().outlets,
    readings: store.readings,
    analyze: async (article) => analyze(article),
    reader: { read: unread, probe: unread },
    log: silent,
    now,
    timezone: 'UTC',
    titles: titleWords(lexicon),
    stopWords: stopWords(lexicon),
    nicknames: lexicon.nicknames,
  })
  return { app, commands }
}
