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
    const store = await openSqlite(join(settings.DATA_DIR, 'onrecord.db'))
    try {
      await store.backup(resolve(file))
    } finally {
      await store.close()
    }
    output.write(
      `The database is copied to ${resolve(file)}. To restore it, stop the bot and put it at ${join(settings.DATA_DIR, 'onrecord.db')}.\n`,
    )
    return 0
  },
})
