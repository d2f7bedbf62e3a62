import { readdirSync, readFileSync } from 'node:fs'
import type { Analysis } from '#core/analysis.ts'
import { ENGINE } from '#core/analyze.ts'
import { answer } from '#core/answer.ts'
import type { Article } from '#core/article.ts'
import type { Command } from '#core/command.ts'
import type { Context, Digests } from '#core/context.ts'
import { knownPeople } from '#core/experts/known-people.ts'
import type { KnownPerson } from '#core/experts/people-file.ts'
import { parseLine } from '#core/line/parse-line.ts'
import type { Reader } from '#core/ports/reader.ts'
import type { Store } from '#core/ports/store.ts'
import { Problem } from '#core/problem.ts'
import type { Invocation, Reply } from '#core/reply.ts'
import type { Section } from '#digest/section.ts'
import { discover } from '#discover.ts'
import { loadEngine, loadOutlets, loadStoryEngine, stopWords, titleWords } from '#engine.ts'
import { readArticle } from '#ingest/articles/read-article.ts'
import { keepStories } from '#ingest/keep-stories.ts'
import { draw } from '#platforms/terminal/draw.ts'
import { scheduler } from '#schedule/tick.ts'
import { memoryStore } from '#store/memory.ts'

const NOON = new Date('2026-03-02T12:00:00Z')
const { analyze, lexicon } = loadEngine()
export const commands = await discover<Command>(new URL('../../commands/', import.meta.url), { deep: true })
const sections = await discover<Section>(new URL('../../src/digest/sections/', import.meta.url))

/** The articles that the bot starts with, as its own reader reads them. */
export function ownArticles(): readonly Article[] {
  const folder = new URL('../../content/articles/', import.meta.url)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => readArticle(readFileSync(new URL(file, folder)), file, NOON))
}

/** As if every site were down. */
const noWeb: Reader = {
  async read(link) {
    throw new Problem(`There is no site at ${link.slice(0, 60)}. Check the spelling of the link.`, {
      hint: [{ typed: 'brief' }, ' alone shows the newest article.'],
    })
  },
  probe: (link) => noWeb.read(link).then(() => Promise.reject(new Error('nothing was read'))),
}

export const analyzed = (one: Article, text: string): Analysis => analyze({ ...one, text })

let number = 0
/** An invented article in one line. */
export const article = (text: string, more: Partial<Article> = {}): Article => ({
  id: `a${number++}`,
  title: 'A title',
  outlet: 'The Invented Courier',
  published: NOON,
  language: 'en',
  sample: true,
  text,
  ...more,
})

type OpenStore = (options: { clock: () => Date }) => Store | Promise<Store>

export interface Newsroom {
  readonly store: Store
  readonly context: Context
  /** What was delivered to channels, as the lines a reader sees. */
  readonly delivered: readonly string[]
  /** The reply to a typed line, as the platforms would parse it. */
  ask(line: string): Promise<Reply>
  run(invocation: Invocation): Promise<Reply>
  now(): Date
  /** Lets time pass. */
  wait(minutes: number): void
  /** Articles that come in now. */
  publish(...some: readonly Article[]): Promise<void>
}

/** Everything but the platform: real commands over a real (memory) store, with a clock that stands still. */
export async function newsroom(
  articles: readonly Article[],
  asker: { manages?: boolean; now?: Date; reader?: Reader; store?: OpenStore; people?: readonly KnownPerson[] } = {},
): Promise<Newsroom> {
  let now = asker.now ?? NOON
  const clock = () => now
  const store = await (asker.store ?? memoryStore)({ clock })
  const { archive } = store
  const told = keepStories({
    shelf: archive.stories,
    library: store.library,
    now: clock,
    ...loadStoryEngine(lexicon),
  })
  async function publish(...some: readonly Article[]): Promise<void> {
    await store.library.add(some.map((one) => ({ article: one, analysis: analyze(one), engine: ENGINE })))
    await told.settle()
  }
  await publish(...articles)
  const delivered: string[] = []
  const { digests } = scheduler({
    store,
    sections,
    outlets: loadOutlets().outlets,
    stopWords: stopWords(lexicon),
    people: () => knownPeople(asker.people ?? []),
    log: { info() {}, warn() {}, error() {} },
    now: () => now,
    window: 12 * 3_600_000,
    target: () => ({
      render: (reply) => [read(reply)],
      connection: {
        deliver: async (_place, message) => `m${delivered.push(String(message))}`,
        tell: async () => {},
      },
    }),
  })
  const context = () => contextOf(store, digests, asker.reader ?? noWeb, asker.manages ?? true, now)
  const run = (invocation: Invocation) =>
    answer(invocation, context(), (bug) => {
      throw bug
    })
  return {
    store,
    context: context(),
    delivered,
    publish,
    now: clock,
    run,
    ask: (line) => run(parseLine(line, commands)),
    wait(minutes) {
      now = new Date(now.getTime() + minutes * 60_000)
    },
  }
}

const contextOf = (
  { library, sources, archive, readings }: Store,
  digests: Digests,
  reader: Reader,
  manages: boolean,
  now: Date,
): Context => ({
  now,
  place: { platform: 'terminal', channel: 'desk' },
  asker: { id: 'u1', name: 'Noor', manages: async () => manages },
  library,
  digests,
  sources,
  reader,
  readings,
  analyze: async (article) => analyze(article),
  stories: archive.stories,
  versions: archive.versions,
  outlets: loadOutlets().outlets,
  commands,
  timezone: 'Europe/Berlin',
  titles: titleWords(lexicon),
  stopWords: stopWords(lexicon),
  nicknames: lexicon.nicknames,
})

/** A reply as the terminal draws it, for claims about what a reader sees. */
export const read = (reply: Reply): string => draw(reply, (typed) => `/${typed}`).text.replace(/^\n/, '')

/** The invocation behind a button or menu entry whose label starts so. */
export function button(reply: Reply, label: string): Invocation {
  const runs = reply.blocks.flatMap((block) =>
    block.kind === 'actions'
      ? block.actions.filter((action) => action.kind === 'run')
      : block.kind === 'choice'
        ? block.choices
        : [],
  )
  const found = runs.find((action) => action.label.startsWith(label))
  if (!found) throw new Error(`no button “${label}” among ${runs.map((action) => action.label).join(', ')}`)
  return found.invocation
}
