import { createBot } from '#bot.ts'
import { Problem } from '#core/problem.ts'
import { startBeat } from '#schedule/beat.ts'
import { type DataFolder, openDataFolder } from '#store/data-folder.ts'
import { openSqlite } from '#store/sqlite.ts'
import { verb } from '#verb.ts'

/** How long everything under way may take to finish when asked to stop, before the process leaves all the same. */
const PATIENCE_MS = 15_000

export default verb({
  summary: 'Runs on every platform that has its settings; with none, in this terminal and on a page',
  usage: 'start',
  async run(_words, { env, input, stop }) {
    let folder: DataFolder | undefined
    const bot = await createBot(env, async ({ DATA_DIR }) => {
      folder = openDataFolder(DATA_DIR)
      return openSqlite(folder.database)
    })
    const alone = bot.wanted.length === 0
    const connections = await bot.connect(alone ? ['web'] : bot.wanted)
    // The page and the terminal are two ways of trying it out: either is enough.
    if (alone && input.isTTY) {
      await bot.ready
      await bot.connect(['terminal'])
    }
    if (connections.size === 0) {
      await bot.close()
      folder?.release()
      throw new Problem('Nothing could be started: the reasons are above.')
    }
    if (!alone)
      bot.log.info({ platforms: [...connections.keys()] }, `Answering on ${[...connections.keys()].join(' and ')}.`)
    bot.watch()
    const beat = startBeat(() => bot.tick(), bot.log)
    const gone = [...connections.values()].flatMap(({ ended }) => (ended ? [ended] : []))
    await Promise.race([stopped(stop), ...gone])
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    await beat.stop()
    await bot.close()
    folder?.release()
    return 0
  },
})

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
