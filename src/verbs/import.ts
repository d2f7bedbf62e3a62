import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readSettings } from '#config.ts'
import { ENGINE } from '#core/analyze.ts'
import type { Place } from '#core/place.ts'
import { Problem } from '#core/problem.ts'
import { discover } from '#discover.ts'
import { loadEngine } from '#engine.ts'
import { readFeedDocument } from '#ingest/feeds/read-document.ts'
import { type ImportReport, importSources } from '#ingest/import-sources.ts'
import { pageWorker } from '#ingest/pages/page-worker.ts'
import type { Document, Source, SourceLink, Unusable } from '#ingest/source.ts'
import { readWeb } from '#ingest/web.ts'
import type { Platform } from '#platform.ts'
import { unreadablePath } from '#report/unreadable-path.ts'
import { makeFolder } from '#store/data-folder.ts'
import { openSqlite } from '#store/sqlite.ts'
import { type Program, verb } from '#verb.ts'

const USAGE = 'import FILE.opml [--to PLATFORM/TENANT/CHANNEL] [--by PERSON]'
/** Between two lines of progress. In milliseconds. */
const PROGRESS = 2_000

export default verb({
  summary: 'Adds every feed of an OPML file that can be read to a channel, and says which cannot',
  usage: USAGE,
  async run(words, program) {
    const { file, to, createdBy } = readWords(words)
    const place = readPlace(to, await discover<Platform>(new URL('../platforms/', import.meta.url)))
    const { links, unusable } = await readList(file)
    const { settings } = readSettings(program.env, new Map())
    makeFolder(settings.DATA_DIR)
    const store = await openSqlite(join(settings.DATA_DIR, 'onrecord.db'))
    const now = (): Date => new Date()
    const { analyze } = loadEngine()
    const web = readWeb({
      store,
      kinds: () => discover<Source>(new URL('../ingest/sources/', import.meta.url)),
      analyze: async (article) => analyze(article),
      engine: ENGINE,
      contact: settings.CONTACT,
      allow: settings.FETCH_ALLOW,
      retention: {},
      now,
      tell: async () => false,
      onFault() {},
      onRetired() {},
      async onArticles() {},
      onRenewed() {},
    })
    const { memo, sources } = store
    const { stop } = program
    // What is under way would wait for sites that do not answer.
    stop.addEventListener('abort', () => void web.close(), { once: true })
    try {
      const onProgress = showProgress(program)
      const report = await importSources(
        { sources, reader: web.reader, memo, place, createdBy, stop, now, onProgress },
        links,
      )
      program.output.write(say(report, unusable, file, place))
      return report.finished ? 0 : 130
    } finally {
      await Promise.all([web.close(), pageWorker.close()])
      await store.close()
    }
  },
})

function readWords(words: readonly string[]): { file: string; to: string; createdBy: string } {
  const rest = [...words]
  const option = (name: string): string | undefined => {
    const at = rest.indexOf(name)
    return at === -1 ? undefined : rest.splice(at, 2)[1]
  }
  const to = option('--to') ?? 'web/page'
  const createdBy = option('--by') ?? ''
  const [file, ...more] = rest
  if (file === undefined || more.length > 0 || file.startsWith('--')) {
    throw new Problem('Name one OPML file to import.', { hint: `npm run -s onrecord -- ${USAGE}` })
  }
  return { file, to, createdBy }
}

/** `slack/T012/C345`, `discord/GUILD/CHANNEL`, `web/page`: a slip would put the sources where nobody ever sees them. */
function readPlace(words: string, platforms: ReadonlyMap<string, Pick<Platform, 'channels'>>): Place {
  const [platform = '', second = '', third] = words.split('/')
  const channels = platforms.get(platform)?.channels
  if (channels === undefined) {
    throw new Problem(`There is no platform “${platform}”.`, {
      hint: `There are ${[...platforms.keys()].join(', ')}: --to slack/TEAM/CHANNEL, --to discord/SERVER/CHANNEL, --to web/page.`,
    })
  }
  if (!channels.form.test(words)) throw new Problem(`“${words}” is no channel.`, { hint: channels.hint })
  return third ? { platform, tenant: second, channel: third } : { platform, channel: second }
}

interface List {
  readonly links: readonly SourceLink[]
  readonly unusable: readonly Unusable[]
}

async function readList(file: string): Promise<List> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw unreadablePath(file, cause.code ?? cause.message, cause)
  })
  const url = pathToFileURL(resolve(file)).href
  const list = listIn({ url, type: 'text/x-opml', bytes, fetchedAt: new Date() })
  if (list.links.length > 0) return list
  throw new Problem(`${file} is no OPML file, or one without a feed.`, {
    hint: 'Export the list of feeds from your feed reader as OPML.',
  })
}

/** None where the document is something else than a list. */
function listIn(document: Document): List {
  try {
    const reading = readFeedDocument(document)
    if (reading.kind === 'links') return { links: reading.links, unusable: reading.unusable ?? [] }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
  return { links: [], unusable: [] }
}

/** One line that grows in a terminal; a line every now and then where it goes to a file. */
function showProgress({ progress }: Program): (report: ImportReport) => void {
  let last = 0
  return ({ total, added, known, dead }) => {
    const done = added + known + dead.length
    const time = performance.now()
    if (progress === undefined || (time - last < PROGRESS && done < total)) return
    last = time
    const line = `${done} of ${total} tried: ${added} added, ${known} there already, ${dead.length} cannot be read`
    progress.write(progress.isTTY ? `\r${line}\u001b[K${done === total ? '\n' : ''}` : `${line}\n`)
  }
}

function say(report: ImportReport, unusable: readonly Unusable[], file: string, place: Place): string {
  const { added, known, dead, finished } = report
  const total = report.total + unusable.length
  const unread = dead.length + unusable.length
  const done = added + known + unread
  return [
    finished
      ? `All ${total} entries of ${file} were tried.`
      : `Stopped after ${done} of ${total} entries. Run it again to go on.`,
    whereTo(place),
    `${added} added, ${known} there already, ${unread} cannot be read${unread === 0 ? '.' : ':'}`,
    ...dead.map(({ link, sentence }) => `  ${link.url}  ${sentence}`),
    ...unusable.map(whyUnusable),
    '',
  ].join('\n')
}

function whyUnusable({ address, title }: Unusable): string {
  const named = title === undefined ? 'An entry without a name' : `“${title}”`
  const shown = address.replaceAll(/\p{Cc}/gu, ' ').slice(0, 200)
  return address === ''
    ? `  ${named}  It has no address. Look its feed up on its site.`
    : `  ${shown}  This is no link that starts with https:// or http://${title === undefined ? '' : `; the list calls it ${named}`}.`
}

/** Feeds belong to one channel: whoever looks for them in another finds nothing. */
const whereTo = ({ platform, tenant, channel }: Place): string =>
  platform === 'web'
    ? 'They belong to the page in the browser. For a channel, name it: --to slack/TEAM/CHANNEL or --to discord/SERVER/CHANNEL.'
    : `They belong to the channel ${[platform, tenant, channel].filter((part) => part !== undefined).join('/')}.`
