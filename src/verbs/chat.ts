import { join } from 'node:path'
import { createBot } from '#bot.ts'
import { makeFolder } from '#store/data-folder.ts'
import { openSqlite } from '#store/sqlite.ts'
import { verb } from '#verb.ts'

export default verb({
  summary: 'Answers in this terminal, or line by line from a pipe',
  usage: 'chat',
  async run(_words, { env, stop }) {
    // No lock on the data folder: a chat has no beat and delivers nothing, so it may run beside the bot.
    const bot = await createBot(
      env,
      async ({ DATA_DIR }) => {
        makeFolder(DATA_DIR)
        return openSqlite(join(DATA_DIR, 'onrecord.db'))
      },
      { quiet: true },
    )
    await bot.ready
    const terminal = (await bot.connect(['terminal'])).get('terminal')
    stop.addEventListener('abort', () => void terminal?.close())
    await terminal?.ended
    await bot.close()
    return 0
  },
})
