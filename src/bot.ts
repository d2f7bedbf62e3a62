import { fileURLToPath } from 'node:url'
import { ENGINE } from '#core/analyze.ts'
import type { Command } from '#core/command.ts'
import { knownLibrary } from '#core/experts/known-library.ts'
import { knownPeople, NOBODY_KNOWN } from '#core/experts/known-people.ts'
import { libraryOrReason } from '#core/library-or-reason.ts'
import type { Store } from '#core/ports/store.ts'
import { Outage, Problem } from '#core/problem.ts'
import type { Section } from '#digest/section.ts'
import { keepLibrary } from '#ingest/keep-library.ts'
import { keepStories } from '#ingest/keep-stories.ts'
import { pageWorker } from '#ingest/pages/page-worker.ts'
import { watchPeople } from '#ingest/people/watch-people.ts'
import type { Source } from '#ingest/source.ts'
import { readWeb } from '#ingest/web.ts'
import { ANSWER_MS } from '#schedule/parts.ts'
import { scheduler } from '#schedule/tick.ts'
import { within } from '#schedule/within.ts'
import type { StoreHooks } from '#store/sqlite.ts'
import { createAnalyst } from './analyst.ts'
import { createApp } from './app.ts'
import { readSettings, type Settings } from './config.ts'
import { discover } from './discover.ts'
import { loadEngine, loadOutlets, loadStoryEngine, stopWords, titleWords } from './engine.ts'
import { createLog, secretValues } from './log.ts'
import type { App, Connection, Log, Platform } from './platform.ts'
import { warmUp } from './warm-up.ts'

const SAMPLES_AWAY = 'There are articles of your own now: the invented samples are in no answer any more.'
const SAMPLES_BACK = 'There is no article of your own any more: the invented samples are back.'
const HOUR = 60 * 60 * 1000

export interface Bot {
  readonly settings: Settings
  readonly log: Log
  readonly app: App
  /** Platforms whose settings are there, in order of name. */
  readonly wanted: readonly string[]
  /** Connects platforms, all at once. One that cannot says so in the log, and the others go on. Returns those that did. */
  connect(names: readonly string[]): Promise<ReadonlyMap<string, Connection>>
  /** Begins to visit the sources that channels have added, and to get ready for whoever asks first. */
  watch(): void
  /** Every article file there is was read once. */
  readonly ready: Promise<void>
  tick(): Promise<void>
  /** Lets what is under way finish, and leaves. */
  close(): Promise<void>
}

