import { join } from 'node:path'
import { createBot } from '#bot.ts'
import { Problem } from '#core/problem.ts'
import { type DataGuard, guardData } from '#data-guard.ts'
import { type Beat, startBeat } from '#schedule/beat.ts'
import { type DataFolder, makeFolder, openDataFolder } from '#store/data-folder.ts'
import { openSqlite } from '#store/sqlite.ts'
import { verb } from '#verb.ts'

export default verb({
  summary: 'Answers in this terminal, or line by line from a pipe',
  usage: 'chat',
  async run(_words, { env, input, output, stop }) {
    // A pipe delivers nothing and may run beside the bot; where a person is, digests come as long as nobody else runs.
    const person = input.isTTY === true && output.isTTY === true
    let folder: DataFolder | undefined
    let guard: DataGuard | undefined
    let taken: string | undefined
    const quiet = env['LOG_LEVEL'] ? env : { ...env, LOG_LEVEL: 'warn' }
    const bot = await createBot(quiet, async ({ DATA_DIR }, hooks, log) => {
      makeFolder(DATA_DIR)
      try {
        if (person) folder = openDataFolder(DATA_DIR)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        taken = error.message
      }
      const store = await openSqlite(join(DATA_DIR, 'onrecord.db'), hooks)
      if (folder) guard = guardData(folder, store, log)
      return store
    })
    let beat: Beat | undefined
    try {
      if (taken !== undefined) {
        bot.log.warn({}, `${taken} Digests for this terminal do not come meanwhile: for those, start this alone.`)
      }
      await bot.ready
      const terminal = (await bot.connect(['terminal'])).get('terminal')
      stop.addEventListener('abort', () => void terminal?.close())
      if (guard === undefined) {
        await terminal?.ended
        return 0
      }
      const { look, lost } = guard
      beat = startBeat(() => look().then(bot.tick), bot.log)
      return await Promise.race([Promise.resolve(terminal?.ended).then(() => 0), lost.then(() => 1)])
    } finally {
      await beat?.stop()
      await guard?.look()
      await bot.close()
      folder?.release()
    }
  },
})
