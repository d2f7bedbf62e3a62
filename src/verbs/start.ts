import { type Bot, createBot } from '#bot.ts'
import { Problem } from '#core/problem.ts'
import { type DataGuard, guardData } from '#data-guard.ts'
import { lastResort } from '#last-resort.ts'
import type { Connection } from '#platform.ts'
import { type Beat, startBeat } from '#schedule/beat.ts'
import { type DataFolder, openDataFolder } from '#store/data-folder.ts'
import { openSqlite } from '#store/sqlite.ts'
import { verb } from '#verb.ts'

/** How long everything under way may take to finish when asked to stop, before the process leaves all the same. */
const PATIENCE_MS = 15_000
/** What was given up (a request without an answer) may keep the process this long after all is closed. */
const LINGER_MS = 250

export default verb({
  summary: 'Runs on every platform that has its settings; with none, in this terminal and on a page',
  usage: 'start',
  async run(_words, { env, input, stop }) {
    let guard: DataGuard | undefined
    let folder: DataFolder | undefined
    const bot = await createBot(env, async ({ DATA_DIR }, hooks, log) => {
      folder = openDataFolder(DATA_DIR)
      const store = await openSqlite(folder.database, hooks)
      guard = guardData(folder, store, log)
      return store
    })
    const { broken: bug, release } = lastResort(bot.log)
    const broken = Promise.race([bug, ...(guard === undefined ? [] : [guard.lost])])
    const stopping = stopped(stop)
    let code = 0
    // Before whoever waits for it goes on.
    void broken.then(() => {
      code = 1
    })
    let beat: Beat | undefined
    try {
      bot.ready.catch((error: unknown) => notReady(bot, error))
      const connections = await Promise.race([connectAll(bot, input.isTTY === true), stopping, broken])
      if (connections) {
        if (connections.size === 0) throw new Problem('Nothing could be started: the reasons are above.')
        bot.watch()
        beat = startBeat(async () => {
          if ((await guard?.look()) !== false) await bot.tick()
        }, bot.log)
        const gone = [...connections.values()].flatMap(({ ended }) => (ended ? [ended] : []))
        await Promise.race([stopping, broken, ...gone])
      }
      return code
    } finally {
      setTimeout(() => process.exit(1), PATIENCE_MS).unref()
      await beat?.stop()
      // What nobody noticed before goes with the process.
      await guard?.look()
      await bot.close()
      folder?.release()
      release()
      setTimeout(() => process.exit(), LINGER_MS).unref()
    }
  },
})

async function connectAll(bot: Bot, person: boolean): Promise<ReadonlyMap<string, Connection>> {
  const { wanted } = bot
  // The page and the terminal are two ways of trying it out: either is enough, and the page on another port is no chat.
  const isTried = wanted.every((name) => name === 'web')
  const connections = wanted.length > 0 ? await connectWanted(bot) : await bot.connect(['web'])
  if (!isTried || !person) return connections
  // A terminal can be read from when the articles are there; without them it still says what is wrong.
  await bot.ready.catch(() => {})
  return bot.connect(['terminal'])
}

async function connectWanted({ wanted, log, connect }: Bot): Promise<ReadonlyMap<string, Connection>> {
  log.info({ platforms: wanted }, `Connecting to ${wanted.join(' and ')}.`)
  const connections = await connect(wanted)
  for (const [platform, { joined }] of connections) {
    // Where nobody answers yet, trying goes on, and this may be said in an hour.
    void Promise.resolve(joined).then(() => log.info({ platform }, `Answering on ${platform}.`))
  }
  return connections
}

/** Answering from what was stored before is better than not answering; reading is tried again by whoever reads. */
function notReady({ log }: Bot, error: unknown): void {
  if (error instanceof Problem) log.warn({}, `${error.message} The articles are tried again until it works.`)
  else log.error({ err: error }, 'The articles could not all be read, and it is not clear why. They are tried again.')
}

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