/** Puts all parts together over an open store. Throws `Problem` for settings that need attention. */
export async function createBot(
  env: Readonly<Record<string, string | undefined>>,
  openStore: (settings: Settings, hooks: StoreHooks, log: Log) => Promise<Store>,
): Promise<Bot> {
  const platforms = await discover<Platform>(new URL('./platforms/', import.meta.url))
  const { settings, platforms: own, faults: unfit } = readSettings(env, platforms)
  const wanted = [...own].filter(([name, parsed]) => platforms.get(name)!.wanted(parsed)).map(([name]) => name)
  // Where no chat is set up, somebody is trying it out, and nobody collects JSON.
  const log = createLog(
    settings.LOG_LEVEL,
    secretValues(env),
    process.stderr,
    process.stderr.isTTY || wanted.length === 0,
  )
  for (const fault of unfit) log.error({}, fault)
  const [commands, sections] = await Promise.all([
    discover<Command>(new URL('../commands/', import.meta.url), { deep: true }),
    discover<Section>(new URL('./digest/sections/', import.meta.url)),
  ])
  const hooks: StoreHooks = {
    progress: (migration, { done, all }) =>
      log.info({ migration, done, all }, `Bringing the database up to date: ${done} of ${all} articles are done.`),
    onOutage: (error) => log.error({ error }, 'The database failed.'),
  }
  const store = await openStore(settings, hooks, log)
  const { analyze, lexicon } = loadEngine()
  const analyst = createAnalyst(analyze)
  const now = (): Date => new Date()
  const connections = new Map<string, Connection>()
  const leaving = new AbortController()
  const joining: Promise<void>[] = []
  const { outlets, faults } = loadOutlets()
  const common = stopWords(lexicon)
  let people = NOBODY_KNOWN
  const schedule = scheduler({
    store,
    sections,
    outlets,
    stopWords: common,
    people: () => people,
    log,
    now,
    window: settings.CATCH_UP_HOURS * HOUR,
    target(name) {
      const [platform, connection] = [platforms.get(name), connections.get(name)]
      return platform && connection && { connection, render: (reply) => platform.render(reply, connection.spell) }
    },
  })
  const web = readWeb({
    store,
    kinds: () => discover<Source>(new URL('./ingest/sources/', import.meta.url)),
    analyze: analyst.analyze,
    engine: ENGINE,
    contact: settings.CONTACT,
    allow: settings.FETCH_ALLOW,
    retention: retentionOf(settings),
    now,
    async tell({ id, createdBy, place, title }, reply) {
      if (createdBy === '') {
        log.warn({ source: id }, `There is news of the source ${title}, which was imported; /source list says what.`)
        return true
      }
      const connection = connections.get(place.platform)
      if (connection === undefined) return false
      try {
        await within(ANSWER_MS, connection.tell(createdBy, place, reply))
      } catch (error) {
        log.warn({ error }, 'The person who added a source could not be told about it; the next visit tries again.')
        return false
      }
      return true
    },
    onFault(error, source) {
      // The store has told of its own, once for all that it could not take.
      if (error instanceof Outage) return
      log.error({ source, error }, 'Something went wrong with a source; it is tried again.')
    },
    onRetired(counts) {
      if (counts.shortened + counts.removed > 0) log.info(counts, 'Old articles were cut down or removed, as set.')
    },
    onArticles: () =>
      kept
        .othersCame()
        .catch((error) => log.error({ error }, 'The samples could not be taken out; it is tried again.')),
    onRenewed: (articles) => log.info({ articles }, 'Stored articles were analysed anew, as this version does it.'),
  })
  const { memo } = store
  const watchedPeople = watchPeople(fileURLToPath(new URL('../content/people.md', import.meta.url)), {
    onPeople: (known) => {
      people = knownPeople(known)
    },
    onFault: (fault) => log.warn({}, sentenceOf(fault)),
  })
  const told = keepStories({ shelf: store.archive.stories, library: store.library, now, ...loadStoryEngine(lexicon) })
  for (const { line, message } of faults) log.warn({}, `content/outlets.md, line ${line}: ${message}.`)
  const known = knownLibrary(store.library, () => people)
  const library = libraryOrReason(known, () => kept.unstored())
  const app = createApp({
    commands,
    library,
    memo,
    log,
    now,
    digests: schedule.digests,
    sources: web.sources,
    reader: web.reader,
    readings: store.readings,
    analyze: analyst.analyze,
    stories: store.archive.stories,
    versions: store.archive.versions,
    outlets,
    timezone: settings.DEFAULT_TIMEZONE,
    titles: titleWords(lexicon),
    stopWords: common,
    nicknames: lexicon.nicknames,
  })
  const kept = keepLibrary({
    folders: settings.CONTENT_DIR,
    library: store.library,
    memo,
    analyze: analyst.analyze,
    engine: ENGINE,
    now,
    hasOthers: store.archive.holdsAny,
    onSamples: (away) => log.warn({}, away ? SAMPLES_AWAY : SAMPLES_BACK),
    // What is broken off by leaving is read at the next start.
    onFault: (fault) => leaving.signal.aborted || log.warn({}, sentenceOf(fault)),
  })
  const ready = Promise.all([kept.ready.then(() => told.settle()), watchedPeople.ready]).then(() => undefined)
  let warming: Promise<void> | undefined
  return {
    settings,
    log,
    app,
    wanted,
    async connect(names) {
      const wanted = names.map((name) => join(name, platforms.get(name)!, own.get(name)!))
      joining.push(...wanted)
      await Promise.all(wanted)
      return connections
    },
    watch() {
      web.watch()
      // What keeps it from being read has been told of, by who reads the articles or by the store.
      warming = ready.then(() => warmUp(app, library, leaving.signal)).catch(() => {})
    },
    ready,
    async tick() {
      await schedule.tick()
      await told.settle()
    },
    async close() {
      leaving.abort()
      await Promise.all(joining)
      await Promise.all([
        schedule.close(),
        analyst.close(),
        kept.close(),
        watchedPeople.close(),
        web.close(),
        told.close(),
        warming,
        ...[...connections.values()].map((one) => one.close()),
      ])
      await Promise.all([pageWorker.close(), store.close()])
    },
  }

  async function join(name: string, platform: Platform, platformEnv: Readonly<Record<string, unknown>>): Promise<void> {
    try {
      connections.set(name, await platform.connect(app, platformEnv, leaving.signal))
    } catch (error) {
      if (leaving.signal.aborted) return
      if (error instanceof Problem) log.error({ platform: name }, sentenceOf(error))
      else log.error({ platform: name, err: error }, `${name} could not be connected, and it is not clear why.`)
    }
  }
}

const retentionOf = ({ RETENTION_DAYS, RETENTION_QUOTE_DAYS, RETENTION_MB }: Settings) => ({
  ...(RETENTION_DAYS > 0 && { textDays: RETENTION_DAYS }),
  ...(RETENTION_QUOTE_DAYS > 0 && { quoteDays: RETENTION_QUOTE_DAYS }),
  ...(RETENTION_MB > 0 && { size: RETENTION_MB * 1_000_000 }),
})

const sentenceOf = ({ message, hint }: Problem): string => (typeof hint === 'string' ? `${message} ${hint}` : message)
