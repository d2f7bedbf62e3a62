import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readSettings } from '#config.ts'
import { Problem } from '#core/problem.ts'
import { openSqlite } from '#store/sqlite.ts'
import { verb } from '#verb.ts'

export default verb({
  summary: 'Copies the database into a new file, safely while the bot runs',
  usage: 'backup FILE',
  async run([file], { env, output }) {
    if (file === undefined) {
      throw new Problem('Name the file to write the copy to.', {
        hint: 'For example: npm run -s onrecord -- backup onrecord-copy.db',
      })
    }
    const { settings } = readSettings(env, new Map())
    const database = join(settings.DATA_DIR, 'onrecord.db')
    if (!existsSync(database)) {
      throw new Problem(`There is no database at ${database} yet.`, {
        hint: 'Set DATA_DIR to the folder the bot runs with.',
      })
    }
    const store = await openSqlite(database)
    try {
      await store.backup(resolve(file))
    } finally {
      await store.close()
    }
    output.write(`The database is copied to ${resolve(file)}. To restore it, stop the bot and put it at ${database}.\n`)
    return 0
  },
})
